import type { AnsweredProblem } from './problem.ts';

// The problems every door meets, whatever is behind it.

export const notFound = {
  status: 404,
  code: 'not-found',
  title: { 'zh-CN': '没有这个页面', en: 'There is no such page' },
  detail: { 'zh-CN': '请检查网址，或从首页重新进入。', en: 'Check the address, or start again from the first page.' },
} as const satisfies AnsweredProblem;

export const wrongShape = {
  status: 400,
  code: 'wrong-shape',
  title: { 'zh-CN': '提交的内容格式不对', en: 'What was sent does not have the expected form' },
  detail: { 'zh-CN': '没有保存任何内容。请检查后再提交。', en: 'Nothing was saved. Check it and send it again.' },
} as const satisfies AnsweredProblem;

export const unreadableBody = {
  status: 400,
  code: 'unreadable-body',
  title: { 'zh-CN': '提交的内容无法读取', en: 'What was sent cannot be read' },
  detail: { 'zh-CN': '没有保存任何内容。请重新提交。', en: 'Nothing was saved. Please send it again.' },
} as const satisfies AnsweredProblem;

export const strangeCharacter = {
  status: 400,
  code: 'strange-character',
  title: { 'zh-CN': '提交的内容里有无法保存的字符', en: 'What was sent holds a character that can’t be stored' },
  detail: {
    'zh-CN': '没有保存任何内容。请删去看不见的字符后再提交。',
    en: 'Nothing was saved. Remove invisible characters and send it again.',
  },
} as const satisfies AnsweredProblem;

export const tooLarge = {
  status: 413,
  code: 'too-large',
  title: { 'zh-CN': '文件太大了', en: 'That is too large' },
  detail: {
    'zh-CN': '没有保存任何内容。请换一张小一点的照片，或重新拍一张。',
    en: 'Nothing was saved. Choose a smaller photo, or take it again.',
  },
} as const satisfies AnsweredProblem;

export const unknownMediaType = {
  status: 415,
  code: 'unknown-media-type',
  title: { 'zh-CN': '不支持这种内容格式', en: 'This kind of content is not supported' },
} as const satisfies AnsweredProblem;

export const fromAnotherSite = {
  status: 403,
  code: 'from-another-site',
  title: { 'zh-CN': '这次提交来自别的网站，没有接受', en: 'This was sent from another site and was not accepted' },
  detail: {
    'zh-CN': '没有保存任何内容。请在惠家的页面上重新提交。',
    en: 'Nothing was saved. Please send it from a page of Huijia.',
  },
} as const satisfies AnsweredProblem;

export const staleForm = {
  status: 403,
  code: 'stale-form',
  title: { 'zh-CN': '这个页面打开太久了', en: 'This page has been open for too long' },
  detail: {
    'zh-CN': '没有保存任何内容。请刷新页面后再提交。',
    en: 'Nothing was saved. Reload the page and send it again.',
  },
} as const satisfies AnsweredProblem;

export const wentWrong = {
  status: 500,
  code: 'went-wrong',
  title: { 'zh-CN': '我们这边出了问题', en: 'Something went wrong on our side' },
  detail: {
    'zh-CN': '没有保存任何内容，也没有丢失已有的内容。请过几分钟再试。',
    en: 'Nothing was saved and nothing was lost. Please try again in a few minutes.',
  },
} as const satisfies AnsweredProblem;

export const refusedRequest = {
  status: 400,
  code: 'refused-request',
  title: { 'zh-CN': '这个请求无法处理', en: 'This request cannot be answered' },
} as const satisfies AnsweredProblem;

/** What any route may answer before it is asked at all, or when it fails. */
export const anywhere = [wrongShape, strangeCharacter, refusedRequest, wentWrong] as const;

/** What a route that takes something in may answer beside it. */
export const takingIn = [unreadableBody, tooLarge, unknownMediaType, fromAnotherSite] as const;
