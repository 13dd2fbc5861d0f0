import { describe, expect, test } from 'vitest';
import { blindIndex } from '../../../building/identity/sealed.ts';
import type { FamilyId } from '../../../values/id.ts';
import { checkDigitOf } from '../../../values/resident-id.ts';
import type { FamilyActing, StaffActing } from '../../hall/who/acting.ts';
import { as, county, dongzhuang, liutang, shanghe, shiqiao, system, testHouse } from '../../staff/testing.ts';
import { correctPerson } from './correct.ts';
import { lookUp } from '../find/look-up.ts';
import { familyWithin, ownRecord } from '../find/record.ts';
import { comeToTheCounter, type Entering, type Entry, enter, entryRefusalWords } from './register.ts';

const { house, hire } = await testHouse();
const clerk = (await hire('方小满', 'receive', dongzhuang)).acting;
const townClerk = (await hire('周素清', 'receive', liutang)).acting;
const otherClerk = (await hire('何秀英', 'receive', shiqiao)).acting;

let running = 0;
const newIdentity = (birth = '19940506'): string => {
  const first17 = `990101${birth}${String((running += 1)).padStart(3, '0')}`;
  return `${first17}${checkDigitOf(first17)}`;
};
const newPhone = (): string => String(19_900_000_000 + (running += 1));

const mother = (): NonNullable<Entry['adult']> => ({ name: '王秀兰', identity: newIdentity(), phone: newPhone() });

function entering<Acting extends Entering>(acting: Acting, entry: Entry) {
  return as(house, acting, (trx) => enter(trx, house, acting, entry));
}

async function entered<Acting extends Entering>(acting: Acting, entry: Entry) {
  const outcome = await entering(acting, entry);
  if (outcome.kind !== 'entered') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function phoneActing(phone: string): FamilyActing {
  return { kind: 'family', county, phone, phoneBlind: blindIndex(house.keysOf(county), phone, 'phone') };
}

async function looksAt(id: string): Promise<number> {
  const looks = await as(house, system, (trx) =>
    trx.selectFrom('accessLog').select('id').where('personId', '=', id).execute(),
  );
  return looks.length;
}

async function countPeople(): Promise<number> {
  const people = await as(house, system, (trx) => trx.selectFrom('person').select('id').execute());
  return people.length;
}

describe('at the counter', () => {
  test('a clerk enters a mother, her child and her account in one act', async () => {
    const outcome = await entered(clerk, {
      residence: dongzhuang,
      adult: mother(),
      child: { name: '刘一诺', birth: '2023-12-05' },
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: '6228480000000000018' },
    });
    const family = await as(house, clerk, (trx) => familyWithin(trx, house, county, outcome.familyId));
    expect(family?.people.map(({ name, birth, nationality }) => [name, birth, nationality])).toEqual([
      ['王秀兰', '1994-05-06', 'CN'],
      ['刘一诺', '2023-12-05', undefined],
    ]);
    expect(family?.kinships).toEqual([{ kind: 'parent', from: outcome.adultId, to: outcome.childId }]);
    expect(family?.accounts).toMatchObject([
      { id: outcome.accountId, personId: outcome.adultId, bank: '禾安农商银行', last4: '0018' },
    ]);
    expect(family?.residence).toEqual({
      code: dongzhuang,
      name: { 'zh-CN': '东庄村', 'zh-TW': '東莊村', en: 'Dongzhuang' },
    });
  });

  test('a guardian’s second child joins the family that is there', async () => {
    const first = await entered(clerk, { residence: dongzhuang, adult: mother() });
    const second = await entered(clerk, {
      familyId: first.familyId,
      adultId: first.adultId,
      child: { name: '刘二诺', birth: '2025-01-02' },
      link: 'guardian',
    });
    expect(second.familyId).toBe(first.familyId);
    const family = await as(house, clerk, (trx) => familyWithin(trx, house, county, first.familyId));
    expect(family?.kinships).toEqual([{ kind: 'guardian', from: first.adultId, to: second.childId }]);
  });

  test('every fault is named at once, at its place, and nothing is entered', async () => {
    const before = await countPeople();
    const outcome = await entering(clerk, {
      residence: liutang,
      adult: { name: '', phone: '12' },
      child: { name: '刘一诺', birth: '2027-01-01', identity: '99010120231205001' },
      account: { bank: '', holderName: '刘一诺', number: '62-x' },
    });
    expect(outcome.kind === 'faults' && outcome.faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      'residence residence-unknown',
      'adult/name name-empty',
      'adult/birth birth-empty',
      'adult/phone phone-wrong',
      'child/birth birth-in-future',
      'child/identity identity-wrong-length',
      'account/bank bank-empty',
      'account/number number-characters',
    ]);
    expect(await countPeople()).toBe(before);
  });

  test.each(['𠮷'.repeat(60), '㼆齉', '\u{31350}小兰', '阿依古丽·买买提'])(
    'the name %s is kept as it is',
    async (name) => {
      const { adultId } = await entered(clerk, { residence: dongzhuang, adult: { ...mother(), name } });
      const rows = await as(house, clerk, (trx) =>
        trx.selectFrom('person').select('name').where('id', '=', String(adultId)).execute(),
      );
      expect(rows).toEqual([{ name }]);
      expect(await lookUp(house, clerk, name)).toMatchObject({ kind: 'found', people: [{ id: adultId, name }] });
    },
  );

  test('a name of 61 characters is refused with its length, and nothing is entered', async () => {
    const before = await countPeople();
    const outcome = await entering(clerk, { residence: dongzhuang, adult: { ...mother(), name: '𠮷'.repeat(61) } });
    expect(outcome).toMatchObject({
      kind: 'faults',
      faults: [{ at: 'adult/name', words: { 'zh-CN': '姓名最多 60 个字，现在是 61 个。' } }],
    });
    expect(await countPeople()).toBe(before);
  });

  test('a child is not older than the adult', async () => {
    const outcome = await entering(clerk, {
      residence: dongzhuang,
      adult: mother(),
      child: { name: '刘一诺', birth: '1990-01-01' },
    });
    expect(outcome).toMatchObject({ kind: 'faults', faults: [{ at: 'child/birth', code: 'child-is-older' }] });
  });

  test('a clerk enters nobody in a village that another office serves', async () => {
    const outcome = await entering(otherClerk, { residence: dongzhuang, adult: mother() });
    expect(outcome).toMatchObject({ kind: 'faults', faults: [{ at: 'residence', code: 'residence-elsewhere' }] });
  });

  test('a family of another township is not found, as if there were none', async () => {
    const { familyId, adultId } = await entered(clerk, { residence: dongzhuang, adult: mother() });
    const entry = { adultId, child: { name: '刘一诺', birth: '2023-12-05' } };
    expect(await entering(otherClerk, { ...entry, familyId })).toEqual({ kind: 'no-such-family' });
    expect(
      await entering(otherClerk, { ...entry, familyId: '0198f3a0-0000-7000-8000-000000000000' as FamilyId }),
    ).toEqual({ kind: 'no-such-family' });
  });

  test('an identity number that is in the register is said to be, and nothing is half entered', async () => {
    const adult = mother();
    await entered(clerk, { residence: dongzhuang, adult });
    const before = await countPeople();
    const outcome = await entering(townClerk, {
      residence: dongzhuang,
      adult: { ...adult, phone: newPhone() },
      child: { name: '刘一诺', birth: '2023-12-05' },
    });
    expect(outcome).toEqual({ kind: 'identity-of-another', at: 'adult' });
    expect(await countPeople()).toBe(before);
    const families = await as(house, system, (trx) =>
      trx
        .selectFrom('family')
        .leftJoin('person', 'person.familyId', 'family.id')
        .select('family.id')
        .where('person.id', 'is', null)
        .execute(),
    );
    expect(families).toEqual([]);
  });

  test('a phone number is in one person’s name', async () => {
    const adult = mother();
    await entered(clerk, { residence: dongzhuang, adult });
    const outcome = await entering(clerk, { residence: dongzhuang, adult: { ...mother(), phone: adult.phone } });
    expect(outcome).toEqual({ kind: 'phone-of-another', at: 'adult' });
  });

  test('the caller’s transaction goes on after a refusal', async () => {
    const adult = mother();
    await entered(clerk, { residence: dongzhuang, adult });
    const later = await as(house, clerk, async (trx) => {
      const refused = await enter(trx, house, clerk, { residence: dongzhuang, adult });
      const second = await enter(trx, house, clerk, { residence: dongzhuang, adult: mother() });
      return [refused.kind, second.kind];
    });
    expect(later).toEqual(['identity-of-another', 'entered']);
  });
});

describe('on its own phone', () => {
  test('a family that is in no register enters itself, and acts as itself from then on', async () => {
    const phone = newPhone();
    const outcome = await entered(phoneActing(phone), {
      residence: shanghe,
      adult: { name: '单雄信', identity: newIdentity('19900101') },
      child: { name: '单小小', birth: '2024-01-01' },
    });
    expect(outcome.acting).toMatchObject({ who: outcome.adultId, family: outcome.familyId, name: '单雄信' });
    const record = await ownRecord(house, outcome.acting);
    expect(record?.people.map(({ name, phone: number }) => [name, number])).toEqual([
      ['单雄信', phone],
      ['单小小', undefined],
    ]);
  });

  test('is entered with the phone that proved itself, whatever was typed', async () => {
    const [own, typed] = [newPhone(), newPhone()];
    const outcome = await entered(phoneActing(own), { residence: shanghe, adult: { ...mother(), phone: typed } });
    expect((await ownRecord(house, outcome.acting))?.people[0]?.phone).toBe(own);
  });

  test('an identity number that is in the register leads to the counter with a sentence that tells nothing', async () => {
    const adult = mother();
    await entered(clerk, { residence: dongzhuang, adult });
    const acting = phoneActing(newPhone());
    const before = await countPeople();
    const outcome = await entering(acting, { residence: shanghe, adult: { name: '冒名者', identity: adult.identity } });
    expect(outcome.kind).toBe('identity-of-another');
    if (outcome.kind !== 'identity-of-another') return;
    expect(entryRefusalWords(outcome, acting)).toBe(comeToTheCounter);
    expect(comeToTheCounter['zh-CN']).not.toMatch(/已经|登记过|别人|另一/);
    expect(await countPeople()).toBe(before);
  });

  test('reaches no family but its own, whatever id it names', async () => {
    const other = await entered(clerk, { residence: dongzhuang, adult: mother() });
    const own = await entered(phoneActing(newPhone()), { residence: shanghe, adult: mother() });
    const child = { name: '刘一诺', birth: '2023-12-05' };
    const outcome = await entered(own.acting, { familyId: other.familyId, child });
    expect(outcome.familyId).toBe(own.familyId);
    expect(
      await ownRecord(house, { ...own.acting, family: other.familyId, who: own.acting.who ?? ('' as never) }),
    ).toBeDefined();
    const straight = await as(house, own.acting, (trx) =>
      trx.selectFrom('person').select('id').where('familyId', '=', other.familyId).execute(),
    );
    expect(straight).toEqual([]);
  });
});

describe('in the database', () => {
  test('identity, phone and account numbers stand sealed, each openable in its own row alone', async () => {
    const adult = mother();
    const { adultId, accountId } = await entered(clerk, {
      residence: dongzhuang,
      adult,
      account: { bank: '禾安农商银行', holderName: '王秀兰', number: '6228480000000000018' },
    });
    const rows = await as(house, system, async (trx) => ({
      person: await trx.selectFrom('person').selectAll().where('id', '=', String(adultId)).executeTakeFirstOrThrow(),
      account: await trx
        .selectFrom('account')
        .selectAll()
        .where('id', '=', String(accountId))
        .executeTakeFirstOrThrow(),
    }));
    const written = JSON.stringify(rows, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'data' in value
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value,
    );
    for (const secret of [adult.identity, adult.phone, '6228480000000000018']) expect(written).not.toContain(secret);
    const other = await entered(clerk, { residence: dongzhuang, adult: mother() });
    const moved = as(house, system, async (trx) => {
      await trx
        .updateTable('person')
        .set({ phoneSealed: rows.person.phoneSealed })
        .where('id', '=', String(other.adultId))
        .execute();
      return familyWithin(trx, house, county, other.familyId);
    });
    await expect(moved).rejects.toThrow();
  });

  test('without a purpose a clerk sees nobody, and a clerk of another township never', async () => {
    const { familyId } = await entered(clerk, { residence: dongzhuang, adult: mother() });
    const { purpose: _, ...aimless } = clerk;
    const seen = (acting: StaffActing) =>
      as(house, acting, (trx) => trx.selectFrom('person').select('name').where('familyId', '=', familyId).execute());
    expect(await seen(clerk)).toEqual([{ name: '王秀兰' }]);
    expect(await seen(aimless)).toEqual([]);
    expect(await seen(otherClerk)).toEqual([]);
    expect(await seen({ ...clerk, duty: 'administer' })).toEqual([]);
  });
});

describe('a correction', () => {
  const aPerson = async () => {
    const { adultId, familyId } = await entered(clerk, { residence: dongzhuang, adult: mother() });
    if (adultId === undefined) throw new Error('An adult was entered');
    return { id: adultId, familyId };
  };

  test('changes what is named, its search keys, and nothing else', async () => {
    const { id } = await aPerson();
    const outcome = await correctPerson(house, clerk, id, { version: 1, name: '王琇兰', phone: null });
    expect(outcome).toMatchObject({ kind: 'corrected', person: { name: '王琇兰', birth: '1994-05-06', version: 2 } });
    expect(outcome.kind === 'corrected' && 'phone' in outcome.person).toBe(false);
    const keys = await as(house, clerk, (trx) =>
      trx.selectFrom('personNameKey').select('key').where('personId', '=', id).execute(),
    );
    expect(keys.map(({ key }) => key)).toContain('王琇');
    expect(keys.map(({ key }) => key)).not.toContain('王秀');
  });

  test('from a stale tab is not saved, and shows what differs', async () => {
    const { id } = await aPerson();
    await correctPerson(house, clerk, id, { version: 1, name: '王琇兰', nationality: 'CN' });
    const outcome = await correctPerson(house, townClerk, id, { version: 1, name: '王绣兰', nationality: 'CN' });
    expect(outcome).toMatchObject({
      kind: 'stale',
      now: { name: '王琇兰', version: 2 },
      differences: [{ field: 'name', words: { 'zh-CN': '姓名', en: 'Name' }, now: '王琇兰', sent: '王绣兰' }],
    });
  });

  test('shows the record, so the family reads who looked, also when nothing was saved', async () => {
    const { id } = await aPerson();
    const before = await looksAt(id);
    const stale = await correctPerson(house, clerk, id, { version: 99 });
    expect(stale).toMatchObject({ kind: 'stale', now: { id } });
    expect(await looksAt(id)).toBe(before + 1);
    await correctPerson(house, clerk, id, { version: 1 });
    expect(await looksAt(id)).toBe(before + 2);
    expect((await correctPerson(house, otherClerk, id, { version: 1 })).kind).toBe('not-found');
    expect(await looksAt(id)).toBe(before + 2);
  });

  test('of two at one moment, one is saved and the other is stale', async () => {
    const { id } = await aPerson();
    const outcomes = await Promise.all([
      correctPerson(house, clerk, id, { version: 1, name: '王琇兰' }),
      correctPerson(house, townClerk, id, { version: 1, name: '王绣兰' }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['corrected', 'stale']);
  });

  test('of a birthday that no longer fits the identity number is refused', async () => {
    const { id } = await aPerson();
    expect(await correctPerson(house, clerk, id, { version: 1, birth: '1994-05-07' })).toMatchObject({
      kind: 'faults',
      faults: [{ code: 'birth-differs-from-identity' }],
    });
  });

  test('to somebody else’s number is refused', async () => {
    const [{ id }, adult] = [await aPerson(), mother()];
    await entered(clerk, { residence: dongzhuang, adult });
    expect(await correctPerson(house, clerk, id, { version: 1, identity: adult.identity })).toEqual({
      kind: 'identity-of-another',
    });
    expect(await correctPerson(house, clerk, id, { version: 1, phone: adult.phone })).toEqual({
      kind: 'phone-of-another',
    });
  });

  test('by a clerk of another township finds nobody', async () => {
    const { id } = await aPerson();
    expect(await correctPerson(house, otherClerk, id, { version: 1, name: '王琇兰' })).toEqual({ kind: 'not-found' });
  });
});
