import { inEveryLanguage } from '../../values/language.ts';
import type { AnsweredProblem } from './problem.ts';
import { words } from './words/made/all.ts';

// The problems every door meets, whatever is behind it.

export const notFound = {
  status: 404,
  code: 'not-found',
  title: inEveryLanguage(words, (w) => w.notFound.title),
  detail: inEveryLanguage(words, (w) => w.notFound.detail),
} as const satisfies AnsweredProblem;

export const wrongShape = {
  status: 400,
  code: 'wrong-shape',
  title: inEveryLanguage(words, (w) => w.wrongShape.title),
  detail: inEveryLanguage(words, (w) => w.wrongShape.detail),
} as const satisfies AnsweredProblem;

export const unreadableBody = {
  status: 400,
  code: 'unreadable-body',
  title: inEveryLanguage(words, (w) => w.unreadableBody.title),
  detail: inEveryLanguage(words, (w) => w.unreadableBody.detail),
} as const satisfies AnsweredProblem;

export const strangeCharacter = {
  status: 400,
  code: 'strange-character',
  title: inEveryLanguage(words, (w) => w.strangeCharacter.title),
  detail: inEveryLanguage(words, (w) => w.strangeCharacter.detail),
} as const satisfies AnsweredProblem;

export const tooLarge = {
  status: 413,
  code: 'too-large',
  title: inEveryLanguage(words, (w) => w.tooLarge.title),
  detail: inEveryLanguage(words, (w) => w.tooLarge.detail),
} as const satisfies AnsweredProblem;

export const unknownMediaType = {
  status: 415,
  code: 'unknown-media-type',
  title: inEveryLanguage(words, (w) => w.unknownMediaType.title),
} as const satisfies AnsweredProblem;

export const fromAnotherSite = {
  status: 403,
  code: 'from-another-site',
  title: inEveryLanguage(words, (w) => w.fromAnotherSite.title),
  detail: inEveryLanguage(words, (w) => w.fromAnotherSite.detail),
} as const satisfies AnsweredProblem;

export const staleForm = {
  status: 403,
  code: 'stale-form',
  title: inEveryLanguage(words, (w) => w.staleForm.title),
  detail: inEveryLanguage(words, (w) => w.staleForm.detail),
} as const satisfies AnsweredProblem;

export const wentWrong = {
  status: 500,
  code: 'went-wrong',
  title: inEveryLanguage(words, (w) => w.wentWrong.title),
  detail: inEveryLanguage(words, (w) => w.wentWrong.detail),
} as const satisfies AnsweredProblem;

export const refusedRequest = {
  status: 400,
  code: 'refused-request',
  title: inEveryLanguage(words, (w) => w.refusedRequest.title),
} as const satisfies AnsweredProblem;

/** What any route may answer before it is asked at all, or when it fails. */
export const anywhere = [wrongShape, strangeCharacter, refusedRequest, wentWrong] as const;

/** What a route that takes something in may answer beside it. */
export const takingIn = [unreadableBody, tooLarge, unknownMediaType, fromAnotherSite] as const;
