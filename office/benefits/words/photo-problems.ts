import type { ProblemWords } from '../../../building/http/problem.ts';
import type { NotAnImage } from '../../../building/files/photo/checked.ts';
import { words } from './made/all.ts';
import { inEveryLanguage } from '../../../values/language.ts';
import { photoRefusalWords } from '../apply/draft-photos.ts';

export const noSuchPhoto: ProblemWords<'no-such-photo'> = {
  code: 'no-such-photo',
  title: inEveryLanguage(words, (w) => w.problems.noSuchPhotoTitle),
  detail: inEveryLanguage(words, (w) => w.problems.noSuchPhotoDetail),
};

/** A photo that is too large, damaged, or none. */
export function photoProblem(kind: NotAnImage): ProblemWords<NotAnImage> {
  const title = inEveryLanguage(words, (w) => w.problems.photoNotTakenTitle);
  return { code: kind, title, detail: photoRefusalWords(kind) };
}

export const noPhoto: ProblemWords<'no-photo'> = {
  code: 'no-photo',
  title: inEveryLanguage(words, (w) => w.problems.noPhotoTitle),
  detail: inEveryLanguage(words, (w) => w.problems.noPhotoDetail),
};
