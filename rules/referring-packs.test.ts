import { describe, expect, test } from 'vitest';
import { day } from '../values/day.ts';
import type { Pack } from './explain/evaluate.ts';
import { explain } from './explain/explain.ts';
import type { PackRead } from './read-pack.ts';
import { type LawText, readPackAmong, readPacks } from './referring-packs.ts';
import { smallPack, testVocabulary } from './testing.ts';

const text = (file: string, written: string): LawText => ({ file, text: written, version: '000000000000' });

/** The small pack under another name, asking for the benefits of those policies. */
function asking(name: string, ...policies: readonly string[]): LawText {
  const benefits = policies.map((policy, i) => `  other${i}: ${policy}\n`).join('');
  const sum = policies.map((_, i) => ` + 0 * other${i}.amount`).join('');
  const written = smallPack
    .replace('policy: test/hospital-care', `policy: test/${name}`)
    .replace('facts:\n', policies.length === 0 ? 'facts:\n' : `benefits:\n${benefits}facts:\n`)
    .replace('amount: rate * counted', `amount: rate * counted${sum}`);
  return text(`${name}.md`, written);
}

const read = (texts: readonly LawText[]): readonly PackRead[] => readPacks(texts, testVocabulary());

const lineOf = (written: string, part: string): number => written.slice(0, written.indexOf(part)).split('\n').length;

/** Codes of the errors of each, or `sound`. */
const codesOf = (reads: readonly PackRead[]): readonly string[] =>
  reads.map((one) =>
    one.kind === 'pack'
      ? 'sound'
      : one.findings
          .filter(({ severity }) => severity === 'error')
          .map(({ code }) => code)
          .join(' '),
  );

describe('packs that refer to one another', () => {
  test('are read each after those it refers to, whatever the order in which they are given', () => {
    const texts = [asking('c', 'test/b', 'test/a'), asking('b', 'test/a'), asking('a')];
    expect(codesOf(read(texts))).toEqual(['sound', 'sound', 'sound']);
    expect(codesOf(read(texts.toReversed()))).toEqual(['sound', 'sound', 'sound']);
  });

  test('a reference to a policy that is not there has a suggestion', () => {
    const [found] = read([asking('b', 'test/hospital-car'), text('a.md', smallPack)]);
    expect(codesOf(found ? [found] : [])).toEqual(['unknown-benefit']);
    expect(found?.kind === 'findings' && found.findings[0]?.didYouMean).toBe('test/hospital-care');
  });

  test('a circle is told in each pack on it, where it refers to the next', () => {
    const reads = read([asking('a', 'test/b'), asking('b', 'test/c'), asking('c', 'test/a'), asking('d', 'test/a')]);
    expect(codesOf(reads)).toEqual([
      'policies-in-a-circle',
      'policies-in-a-circle',
      'policies-in-a-circle',
      'faulty-benefit',
    ]);
    const words = reads.map((one) => (one.kind === 'findings' ? one.findings[0]?.words.en : ''));
    expect(words[1]).toBe('The policies refer to one another in a circle: test/b → test/c → test/a → test/b');
    expect(reads[1]?.kind === 'findings' && reads[1].findings[0]?.span).toMatchObject({
      file: 'b.md',
      line: lineOf(asking('b', 'test/c').text, 'other0: test/c'),
      column: 11,
    });
  });

  test('a pack that asks for itself is a circle of one', () => {
    expect(codesOf(read([asking('a', 'test/a')]))).toEqual(['policies-in-a-circle']);
  });

  test('a pack that refers to a faulty one is told so, and not that there is none', () => {
    const faulty = text('a.md', asking('a').text.replace('age >= 60', 'agee >= 60'));
    expect(codesOf(read([asking('b', 'test/a'), faulty]))).toEqual(['faulty-benefit', 'unknown-name']);
  });

  test('one pack is read with those alone that it refers to, also by way of others', () => {
    const broken = text('other.md', asking('other').text.replace('age >= 60', 'agee >= 60'));
    const others = [asking('a'), asking('b', 'test/a'), broken];
    const among = (one: LawText): readonly string[] => codesOf([readPackAmong(one, others, testVocabulary())]);
    expect(among(asking('c', 'test/b'))).toEqual(['sound']);
    expect(among(asking('c', 'test/other'))).toEqual(['faulty-benefit']);
    expect(among(asking('c', 'test/othr'))).toEqual(['unknown-benefit']);
    expect(among(asking('a', 'test/b'))).toEqual(['policies-in-a-circle']);
  });

  test.each([
    ['---\nextends: [a]\n---\n'],
    ['---\npolicy: x/y\nextends: \n---\n```rule\nbenefits: 7\n```'],
    ['benefits:\nextends:'],
  ])('hostile texts are findings, never an exception: %j', (written) => {
    expect(read([text('x.md', written)])[0]?.kind).toBe('findings');
  });
});

describe('a local pack that extends a national one', () => {
  const ownFront = smallPack
    .slice(0, smallPack.indexOf('```documents'))
    .replace('policy: test/hospital-care', 'policy: test/local\nextends: test/hospital-care')
    .replace('facts:\n', 'benefits: { national: test/hospital-care }\nfacts:\n')
    .replaceAll('elder', 'patient')
    .replace('amount: rate * counted', 'amount: max(national.amount, rate)');
  const examples =
    '```examples\n- { patient: { birth: 1950-01-01, nights: 3, local: true }, period: 2025, amount: 300.00 }\n```\n';
  const localText = text('local.md', ownFront + examples);

  function packsIn(...texts: readonly LawText[]): readonly Pack[] {
    return read(texts).map((one) => {
      if (one.kind === 'findings')
        throw new Error(JSON.stringify(one.findings.map(({ code, words }) => [code, words.en])));
      return one.pack;
    });
  }

  const [national, local] = packsIn(text('national.md', smallPack), localText);

  test('says whom it extends, and takes from it papers, procedure, questions and what families are told', () => {
    expect([national?.info.extends, local?.info.extends]).toEqual([undefined, 'test/hospital-care']);
    expect(local?.info.documents).toEqual(national?.info.documents);
    expect(local?.info.procedure.steps).toEqual(national?.info.procedure.steps);
    expect(local?.info.leaflet).toEqual(national?.info.leaflet);
  });

  test('what is asked is asked of its own subject', () => {
    expect(local?.info.questions.map(({ key, fact }) => [key, fact])).toEqual([['birth', 'patient.birth']]);
    expect(local?.info.supposed.map(({ fact }) => fact)).toEqual(['patient.local']);
  });

  test('the source of what it takes is listed, so that it can be named', () => {
    const source = local?.info.procedure.law.source;
    expect(source).toBe('test/hospital-care:order');
    expect(local?.info.sources.find(({ key }) => key === source)?.title).toBe('《办法》');
  });

  test('examples and the rule are its own', () => {
    expect(codesOf(read([text('national.md', smallPack), text('local.md', ownFront)]))[1]).toBe('no-examples');
    const ruleless = localText.text.replace(/```rule[^]*?```\n/, '');
    expect(codesOf(read([text('national.md', smallPack), text('local.md', ruleless)]))[1]).toBe('missing-fence');
  });

  test('what it says itself replaces what the other says', () => {
    const own =
      '```documents\ncard:\n  name: { zh: "身份证", en: ID card }\n  hint: { zh: "正面", en: The front }\n  required: true\n```\n';
    const [, pack] = packsIn(text('national.md', smallPack), text('local.md', ownFront + own + examples));
    expect(pack?.info.documents.map(({ key }) => key)).toEqual(['card']);
    expect(pack?.info.procedure.workingDays).toBe(20);
  });

  test('takes the higher, does not add', () => {
    if (local === undefined) throw new Error('There is no local pack.');
    const facts = {
      on: day('2026-01-01'),
      people: [{ id: 'x', birth: '1950-01-01', local: true, nights: 3 }],
      subject: 'x',
    };
    expect(explain(local, facts, '2026').amountFen).toBe(300_00n);
    expect(explain(local, facts, '2027').amountFen).toBe(360_00n);
    const few = { ...facts, people: [{ id: 'x', birth: '1950-01-01', local: true, nights: 1 }] };
    expect(explain(local, few, '2026').amountFen).toBe(100_00n);
  });

  test('a policy to extend that is not there is one finding, not one for each missing part', () => {
    expect(
      codesOf(
        read([
          text(
            'local.md',
            ownFront
              .replace('benefits: { national: test/hospital-care }\n', '')
              .replace('max(national.amount, rate)', 'rate * counted') + examples,
          ),
        ]),
      ),
    ).toEqual(['unknown-benefit']);
  });
});

describe('a pack of which the examples are known to come out', () => {
  const wrong = smallPack.replace(/amount: \d+\.00 \}/, 'amount: 1.00 }');

  test('is read without running them', () => {
    expect(codesOf(read([text('a.md', wrong)]))).toEqual(['example-fails']);
    expect(codesOf(read([{ ...text('a.md', wrong), tried: true }]))).toEqual(['sound']);
    const of = (tried: boolean): PackRead | undefined => read([{ ...text('a.md', smallPack), tried }])[0];
    const [again, first] = [of(true), of(false)];
    expect(again?.kind === 'pack' && again.pack.info).toEqual(first?.kind === 'pack' && first.pack.info);
    expect(again?.kind === 'pack' && again.warnings).toEqual(first?.kind === 'pack' && first.warnings);
  });

  test('is told of every other fault', () => {
    const misspelt = smallPack.replace('amount: rate * counted', 'amount: rate * countd');
    expect(codesOf(read([{ ...text('a.md', misspelt), tried: true }]))).toEqual(['unknown-name']);
  });
});
