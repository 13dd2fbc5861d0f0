import type { TablesHeld } from '../hall/fields/register.ts';

/** Those who work here, and how people come in. */
export const staffTables: TablesHeld = {
  ofPeople: {
    staff_password: {
      words: { 'zh-CN': '工作人员密码', en: 'Staff passwords' },
      of: 'staff',
      kept: 'whileEmployed',
      fields: {
        county: ['县', 'County', 'apart', 'staff'],
        staff_id: ['工作人员', 'Staff member', 'apart', 'staff'],
        hash: ['密码的散列（argon2id）', 'Hash of the password (argon2id)', 'secure', 'security'],
        changed_at: ['修改时间', 'Time it was changed', 'secure', 'security'],
      },
    },
    sign_in_code: {
      words: { 'zh-CN': '验证码', en: 'Sign-in codes' },
      of: 'family',
      kept: 'untilOver',
      fields: {
        county: ['县', 'County', 'apart', 'security'],
        phone_blind: ['手机号的检索码', 'Blind index of the phone number', 'comeIn', 'duty'],
        code_hash: ['验证码的散列', 'Hash of the code', 'secure', 'security'],
        tries: ['已试次数', 'Number of tries', 'secure', 'security'],
        created_at: ['发送时间', 'Time it was sent', 'secure', 'security'],
        expires_at: ['失效时间', 'Time it expires', 'secure', 'security'],
      },
    },
    sign_in_limit: {
      words: { 'zh-CN': '登录次数限制', en: 'Limits on sign-ins' },
      of: 'family',
      kept: 'untilOver',
      fields: {
        county: ['县', 'County', 'apart', 'security'],
        key_blind: [
          '登录名、手机号或网络地址的检索码',
          'Blind index of the sign-in name, phone or network address',
          'secure',
          'security',
        ],
        count: ['次数', 'Number of tries', 'secure', 'security'],
        started_at: ['开始时间', 'Time of the first', 'secure', 'security'],
        until: ['解除时间', 'Time it is lifted', 'secure', 'security'],
      },
    },
  },
};
