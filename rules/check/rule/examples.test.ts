import { describe, expect, test } from 'vitest';
import { readText, smallPack } from '../../testing.ts';

/** The codes of what is wrong with the small pack, its examples being these and its rule asking for relatives and neighbours. */
function codesOf(examples: string): readonly string[] {
  const text = smallPack
    .replace(
      'eligible: oldEnough and elder.local and counted > 0',
      'eligible: oldEnough and elder.local and counted > 0 and count(elder.children[item.nights > 1]) = 1 and count(elder.members) < 3',
    )
    .replace(/```examples[^]*?```\n\n```table[^]*$/, () => `\`\`\`examples\n${examples}\n\`\`\`\n`);
  const read = readText(text);
  const findings = read.kind === 'findings' ? read.findings : read.warnings;
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const elder = 'elder: { birth: 1950-05-05, nights: 10, local: true }';
const people = 'people: [{ id: a, nights: 2 }, { id: b, nights: 1 }]';
const links = 'links: [{ kind: parent, from: elder, to: a }, { kind: parent, from: elder, to: b }]';
const households = 'households: [[elder, a], [b]]';

describe('an example of a family', () => {
  test.each([
    ['of which everything is told', `${people}, ${links}, ${households}, amount: 1000.00`, []],
    ['of two households', `${people}, ${links}, households: [[elder], [a], [b]], amount: 1000.00`, []],
    ['of one large household', `${people}, ${links}, households: [[elder, a, b]], outcome: not-eligible`, []],
    ['without children', `links: [], households: [[elder]], outcome: not-eligible`, []],
    ['whose relatives are not told', `${households.replace('a], [b', 'elder')}, amount: 1000.00`, ['bad-example']],
    ['whose amount is another', `${people}, ${links}, ${households}, amount: 999.00`, ['example-fails']],
    [
      'who is linked to nobody known',
      `${people}, links: [{ kind: parent, from: elder, to: c }], amount: 1.00`,
      ['bad-example'],
    ],
    [
      'in which a link is no map',
      `${people}, links: [parent], ${households}, amount: 1000.00`,
      ['example-fails', 'expected-map'],
    ],
    [
      'with a list for a name',
      `${people}, links: [{ kind: parent, from: [elder], to: a }], amount: 1.00`,
      ['bad-example'],
    ],
    ['with a list for somebody at home', `${people}, ${links}, households: [[[elder]]], amount: 1.00`, ['bad-example']],
  ])('%s', (_, family, codes) => {
    expect(codesOf(`- { ${elder}, period: 2026, ${family} }`)).toEqual(codes);
  });

  test('is looked at on the last day of its period, unless it names a day', () => {
    const born = (on: string): readonly string[] =>
      codesOf(
        `- { elder: { birth: 2026-03-01, nights: 1, local: true }, period: 2026, ${on}links: [], households: [[elder]], outcome: not-eligible }`,
      );
    expect(born('')).toEqual([]);
    expect(born('on: 2026-03-01, ')).toEqual([]);
    expect(born('on: 2026-02-28, ')).toEqual(['bad-example']);
  });
});
