import { describe, expect, test } from 'vitest';
import { testVocabulary } from '../../testing.ts';
import { readVocabulary } from '../../vocabulary.ts';
import { readFacts } from './read-facts.ts';

const vocabulary = testVocabulary();

function problemsOf(json: unknown): readonly string[] {
  const read = readFacts(vocabulary, json);
  return read.kind === 'problems' ? read.problems.map(({ path, kind }) => `${path} ${kind}`) : [];
}

const sound = {
  on: '2026-02-01',
  people: [
    { id: 'c', birth: '2023-12-05', nationality: 'CN', alive: true },
    { id: 'm', birth: '1995-03', income: '120000' },
  ],
  links: [{ kind: 'parent', from: 'm', to: 'c' }],
  subject: 'c',
};

/** The sound facts with another first person. */
const withChild = (child: unknown): unknown => ({ ...sound, people: [child, sound.people[1]] });

describe('facts from outside', () => {
  test('sound facts are read: money as fen, a month where the day is not known', () => {
    expect(readFacts(vocabulary, sound)).toEqual({
      kind: 'facts',
      facts: {
        on: '2026-02-01',
        people: [
          { id: 'c', birth: '2023-12-05', nationality: 'CN', alive: true },
          { id: 'm', birth: '1995-03', income: 120_000n },
        ],
        links: [{ kind: 'parent', from: 'm', to: 'c' }],
        subject: 'c',
      },
    });
  });

  test('null and absent are the same: not known', () => {
    const read = readFacts(vocabulary, withChild({ id: 'c', birth: null }));
    expect(read.kind === 'facts' && read.facts.people[0]).toEqual({ id: 'c' });
  });

  test('links that were not given stay not given', () => {
    const { links: _, ...without } = sound;
    const read = readFacts(vocabulary, without);
    expect(read.kind === 'facts' && 'links' in read.facts).toBe(false);
  });

  test('households are lists of ids; a person may be in two, and not given is not known', () => {
    const households = [['c', 'm'], ['c'], []];
    const read = readFacts(vocabulary, { ...sound, households });
    expect(read.kind === 'facts' && read.facts.households).toEqual(households);
    const without = readFacts(vocabulary, { ...sound, households: null });
    expect(without.kind === 'facts' && 'households' in without.facts).toBe(false);
  });

  test.each([
    ['a household of somebody who is not there', { ...sound, households: [['c', 'x']] }, ['households[0][1] nobody']],
    ['somebody twice in one', { ...sound, households: [['c'], ['m', 'm']] }, ['households[1][1] twice-in-household']],
    ['a household that is no list', { ...sound, households: ['c'] }, ['households[0] not-a-list']],
    ['an id that is none', { ...sound, households: [[7]] }, ['households[0][0] not-an-id']],
    ['no list at all', { ...sound, households: { c: ['m'] } }, ['households not-a-list']],
    [
      'too many',
      { ...sound, households: Array.from({ length: 10_001 }, () => []) },
      ['households too-many-households'],
    ],
    ['a misspelt field', { ...sound, household: [] }, ['household misspelt-field']],
    ['a birth in the future', withChild({ id: 'c', birth: '2026-02-02' }), ['people[0].birth in-the-future']],
    ['a month in the future', withChild({ id: 'c', birth: '2026-03' }), ['people[0].birth in-the-future']],
    ['the month of asking itself is no future', withChild({ id: 'c', birth: '2026-02' }), []],
    ['a day that the calendar lacks', withChild({ id: 'c', birth: '2025-02-30' }), ['people[0].birth not-a-day']],
    ['29 February of a common year', withChild({ id: 'c', birth: '2025-02-29' }), ['people[0].birth not-a-day']],
    ['a birth in another century', withChild({ id: 'c', birth: '1023-12-05' }), ['people[0].birth too-long-ago']],
    ['a number for a date', withChild({ id: 'c', birth: 20_231_205 }), ['people[0].birth not-a-day']],
    ['a text for a boolean', withChild({ id: 'c', alive: 'true' }), ['people[0].alive not-a-boolean']],
    ['1 for a boolean', withChild({ id: 'c', alive: 1 }), ['people[0].alive not-a-boolean']],
    ['a country in small letters', withChild({ id: 'c', nationality: 'cn' }), ['people[0].nationality not-a-country']],
    ['half a night', withChild({ id: 'c', nights: 0.5 }), ['people[0].nights not-a-whole-number']],
    ['money with a point', withChild({ id: 'c', income: '12.50' }), ['people[0].income not-fen']],
    ['money below nothing', withChild({ id: 'c', income: '-1' }), ['people[0].income negative-money']],
    ['no money, written with a sign', withChild({ id: 'c', income: '-0' }), []],
    ['a misspelt fact', withChild({ id: 'c', nationalty: 'CN' }), ['people[0].nationalty misspelt-field']],
    ['a fact that no vocabulary names', withChild({ id: 'c', marriage: 'yes' }), ['people[0].marriage unknown-field']],
    [
      'a prototype',
      JSON.parse('{"on":"2026-02-01","people":[{"id":"c","__proto__":{"alive":true}}],"subject":"c"}'),
      ['people[0].__proto__ unknown-field'],
    ],
    ['a person who is a number', withChild(7), ['people[0] not-an-object', 'links[0].to nobody', 'subject nobody']],
    ['two of one id', { ...sound, people: [sound.people[0], sound.people[0]], links: [] }, ['people[1].id same-id']],
    [
      'a birth in the month before the first day',
      withChild({ id: 'c', birth: '1899-12' }),
      ['people[0].birth too-long-ago'],
    ],
    ['a birth in the month of the first day', withChild({ id: 'c', birth: '1900-01' }), ['links[0] parent-not-older']],
    ['a birth on the first day', withChild({ id: 'c', birth: '1900-01-01' }), ['links[0] parent-not-older']],
    ['a birth on the day of asking', withChild({ id: 'c', birth: '2026-02-01' }), []],
    ['a birth in the month of asking', withChild({ id: 'c', birth: '2026-02' }), []],
    ['a birth the day after', withChild({ id: 'c', birth: '2026-02-02' }), ['people[0].birth in-the-future']],
    ['nobody at all', { ...sound, people: [] }, ['people not-people', 'links[0].from nobody', 'links[0].to nobody']],
    ['a subject who is not there', { ...sound, subject: 'x' }, ['subject nobody']],
    ['a link to nobody', { ...sound, links: [{ kind: 'parent', from: 'x', to: 'c' }] }, ['links[0].from nobody']],
    [
      'a link of an unknown kind',
      { ...sound, links: [{ kind: 'uncle', from: 'm', to: 'c' }] },
      ['links[0].kind not-a-link'],
    ],
    ['a link to oneself', { ...sound, links: [{ kind: 'spouse', from: 'c', to: 'c' }] }, ['links[0] link-to-self']],
    [
      'a parent younger than the child',
      { ...sound, links: [{ kind: 'parent', from: 'c', to: 'm' }] },
      ['links[0] parent-not-older'],
    ],
    ['a list', [], [' not-an-object']],
    ['null', null, [' not-an-object']],
    ['a text', 'facts', [' not-an-object']],
  ])('%s', (_, json, expected) => {
    expect(problemsOf(json)).toEqual(expected);
  });

  test('parents in a circle are refused, however long the circle', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `p${i}`);
    const links = ids.map((id, i) => ({ kind: 'parent', from: id, to: ids[(i + 1) % ids.length] }));
    const family = { on: '2026-02-01', people: ids.map((id) => ({ id })), links, subject: 'p0' };
    expect(problemsOf(family)).toEqual(['links parents-in-a-circle']);
    expect(problemsOf({ ...family, links: links.slice(1) })).toEqual([]);
  });

  test('everything that is wrong is told at once', () => {
    const json = { on: '2026-13-01', people: [{ id: '', birth: 'x', alive: 'no' }], subject: 5, extra: 1 };
    expect(problemsOf(json)).toEqual([
      'on not-a-day',
      'extra unknown-field',
      'people[0].id not-an-id',
      'people[0].birth not-a-day',
      'people[0].alive not-a-boolean',
      'subject not-an-id',
    ]);
  });

  test('what was found is repeated only so far', () => {
    const read = readFacts(vocabulary, withChild({ id: 'c', birth: 'x'.repeat(1_000_000) }));
    expect(
      read.kind === 'problems' && Math.max(...read.problems.map(({ words }) => words['zh-CN'].length)),
    ).toBeLessThan(200);
  });
});

test('as many as ten thousand people are read, and not one more', () => {
  const people = (count: number): unknown => ({
    on: '2026-02-01',
    people: Array.from({ length: count }, (_, i) => ({ id: `p${i}` })),
    subject: 'p0',
  });
  expect(problemsOf(people(10_000))).toEqual([]);
  expect(problemsOf(people(10_001))).toContain('people not-people');
});

test('a fact that is a month is told as one: a day says more than was asked for, and is refused as in a register', () => {
  const read = readVocabulary({
    file: 'vocabulary.yaml',
    text: `facts:
  started: { type: month, words: { zh: "开始的月份", en: month of the start }, from: { zh: "单位", en: employer } }
`,
  });
  if (read.kind === 'findings') throw new Error(JSON.stringify(read.findings));
  const found = ['2025-03', '2025-03-04', '2025-13', 202_503].map((started) => {
    const facts = readFacts(read.vocabulary, { on: '2026-02-01', people: [{ id: 'a', started }], subject: 'a' });
    return facts.kind === 'facts'
      ? facts.facts.people[0]?.['started']
      : facts.problems.map(({ words }) => words.en).join();
  });
  expect(found).toEqual([
    '2025-03',
    'a month such as 2026-02 is expected, not "2025-03-04"',
    'a month such as 2026-02 is expected, not "2025-13"',
    'a month such as 2026-02 is expected, not 202503',
  ]);
});
