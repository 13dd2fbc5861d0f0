import type { Localized } from '../../../../values/language.ts';

/** Someone of the sample county with whom a newcomer can sign in. */
export interface SampleStaff {
  readonly signInName: string;
  readonly password: string;
  readonly name: string;
  readonly words: Localized;
}

/** The server writes them into the page of a sample county, and of no other. */
export function sampleStaffOfPage(): readonly SampleStaff[] {
  const text = document.querySelector<HTMLMetaElement>('meta[name="sample-staff"]')?.content;
  return text === undefined ? [] : (JSON.parse(text) as readonly SampleStaff[]);
}
