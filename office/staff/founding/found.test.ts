import { expect, test } from 'vitest';
import { foundOffices } from './found.ts';
import { groundDuties } from '../../hall/who/duty.ts';
import { readFounding } from './founding-file.ts';
import { signIn } from '../sign-in/sign-in.ts';
import { cheap, county, testHouse } from '../testing.ts';

const { house } = await testHouse();

function foundingWith(staff: readonly unknown[]) {
  const divisions = [{ code: '990101000000', name: { zh: '禾安县', en: 'Hean County' }, staff }];
  const read = readFounding({ divisions }, county, groundDuties);
  if (read.kind === 'faults') throw new Error(read.faults.map(({ at, words }) => `${at}: ${words.en}`).join('; '));
  return read.founding;
}

const administrator = { name: '王芳', signIn: 'wang.fang', duties: ['administer'] };

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
