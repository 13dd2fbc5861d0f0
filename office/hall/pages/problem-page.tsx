import { words } from '../words/made/all.ts';
import type { AnsweredProblem } from '../../../building/http/problem.ts';
import { inEveryLanguage, type Language } from '../../../values/language.ts';
import { faultPage } from './faults.tsx';
import { pageOf } from './page.tsx';

/** Addresses that don't change with their content: a problem may be met before any site is mounted. */
export const plainAssets = { stylesheet: '/assets/pages.css', script: '/assets/enhance.js', icon: '/assets/mark.svg' };

/** The page for a problem that no page of a site answered: for the server itself (`createServer`). */
export function problemPage(problem: AnsweredProblem, language: Language, requestId: string): string {
  const reader = { language, large: false, path: '/', signedIn: false };
  const frame = { assets: plainAssets, county: inEveryLanguage(words, (w) => w.problemPage.county), sample: false };
  return pageOf(faultPage(problem, language, requestId), reader, frame);
}
