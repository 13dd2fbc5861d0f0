import type { ProblemWords } from '../../../building/http/problem.ts';

/** 404 for a benefit that this house does not publish. `nearest` is the published one whose name is closest. */
export function unknownBenefit(nearest: string | undefined): ProblemWords {
  return {
    status: 404,
    code: 'unknown-policy',
    title: { 'zh-CN': '没有找到这个惠民项目', en: 'There is no such benefit' },
    detail: {
      'zh-CN': '网址可能抄错了，也可能这个项目还没有公布。',
      en: 'The address may be mistyped, or this benefit is not published.',
    },
    ...(nearest === undefined ? {} : { more: { nearest } }),
  };
}
