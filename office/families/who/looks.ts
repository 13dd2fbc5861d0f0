import { inEveryLanguage } from '../../../values/language.ts';
import type { LookIntroduced } from '../../hall/who/look.ts';
import { words } from '../words/made/all.ts';

export const lookAtRecord: LookIntroduced = { key: 'record', words: inEveryLanguage(words, (w) => w.looks.record) };
