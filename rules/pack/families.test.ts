import { expect, test } from 'vitest';
import { readText, smallPack } from '../testing.ts';

/** The answers of a question for the fact, or the codes of what is wrong with them. */
function answersOf(type: string, fact: string, values: readonly string[]): unknown {
  const answers = values.map((value) => `{ value: ${value}, words: { zh: 甲, en: a } }`).join(', ');
  const read = readText(
    smallPack
      .replace('  nights: int\n', `  nights: int\n  ${fact}: ${type}\n`)
      .replace('  fact: elder.birth\n', `  fact: elder.${fact}\n`)
      .replace('  why: {', `  options: [${answers}]\n  why: {`),
  );
  const findings = read.kind === 'findings' ? read.findings : [];
  const faults = findings.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) return faults.map(({ code }) => code);
  const answer = read.kind === 'pack' ? read.pack.info.questions[0]?.answer : undefined;
  return answer?.kind === 'choice' ? answer.options.map(({ value }) => value) : answer;
}

test('what a question offers is a value of its fact', () => {
  expect(answersOf('enum', 'care', ['self', 'full'])).toEqual(['self', 'full']);
  expect(answersOf('text', 'nationality', ['CN', 'ZZ'])).toEqual(['CN', 'ZZ']);
  expect(answersOf('text', 'school', ['小学', 'anything'])).toEqual(['小学', 'anything']);
  expect(answersOf('boolean', 'alive', ['true', 'false'])).toEqual([true, false]);
});

test.each([
  ['enum', 'care', 'fully'],
  ['text', 'nationality', 'China'],
  ['int', 'nights', '1'],
])('a question for a fact of type %s (%s) offers no %s', (type, fact, value) => {
  expect(JSON.stringify(answersOf(type, fact, [value]))).toContain('question-answer-differs');
});

test('a boolean is offered as true and false alone', () => {
  expect(answersOf('boolean', 'alive', ['maybe'])).toEqual(['expected-boolean']);
});
