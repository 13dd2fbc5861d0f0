import type { ProblemWords } from '../../../building/http/problem.ts';

export function wrongCode(triesLeft: number): ProblemWords<'wrong-code'> {
  return {
    code: 'wrong-code',
    title: {
      'zh-CN': `验证码不对，还可以试 ${triesLeft} 次。`,
      en: `That code is wrong; ${triesLeft} tries are left.`,
    },
  };
}

export const codeOver: ProblemWords<'code-over'> = {
  code: 'code-over',
  title: {
    'zh-CN': '这个验证码已失效，请重新获取。',
    en: 'This code no longer works. Please ask for a new one.',
  },
};
