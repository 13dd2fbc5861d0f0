import type { Localized } from '../values/language.ts';
import { newcomersPhone, roles } from './people/cast.ts';
import { sampleClerks, type SampleClerks } from './clerks.ts';
import type { SamplePlaces } from './people/places.ts';
import { castPhone } from './people/registry.ts';
import { provinceReader } from './province.ts';
import { samplePassword } from './staff.ts';

const duties: readonly (readonly [keyof SampleClerks, Localized])[] = [
  ['villageReceiver', { 'zh-CN': '村里受理', en: 'receives in Dongzhuang Village' }],
  ['townshipReviewer', { 'zh-CN': '镇里审核', en: 'reviews in Liutang Town' }],
  ['confirmer', { 'zh-CN': '县里确认', en: 'confirms for the county' }],
  ['fundManager', { 'zh-CN': '资金管理', en: 'manages funds' }],
  ['payer', { 'zh-CN': '资金发放', en: 'pays out' }],
  ['secondPayer', { 'zh-CN': '资金发放', en: 'pays out, too' }],
  ['supervisor', { 'zh-CN': '监督', en: 'supervises' }],
  ['policyAuthor', { 'zh-CN': '政策编制', en: 'authors policy' }],
  ['administrator', { 'zh-CN': '系统管理', en: 'administers' }],
];

const seesFigures: Localized = { 'zh-CN': '省里看各县数据', en: 'sees figures of the counties for the province' };

interface SampleAccount {
  readonly signInName: string;
  readonly name: string;
  readonly password: string;
  readonly words: Localized;
}

/** The staff a newcomer can sign in as, for the sign-in pages of a sample: a county's, and the province's. */
export function sampleStaff(): {
  readonly county: readonly SampleAccount[];
  readonly province: readonly SampleAccount[];
} {
  const clerks = sampleClerks();
  const accountOf = ({ signInName, name }: { signInName: string; name: string }, words: Localized): SampleAccount => ({
    signInName,
    name,
    password: samplePassword,
    words,
  });
  return {
    county: duties.map(([key, words]) => accountOf(clerks[key], words)),
    province: [accountOf(provinceReader, seesFigures)],
  };
}

/** How to come in as each sample person, for the terminal after the start; of several counties the same in each. */
export function signInList(counties: readonly SamplePlaces[]): readonly string[] {
  const clerks = sampleClerks();
  const staff = duties.map(([key, words]) => row(clerks[key].signInName, clerks[key].name, words));
  const { signInName, name } = provinceReader;
  const province = counties.length > 1 ? [row(signInName, name, seesFigures)] : [];
  const families = roles.map(({ mother, about }, n) => row(spoken(castPhone(n + 1)), mother, about));
  const newcomer = row(spoken(newcomersPhone), '（新用户）', {
    'zh-CN': '还不在登记里，第一次来',
    en: 'not in the register yet',
  });
  return [
    `示范县${namesOf(counties, 'zh-CN').join('、')}，全是虚构的人 / Sample: ${namesOf(counties, 'en').join(', ')}: nobody in it exists`,
    '',
    `工作人员，密码都是 ${samplePassword} / Staff, all with this password`,
    ...staff,
    ...province,
    '',
    '家庭，用手机号登录，验证码会显示在页面和这里 / Families, by phone; the code is shown on the page and here',
    ...families,
    newcomer,
  ];
}

function namesOf(counties: readonly SamplePlaces[], language: 'zh-CN' | 'en'): readonly string[] {
  return counties.map(({ county }) => county.name[language]);
}

function row(signIn: string, name: string, { 'zh-CN': zh, en }: Localized): string {
  return `  ${padded(signIn, 15)} ${padded(name, 12)} ${padded(zh, 30)} ${en}`;
}

/** Chinese characters take two columns of a terminal. */
function padded(text: string, width: number): string {
  const columns = [...text].reduce((sum, character) => sum + (character > '\u{2E7F}' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - columns));
}

/** `160 0000 0001` */
function spoken(phone: string): string {
  return `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
}
