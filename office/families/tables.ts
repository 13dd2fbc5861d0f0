import type { TablesHeld } from '../hall/fields/register.ts';

/** Families, people, kinship and accounts. */
export const familiesTables: TablesHeld = {
  ofPeople: {
    family: {
      words: { 'zh-CN': '家庭', en: 'Families' },
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        id: ['家庭编号', 'Family’s id', 'apart', 'duty'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'duty'],
        created_at: ['登记时间', 'Time of entry', 'order', 'duty'],
      },
    },
    person: {
      words: { 'zh-CN': '人员', en: 'People' },
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        id: ['人员编号', 'Person’s id', 'apart', 'duty'],
        family_id: ['所属家庭', 'Family', 'apart', 'duty'],
        name: ['姓名', 'Name', 'identify', 'child'],
        name_sort: ['姓名的拼音排序', 'Pinyin of the name, for order', 'find', 'child'],
        birth: ['出生日期', 'Day of birth', 'eligibility', 'child'],
        nationality: ['国籍', 'Nationality', 'eligibility', 'child'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'child'],
        identity_sealed: ['身份证件号码（加密）', 'Identity number (sealed)', 'identify', 'child'],
        identity_blind: ['身份证件号码的检索码', 'Blind index of the identity number', 'find', 'child'],
        phone_sealed: ['手机号（加密）', 'Phone number (sealed)', 'reach', 'duty'],
        phone_blind: ['手机号的检索码', 'Blind index of the phone number', 'comeIn', 'duty'],
        died_on: ['去世日期', 'Day of death', 'eligibility', 'duty'],
        created_at: ['登记时间', 'Time of entry', 'order', 'duty'],
        version: ['更正次数', 'Number of corrections', 'order', 'duty'],
      },
    },
    person_name_key: {
      words: { 'zh-CN': '姓名检索', en: 'Search keys of names' },
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        key: ['姓名中的字、词和拼音', 'Characters, pairs and pinyin of the name', 'find', 'child'],
        person_id: ['人员编号', 'Person’s id', 'apart', 'duty'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'duty'],
      },
    },
    kinship: {
      words: { 'zh-CN': '亲属关系', en: 'Kinship' },
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        from_id: ['父母、配偶或监护人', 'Parent, spouse or guardian', 'eligibility', 'child'],
        to_id: ['子女、配偶或被监护人', 'Child, spouse or ward', 'eligibility', 'child'],
        kind: ['关系（父母、配偶、监护）', 'Kind of link (parent, spouse, guardian)', 'eligibility', 'child'],
        family_id: ['所属家庭', 'Family', 'apart', 'duty'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'duty'],
      },
    },
    account: {
      words: { 'zh-CN': '收款账户', en: 'Accounts' },
      of: 'family',
      kept: 'registered',
      fields: {
        county: ['县', 'County', 'apart', 'duty'],
        id: ['账户编号', 'Account’s id', 'apart', 'duty'],
        person_id: ['户主本人', 'Owner', 'pay', 'account'],
        family_id: ['所属家庭', 'Family', 'apart', 'duty'],
        residence: ['居住的村或社区', 'Village or neighbourhood', 'jurisdiction', 'duty'],
        bank: ['开户银行', 'Bank', 'pay', 'account'],
        holder_name: ['户名', 'Name on the account', 'pay', 'account'],
        number_sealed: ['账号（加密）', 'Account number (sealed)', 'pay', 'account'],
        number_blind: ['账号的检索码', 'Blind index of the account number', 'money', 'account'],
        number_last4: ['账号后四位', 'Last four digits', 'reach', 'account'],
        created_at: ['登记时间', 'Time of entry', 'order', 'duty'],
        closed_at: ['停用时间', 'Time it was closed', 'pay', 'account'],
      },
    },
  },
};
