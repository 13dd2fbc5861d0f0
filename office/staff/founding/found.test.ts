import { expect, test } from 'vitest';
import { foundOffices } from './found.ts';
import { groundDuties } from '../../hall/who/duty.ts';
import { payerAtFounding } from '../../payments/batch/founding.ts';
import { payerOf } from '../../payments/batch/bank-store.ts';
import { readFounding } from './founding-file.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { as, cheap, county, system, testHouse } from '../testing.ts';

const { house } = await testHouse();

const payer = { name: '禾安县惠民补贴专户', account: '330182000000000009', bank: '禾安农商银行' };

const administrator = { name: '王芳', signIn: 'wang.fang', duties: ['administer'] };
const written = { code: '990101000000', name: { zh: '禾安县', en: 'Hean County' }, staff: [administrator] };

function foundingWith(staff: readonly unknown[]) {
  const divisions = [{ ...written, staff }];
  const read = readFounding({ divisions, bank: { payer } }, county, groundDuties, [payerAtFounding]);
  if (read.kind === 'faults') throw new Error(read.faults.map(({ at, words }) => `${at}: ${words.en}`).join('; '));
  return read.founding;
}

test('a county begins with its offices, and whoever was taken in can sign in with the password told once', async () => {
  const [account] = await foundOffices(house, foundingWith([administrator]), cheap);
  expect(account).toMatchObject({ name: '王芳', signInName: 'wang.fang' });
  const inside = await signIn(house, {
    of: county,
    signInName: 'wang.fang',
    password: account?.password ?? '',
    address: '127.0.0.1',
  });
  expect(inside.kind).toBe('signed-in');
});

test('the file may grow and be given again: only who is new gets an account', async () => {
  const clerk = { name: '李明', signIn: 'li.ming', duties: ['receive'] };
  const accounts = await foundOffices(house, foundingWith([administrator, clerk]), cheap);
  expect(accounts.map(({ signInName }) => signInName)).toEqual(['li.ming']);
});

test('the account that pays is entered with the offices, and a later file’s holds; both are in the audit', async () => {
  expect(await as(house, system, (trx) => payerOf(trx, county))).toEqual(payer);
  const read = readFounding(
    { divisions: [written], bank: { payer: { ...payer, bank: '禾安工行' } } },
    county,
    groundDuties,
    [payerAtFounding],
  );
  if (read.kind === 'faults') throw new Error('The file is right');
  await foundOffices(house, read.founding, cheap);
  await foundOffices(house, read.founding, cheap);
  expect(await as(house, system, (trx) => payerOf(trx, county))).toEqual({ ...payer, bank: '禾安工行' });
  const acts = await as(house, system, (trx) =>
    trx.selectFrom('auditEntry').select('act').where('subjectKind', '=', 'bank-profile').execute(),
  );
  expect(acts.map(({ act }) => act)).toEqual(['bank-profile.payer-entered', 'bank-profile.payer-entered']);
});

test.each([undefined, {}, { payer: { ...payer, account: 330182 } }, { payer, colour: 'red' }])(
  'without saying who pays there is no beginning: %j',
  (bank) => {
    const read = readFounding({ divisions: [written], bank }, county, groundDuties, [payerAtFounding]);
    if (read.kind !== 'faults') throw new Error('Nobody said who pays');
    expect(read.faults[0]?.at).toMatch(/^bank/);
    expect(read.faults[0]?.words['zh-CN']).toContain('付款账户');
  },
);
