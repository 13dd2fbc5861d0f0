import type { AnsweredProblem } from '../../../building/http/problem.ts';
import type { NotPublished } from '../law/offered.ts';
import { noLongerOfferedWords } from '../words/why-refused.ts';

/** For the address of a benefit that is not published: 404, or 410 for one that was published before. */
export function unknownBenefit(found: NotPublished): AnsweredProblem {
  if (found.kind === 'no-longer-offered') {
    const { title, detail } = noLongerOfferedWords(found.title);
    return { status: 410, code: found.kind, title, detail };
  }
  const { nearest } = found;
  return {
    status: 404,
    code: found.kind,
    title: { 'zh-CN': '没有找到这个惠民项目', en: 'There is no such benefit' },
    detail: {
      'zh-CN': '网址可能抄错了，也可能这个项目还没有公布。',
      en: 'The address may be mistyped, or this benefit is not published.',
    },
    ...(nearest === undefined ? {} : { more: { nearest } }),
  };
}
