import { describe, expect, test } from 'vitest';
import { day } from '../../../values/day.ts';
import { division } from '../../../values/division.ts';
import type { FamilyId, PersonId } from '../../../values/id.ts';
import type { Family, Person } from '../case.ts';
import { factsOf } from './facts.ts';

const [mother, child] = ['m', 'c'] as unknown as readonly [PersonId, PersonId];
const residence = { code: division('990101101201'), name: { 'zh-CN': '东庄村', en: 'Dongzhuang' } };
const id = 'f' as FamilyId;

function person(of: Pick<Person, 'id' | 'birth'> & Partial<Person>): Person {
  return {
    familyId: id,
    name: '王秀兰',
    identity: '990101199405060029',
    phone: '19900000042',
    residence,
    version: 1,
    ...of,
  };
}

const family: Family = {
  id,
  residence,
  people: [
    person({ id: mother, birth: day('1994-05-06'), nationality: 'CN' }),
    person({ id: child, birth: day('2023-12-05'), diedOn: day('2026-02-01') }),
  ],
  kinships: [{ kind: 'parent', from: mother, to: child }],
  accounts: [],
};

describe('what the rules may know of a family', () => {
  const facts = factsOf(family, child, day('2026-03-02'));

  test('is birth, whether living, nationality, who lives together and who is whose parent; no name, no number, no address', () => {
    expect(facts).toEqual({
      on: '2026-03-02',
      subject: child,
      people: [
        { id: mother, birth: '1994-05-06', alive: true, nationality: 'CN' },
        { id: child, birth: '2023-12-05', alive: false },
      ],
      households: [[mother, child]],
      links: [{ kind: 'parent', from: mother, to: child }],
    });
  });

  test('leaves out what the register does not know, instead of calling it false', () => {
    expect(facts.people[1]).not.toHaveProperty('nationality');
  });

  test('is as of the day: whoever died later was living then', () => {
    expect(factsOf(family, child, day('2026-01-31')).people[1]).toMatchObject({ alive: true });
    expect(factsOf(family, child, day('2026-02-01')).people[1]).toMatchObject({ alive: false });
  });
});
