import type { Localized } from '../../../values/language.ts';

/** Why a field is held. */
export const purposes = {
  apart: {
    'zh-CN': '把一条记录和另一条分开，并连到所属的县、家庭或办件',
    en: 'To keep one row apart from another and tied to its county, family or case',
  },
  order: {
    'zh-CN': '记下先后，发现同时修改',
    en: 'To keep the order of things and notice changes made at the same time',
  },
  identify: { 'zh-CN': '确认办理的是本人，不与他人混淆', en: 'To be sure that it is this person and nobody else' },
  eligibility: { 'zh-CN': '判断是否符合待遇条件、计算金额', en: 'To decide whether a benefit is due, and how much' },
  jurisdiction: {
    'zh-CN': '确定由哪个村、乡镇办理，别处看不到',
    en: 'To settle which village and township serves the family, and keep it from all others',
  },
  find: {
    'zh-CN': '在窗口按姓名、拼音、证件或电话找到本人',
    en: 'To find the person at the counter by name, pinyin, number or phone',
  },
  reach: { 'zh-CN': '把办理结果和需要补的材料告诉本人', en: 'To tell the person the result and what is still missing' },
  comeIn: {
    'zh-CN': '让本人凭手机验证码查看和办理自己的事',
    en: 'To let the person see and do their own business with a code on their phone',
  },
  pay: { 'zh-CN': '把钱发到本人自己的账户', en: 'To pay the money into the person’s own account' },
  application: {
    'zh-CN': '受理和审核申请，留存办理过程',
    en: 'To receive and review the application and keep how it was handled',
  },
  decision: { 'zh-CN': '作出决定，写明理由、依据和救济途径', en: 'To decide, with reasons, the law and the remedies' },
  deadline: { 'zh-CN': '计算法定办理期限', en: 'To keep the legal time limits' },
  money: {
    'zh-CN': '对账、退汇处理，保证不重不漏',
    en: 'To settle with the bank, mend returns, and pay nothing twice',
  },
  answerable: {
    'zh-CN': '记下谁在什么时候做了什么，便于追责和申诉',
    en: 'To know who did what and when, for appeals and for those who answer for it',
  },
  whoLooked: {
    'zh-CN': '让本人知道谁因为什么查看过自己的信息',
    en: 'To let the person know who looked at their data, and why',
  },
  separation: {
    'zh-CN': '保证一人不办同一件事的两个环节，四权分离',
    en: 'To make sure that nobody acts twice on one case and that the four powers stay apart',
  },
  secure: { 'zh-CN': '防止冒名登录和反复试探', en: 'To keep out whoever pretends or keeps guessing' },
} as const satisfies Record<string, Localized>;

/** The law a field rests on (facts and articles as published; see docs/decisions/0005). */
export const bases = {
  duty: {
    'zh-CN': '《个人信息保护法》第十三条第一款第三项、第三十四条：履行法定职责所必需',
    en: 'Personal Information Protection Law, art. 13(1)(3) and art. 34: needed for a statutory duty',
  },
  child: {
    'zh-CN':
      '《个人信息保护法》第十三条第一款第三项、第二十八条、第三十一条：履行法定职责所必需，含不满十四周岁未成年人信息，从严保护',
    en: 'Personal Information Protection Law, art. 13(1)(3), 28 and 31: needed for a statutory duty; holds data of children under 14 and is kept with special care',
  },
  account: {
    'zh-CN': '《个人信息保护法》第十三条第一款第三项、第二十八条；财办〔2020〕37号：补贴资金直接发到本人账户',
    en: 'Personal Information Protection Law, art. 13(1)(3) and 28; 财办〔2020〕37号 — subsidies go straight to the person’s own account',
  },
  notify: {
    'zh-CN': '《个人信息保护法》第十三条第一款第三项；国发〔2022〕5号：一次性告知',
    en: 'Personal Information Protection Law, art. 13(1)(3); 国发〔2022〕5号 — everything missing is said once',
  },
  remedy: {
    'zh-CN': '《个人信息保护法》第十三条第一款第三项；《行政复议法》第二十条：告知救济途径和期限',
    en: 'Personal Information Protection Law, art. 13(1)(3); Administrative Reconsideration Law, art. 20: the remedy and its time limit are told',
  },
  log: {
    'zh-CN': '《个人信息保护法》第五十一条；《未成年人网络保护条例》第三十六条：最小授权并记录访问情况',
    en: 'Personal Information Protection Law, art. 51; Regulations on the Protection of Minors Online, art. 36: least access, and a record of each',
  },
  security: {
    'zh-CN': '《个人信息保护法》第五十一条；《网络安全法》：采取安全技术措施并留存日志',
    en: 'Personal Information Protection Law, art. 51; Cybersecurity Law: technical safeguards and logs',
  },
  staff: {
    'zh-CN': '《个人信息保护法》第十三条第一款第三项、第五十一条：确定工作人员的操作权限',
    en: 'Personal Information Protection Law, art. 13(1)(3) and 51: settling what each staff member may do',
  },
} as const satisfies Record<string, Localized>;

export type Purpose = keyof typeof purposes;
export type Basis = keyof typeof bases;

/** What it is in Chinese, in English, why it is held, and the law. */
type Field = readonly [zh: string, en: string, purpose: Purpose, basis: Basis];

/** How long a row is kept, and what ends it. */
export const retentions = {
  registered: {
    'zh-CN': '在册期间保存；离开登记、没有办件和待遇后删除',
    en: 'Kept while the person is registered; deleted once no case or entitlement needs them',
  },
  withTheCase: { 'zh-CN': '随办件档案保存', en: 'Kept with the file of the case' },
  withTheAccounts: { 'zh-CN': '随会计档案保存', en: 'Kept with the accounts' },
  thirtyDays: { 'zh-CN': '最多保存30天', en: 'Kept for 30 days at most' },
  untilOver: { 'zh-CN': '失效后第二天删除', en: 'Deleted the day after it expires' },
  whileEmployed: {
    'zh-CN': '任职期间保存；办过的事留名',
    en: 'Kept while they work here; their name stays with what they did',
  },
  forTheRecord: { 'zh-CN': '长期保存，只增不改', en: 'Kept for good; entries are added and never changed' },
} as const satisfies Record<string, Localized>;

export type Retention = keyof typeof retentions;

/** A table that holds people. */
export interface TableOfPeople {
  readonly words: Localized;
  /** Whose data: a family's own page shows what is held of families. */
  readonly of: 'family' | 'staff';
  /** How long its rows are kept. */
  readonly kept: Retention;
  readonly fields: Readonly<Record<string, Field>>;
}

/** The tables of a desk: those that hold people, and what the others hold instead. */
export interface TablesHeld {
  readonly ofPeople: Readonly<Record<string, TableOfPeople>>;
  readonly ofNobody?: Readonly<Record<string, string>>;
}
