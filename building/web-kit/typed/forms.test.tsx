import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Choice } from './choice.tsx';
import { DateInput, nothingTyped, typedDate } from './date-input.tsx';
import { Field } from './field.tsx';
import { Mistakes } from './mistakes.tsx';
import { Phrases } from '../shown/phrases.tsx';

const html = (page: Parameters<typeof renderToString>[0]): string => renderToString(page);
const idsIn = (page: string): string[] => [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '');

describe('a field', () => {
  test('is read with its hint and with what is wrong', () => {
    const page = html(<Field id="phone" label="手机号" hint="11位" mistake="请填手机号。" />);
    expect(page).toContain('<label for="phone">手机号</label>');
    expect(page).toContain('aria-describedby="phone-hint phone-mistake"');
    expect(page).toContain('aria-invalid="true"');
    expect(idsIn(page)).toEqual(['phone-hint', 'phone-mistake', 'phone']);
  });

  test('without a mistake claims none', () => {
    const page = html(<Field id="phone" label="手机号" />);
    expect(page).not.toContain('aria-invalid');
    expect(page).not.toContain('aria-describedby');
  });

  test('shows what was typed as it was typed, and never as markup', () => {
    expect(html(<Field id="name" label="姓名" value={'"><script>'} />)).toContain('value="&quot;>&lt;script>"');
  });
});

describe('the summary of mistakes', () => {
  test('links each sentence to the field where it is corrected', () => {
    const page = html(
      <Mistakes
        title="有2处要改"
        mistakes={[
          { field: 'birth', words: '没有这一天。' },
          { field: 'number', words: '请填卡号。', href: '/account#number' },
        ]}
      />,
    );
    expect(page).toContain('<a href="#birth">没有这一天。</a>');
    expect(page).toContain('<a href="/account#number">请填卡号。</a>');
    expect(page).toContain('role="alert"');
  });

  test('is not there when nothing is wrong', () => {
    expect(html(<Mistakes title="有一处要改" mistakes={[]} />)).toBe('');
  });
});

describe('a date in three boxes', () => {
  test('the summary leads to its first box', () => {
    const labels = { year: '年', month: '月', day: '日' };
    const page = html(<DateInput id="birth" legend="出生" labels={labels} value={nothingTyped} mistake="请填。" />);
    expect(idsIn(page)).toContain('birth');
    expect(page).toContain('name="birth-year"');
  });

  test('full-width figures and stray blanks are corrected', () => {
    expect(typedDate('birth', { 'birth-year': '２０２３ ', 'birth-month': ' 12', 'birth-day': '' })).toEqual({
      year: '2023',
      month: '12',
      day: '',
    });
  });

  test('what is no text is nothing', () => {
    expect(typedDate('birth', { 'birth-year': ['2023', '2024'] })).toEqual(nothingTyped);
  });
});

test('of a choice nothing is chosen beforehand', () => {
  const options = [
    { value: 'a', words: '是' },
    { value: 'b', words: '不是' },
  ];
  expect(html(<Choice id="q" legend="吗？" options={options} />)).not.toContain('checked');
  expect(html(<Choice id="q" legend="吗？" options={options} chosen="b" />)).toMatch(
    /value="b"[^>]*checked|checked[^>]*value="b"/,
  );
});

test('a heading breaks between its phrases and nowhere else', () => {
  expect(html(<Phrases text="有一项可以领，|一项还差一问" />)).toBe(
    '<span class="phrase">有一项可以领，</span><span class="phrase">一项还差一问</span>',
  );
  expect(html(<Phrases text="首页" />)).toBe('首页');
});
