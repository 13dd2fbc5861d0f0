import type { ProblemWords } from '../../../building/http/problem.ts';
import type { NotForYou } from '../accounts.ts';
import { noSuchRecord } from '../../hall/guard.ts';
import type { Duty, DutyIntroduced } from '../../hall/who/duty.ts';
import { type DutyRefusal, dutyRefusalWords, type PasswordRefusal, passwordRefusalWords } from '../decide.ts';
import { wrongNameOrPasswordWords } from '../sign-in/sign-in.ts';

// How this desk's refusals are said.

export const wrongNameOrPassword: ProblemWords<'wrong-name-or-password'> = {
  code: 'wrong-name-or-password',
  title: { 'zh-CN': '没有登录成功', en: 'Not signed in' },
  detail: wrongNameOrPasswordWords,
};

export const wrongCurrentPassword: ProblemWords<'wrong-current-password'> = {
  code: 'wrong-current-password',
  title: { 'zh-CN': '原密码不对，密码没有改', en: 'The current password is wrong; nothing was changed' },
};

export function passwordProblem(refusal: PasswordRefusal): ProblemWords<PasswordRefusal> {
  return {
    code: refusal,
    title: { 'zh-CN': '密码没有改', en: 'The password was not changed' },
    detail: passwordRefusalWords[refusal],
  };
}

export function dutyProblem(
  refusal: DutyRefusal,
  wanted: Duty,
  introduced: readonly DutyIntroduced[],
): ProblemWords<DutyRefusal['kind']> {
  return {
    code: refusal.kind,
    title: { 'zh-CN': '没有授予这项职责', en: 'The duty was not granted' },
    detail: dutyRefusalWords(refusal, wanted, introduced),
  };
}

export function notForYou({ kind }: NotForYou): ProblemWords<'no-such-record' | 'own-account'> {
  if (kind === 'no-such-staff') return noSuchRecord;
  return {
    code: kind,
    title: { 'zh-CN': '自己的账号请由另一位管理员办理', en: 'Your own account is another administrator’s business' },
  };
}
