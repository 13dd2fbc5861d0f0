import type { Localized } from '../../values/language.ts';
import type { AccountId, FamilyId, PersonId } from '../../values/id.ts';
import { type Household, type Member, monthsBefore } from './household.ts';
import { castPhone, type SampleFamily } from './registry.ts';
import { birthIn } from './births.ts';
import { yearOf } from '../../values/day.ts';

/** What has become of a sample person's application. */
export type Part =
  | 'may-apply'
  | 'guardian'
  | 'waiting'
  | 'correcting'
  | 'paid'
  | 'returned'
  | 'refused'
  | 'undetermined'
  | 'rare-name';

/** A family with a part to play: the person who signs in by phone, and the child it is about. */
export interface CastFamily {
  readonly part: Part;
  readonly phone: string;
  readonly name: string;
  readonly about: Localized;
  readonly person: PersonId;
  readonly child: PersonId;
  readonly family: FamilyId;
  readonly account: AccountId;
}

/** A phone that nobody in the register has: its owner is entered with the first application. */
export const newcomersPhone = castPhone(99);

export interface Role {
  readonly part: Part;
  readonly mother: string;
  readonly father?: string;
  readonly child: string;
  /** Months before today in which the child was born. */
  readonly monthsAgo: number;
  readonly nationality?: 'unknown';
  readonly about: Localized;
}

/** Who plays what; the first has the phone 160 0000 0001, the second 160 0000 0002, and so on. */
export const roles: readonly Role[] = [
  {
    part: 'may-apply',
    mother: '王秀兰',
    father: '陈志远',
    child: '陈沐汐',
    monthsAgo: 14,
    about: { 'zh-CN': '孩子一岁多，今天就可以申请', en: 'has a child of one and may apply today' },
  },
  {
    part: 'guardian',
    mother: '尉迟秀英',
    child: '尉迟念安',
    monthsAgo: 26,
    about: { 'zh-CN': '奶奶带孙子，以监护人身份申请', en: 'a grandmother who applies as guardian' },
  },
  {
    part: 'waiting',
    mother: '李晓雪',
    father: '孙立新',
    child: '孙知予',
    monthsAgo: 9,
    about: { 'zh-CN': '已经申请，等乡镇审核', en: 'has applied; the township reviews' },
  },
  {
    part: 'correcting',
    mother: '张丽敏',
    father: '周斌',
    child: '周诗悠',
    monthsAgo: 19,
    about: { 'zh-CN': '有材料要补', en: 'has something to correct' },
  },
  {
    part: 'paid',
    mother: '刘文婷',
    father: '黄宇',
    child: '黄一诺',
    monthsAgo: 22,
    about: { 'zh-CN': '钱已到账', en: 'has been paid' },
  },
  {
    part: 'returned',
    mother: '赵春艳',
    father: '吴海峰',
    child: '吴承泽',
    monthsAgo: 20,
    about: { 'zh-CN': '钱被银行退回，要换账户', en: 'was to be paid; the bank returned it' },
  },
  {
    part: 'refused',
    mother: '周红霞',
    father: '马国强',
    child: '马浩然',
    monthsAgo: 75,
    about: { 'zh-CN': '不予批准，有理由和救济途径', en: 'was refused, with reasons and remedies' },
  },
  {
    part: 'undetermined',
    mother: '何静',
    father: '郭磊',
    child: '郭清瑶',
    monthsAgo: 4,
    nationality: 'unknown',
    about: {
      'zh-CN': '孩子的国籍还没登记，结果待定',
      en: "the child's nationality is not recorded yet, so the result is open",
    },
  },
  {
    part: 'rare-name',
    mother: '阿依努尔·艾尼',
    father: '艾山·买买提',
    child: '𠮷㼆',
    monthsAgo: 17,
    about: { 'zh-CN': '名字里有间隔号和生僻字', en: 'names with a middle dot and rare characters' },
  },
];

/** A household that is the county's once it is done. */
export interface OpenHousehold {
  readonly home: Household;
  readonly done: () => SampleFamily;
}

/** Puts the families of the cast together, each in a household of its own; the same people in the small and in the county sample. */
export function addCast(open: (n: number) => OpenHousehold): readonly CastFamily[] {
  return roles.map((role, n) => {
    const { home, done } = open(n);
    const { person, child } = castHousehold(home, role, castPhone(n + 1));
    const { id, accounts } = done();
    const account = accounts[0]?.id;
    if (account === undefined) throw new Error(`${role.part} has no account`);
    return {
      part: role.part,
      phone: castPhone(n + 1),
      name: role.mother,
      about: role.about,
      person: person.id,
      child: child.id,
      family: id,
      account,
    };
  });
}

function castHousehold(home: Household, role: Role, phone: string): { person: Member; child: Member } {
  const { chance, today } = home;
  const ageNow = role.father === undefined ? 57 : 30 + Math.floor(role.monthsAgo / 24);
  const person = home.add({
    sex: 'female',
    birth: birthIn(chance, yearOf(today) - ageNow),
    surname: '',
    name: role.mother,
    phone,
  });
  const child = home.add({
    sex: chance.once(0.5) ? 'female' : 'male',
    birth: monthsBefore(today, role.monthsAgo),
    surname: '',
    name: role.child,
    ...(role.nationality === undefined ? { nationality: 'CN' } : { withoutNumber: true, nationality: 'unknown' }),
  });
  home.link(role.father === undefined ? 'guardian' : 'parent', person.id, child.id);
  if (role.father !== undefined) addFather(home, role.father, ageNow + 2, person, child);
  home.account(person);
  return { person, child };
}

function addFather(home: Household, name: string, age: number, mother: Member, child: Member): void {
  const father = home.add({ sex: 'male', birth: birthIn(home.chance, yearOf(home.today) - age), surname: '', name });
  home.link('spouse', mother.id, father.id);
  home.link('parent', father.id, child.id);
}
