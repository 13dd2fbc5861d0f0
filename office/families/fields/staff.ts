import type { TableOfPeople } from './register.ts';

/** Those who work here. */
export const staffTables: Readonly<Record<string, TableOfPeople>> = {
  staff: {
    words: { 'zh-CN': '工作人员', en: 'Staff' },
    of: 'staff',
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
    fields: {
      county: ['县', 'County', 'apart', 'staff'],
      staff_id: ['工作人员', 'Staff member', 'apart', 'staff'],
      duty: ['职责', 'Duty', 'separation', 'staff'],
      division: ['负责的区域', 'Division it is held in', 'jurisdiction', 'staff'],
      granted_by: ['授予人', 'Who granted it', 'answerable', 'staff'],
      granted_at: ['授予时间', 'Time it was granted', 'answerable', 'staff'],
    },
  },
};
