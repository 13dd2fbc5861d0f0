import type { TablesHeld } from '../hall/fields/register.ts';

/** Those who work here, and how people come in. */
export const staffTables: TablesHeld = {
  ofPeople: {
    staff: {
      words: { 'zh-CN': '工作人员', en: 'Staff' },
      of: 'staff',
      kept: 'whileEmployed',
      fields: {
        county: ['县', 'County', 'apart', 'staff'],
        id: ['工作人员编号', 'Staff member’s id', 'apart', 'staff'],
        office_id: ['单位', 'Office', 'answerable', 'staff'],
        name: ['姓名', 'Name', 'answerable', 'staff'],
        sign_in_name: ['登录名', 'Sign-in name', 'secure', 'staff'],
        active: ['是否在岗', 'Whether they work here now', 'secure', 'staff'],
      },
    },
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
    staff_duty: {
      words: { 'zh-CN': '职责', en: 'Duties' },
      of: 'staff',
      kept: 'whileEmployed',
      fields: {
        county: ['县', 'County', 'apart', 'staff'],
        staff_id: ['工作人员', 'Staff member', 'apart', 'staff'],
        duty: ['职责', 'Duty', 'separation', 'staff'],
        division: ['负责的区域', 'Division it is held in', 'jurisdiction', 'staff'],
        granted_by: ['授予人', 'Who granted it', 'answerable', 'staff'],
        granted_at: ['授予时间', 'Time it was granted', 'answerable', 'staff'],
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
