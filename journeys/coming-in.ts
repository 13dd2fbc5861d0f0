import type { Page } from 'playwright-core';
import { samplePassword, type SampleStaff } from '../sample-county/staff.ts';
import type { JourneyHouse } from './house.ts';

/**
 * A family comes in by the code on its phone; in a sample county the page shows it. The page is one that asked for the sign-in, or
 * `/sign-in`.
 */
export async function comeInByPhone(
  page: Page,
  { origin }: Pick<JourneyHouse, 'origin'>,
  number: string,
): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto(`${origin}/sign-in?next=/my`);
  await page.locator('input[name=phone]').fill(number);
  await page.locator('main form button').first().click();
  const code = await page.locator('input[name=sample-code]').inputValue();
  await page.locator('input[name=code]').fill(code);
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** A clerk comes in by name and password, and sees the day's work. */
export async function signInAs(
  page: Page,
  { origin }: Pick<JourneyHouse, 'origin'>,
  clerk: Pick<SampleStaff, 'signInName'>,
): Promise<void> {
  await page.goto(`${origin}/office/`);
  await page.getByLabel(/^登录名|^Sign-in name/).fill(clerk.signInName);
  await page.getByLabel(/^密码|^Password/).fill(samplePassword);
  await page.getByRole('button', { name: /^登\s?录$|^Sign in$/ }).click();
  await page.getByRole('navigation').first().waitFor();
}
