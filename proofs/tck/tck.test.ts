import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { literalResults } from './kit.ts';
import { type Report, reportOn, reportText } from './report.ts';

// The kit itself is not ours to ship: these few invented models stand for it.

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const decision = (name: string, expression: string, more = ''): string =>
  `<decision id="_${name}" name="${name}"><variable name="${name}"/>${more}<literalExpression><text>${expression}</text></literalExpression></decision>`;

const needs = (id: string): string => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`;

const result = (name: string, expected: string): string =>
  `<resultNode name="${name}" type="decision"><expected>${expected}</expected></resultNode>`;

const value = (type: string, text: string): string => `<value xsi:type="xsd:${type}">${text}</value>`;
const nothing = '<value xsi:nil="true"/>';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Writes a model and one test file with a single case. */
async function kit(model: string, cases: string): Promise<void> {
  await mkdir(join(folder, 'level'));
  await writeFile(join(folder, 'level', 'nights.dmn'), `<definitions xmlns="urn:dmn">${model}</definitions>`);
  const file = `<testCases xmlns="urn:cases" ${xsi}><modelName>nights.dmn</modelName>${cases}</testCases>`;
  await writeFile(join(folder, 'level', 'nights-test-01.xml'), file);
}

const oneCase = (inside: string): string => `<testCase id="001">${inside}</testCase>`;

async function judged(model: string, inside: string): Promise<Report> {
  await kit(model, oneCase(inside));
  return reportOn(await literalResults(folder));
}

/** The figures for one expression without inputs. */
async function figuresOf(expression: string, expected: string): Promise<Report['figures']> {
  const { figures } = await judged(decision('d', expression), result('d', expected));
  return figures;
}

describe('a literal result', () => {
  test('with the expected value is right', async () => {
    expect(await figuresOf('2 + 3', value('decimal', '5'))).toMatchObject({
      population: 1,
      accepted: 1,
      right: 1,
      wrong: 0,
      rejected: 0,
      acceptedByPacks: 1,
    });
  });

  test('that packs could not be written in is right by the standard profile alone', async () => {
    const figures = await figuresOf('upper case("ab")', value('string', 'AB'));
    expect(figures).toMatchObject({ accepted: 1, right: 1, acceptedByPacks: 0 });
  });

  test('of which the expected value is another is told as wrong, with both values', async () => {
    const report = await judged(decision('d', '2 + 3'), result('d', value('decimal', '6')));
    expect(report.figures).toMatchObject({ accepted: 1, right: 0, wrong: 1 });
    expect(reportText(report, false)).toContain('case 001 (pack profile): 2 + 3 gives 5, the standard 6');
  });

  test.each([
    ['a number for a null', '2', nothing],
    ['a null for a number', '[1][2]', value('decimal', '1')],
    ['a text for another', '"a"', value('string', 'b')],
    ['a text for the same digits as a number', '"5"', value('decimal', '5')],
    ['a list that is longer', '[1, 2]', `<list><item>${value('decimal', '1')}</item></list>`],
    ['a duration that is longer', 'duration("P2D")', value('duration', 'P1D')],
    ['a boolean for the other', '1 = 1', value('boolean', 'false')],
    ['a number that a rounding to few decimals would hide', '1.25', value('decimal', '1.3')],
    ['a number that differs in the last of many decimals', '2 / 3', value('decimal', '0.66666666666')],
  ])('is wrong: %s', async (_, expression, expected) => {
    expect(await figuresOf(expression, expected)).toMatchObject({ right: 0, wrong: 1 });
  });

  test('that the kit writes rounded is right when it is rounded as far', async () => {
    expect(await figuresOf('2 / 3', value('decimal', '0.66666667'))).toMatchObject({ right: 1, wrong: 0 });
  });

  test('that is null by the values is right when null is expected, and counted as such', async () => {
    expect(await figuresOf('1 / 0', nothing)).toMatchObject({ right: 1, rightNulls: 1, acceptedByPacks: 0 });
  });

  test.each([
    ['{ a: 1 }', 'unexpected-word'],
    ['1 + "a"', 'no-such-arithmetic'],
    ['soundex("a")', 'unknown-function'],
    ['date("-0044-03-15")', 'beyond-our-calendar'],
    ['2 ** 0.5', 'exponent-not-whole'],
    ['time("10:00:00") = time("10:00:00Z")', 'local-against-offset'],
  ])('is rejected with its reason: %s', async (expression, reason) => {
    const figures = await figuresOf(expression, nothing);
    expect(figures).toMatchObject({ accepted: 0, rejected: 1, reasons: { [reason]: 1 } });
  });

  test('is no literal result where the decision is made in another way', async () => {
    const table = '<decision id="_t" name="t"><variable name="t"/><decisionTable/></decision>';
    const { figures } = await judged(table, result('t', value('decimal', '5')));
    expect(figures.population).toBe(0);
  });
});

describe('what a decision needs', () => {
  const input =
    '<inputData id="_nights" name="Nights in hospital"><variable name="Nights in hospital" typeRef="number"/></inputData>';
  const given = `<inputNode name="Nights in hospital">${value('decimal', '12')}</inputNode>`;

  test('an input is a name, with its spaces', async () => {
    const paid = decision('paid', 'Nights in hospital * 100', needs('_nights'));
    const { figures } = await judged(input + paid, given + result('paid', value('decimal', '1200')));
    expect(figures).toMatchObject({ right: 1, wrong: 0 });
  });

  test('another decision is worked out first', async () => {
    const first = decision('counted', 'min(Nights in hospital, 10)', needs('_nights'));
    const second = decision('paid', 'counted * 100', needs('_counted'));
    const { figures } = await judged(input + first + second, given + result('paid', value('decimal', '1000')));
    expect(figures).toMatchObject({ right: 1, wrong: 0 });
  });

  test('an input that is not given is null, which no condition is met by', async () => {
    const long = decision('long', 'if Nights in hospital > 30 then "long" else "short"', needs('_nights'));
    const { figures } = await judged(input + long, result('long', value('string', 'short')));
    expect(figures).toMatchObject({ right: 1, wrong: 0 });
  });

  test('decisions that need each other are rejected, not followed for ever', async () => {
    const circle = decision('a', 'b + 1', needs('_b')) + decision('b', 'a + 1', needs('_a'));
    const { figures } = await judged(circle, result('a', value('decimal', '1')));
    expect(figures.reasons).toEqual({ 'needs-itself': 1 });
  });

  test('an input with components is rejected', async () => {
    const person = `<inputNode name="Nights in hospital"><component name="first">${value('decimal', '1')}</component></inputNode>`;
    const first = decision('first', 'Nights in hospital.first', needs('_nights'));
    const { figures } = await judged(input + first, person + result('first', value('decimal', '1')));
    expect(figures.reasons).toEqual({ 'needs-context': 1 });
  });

  test('a model that coerces the result to its own type is not judged by the expression alone', async () => {
    const item = '<itemDefinition name="tNights"><typeRef>string</typeRef></itemDefinition>';
    const coerced = decision('d', '5').replace('<variable name="d"/>', '<variable name="d" typeRef="tNights"/>');
    const { figures } = await judged(item + coerced, result('d', nothing));
    expect(figures.reasons).toEqual({ 'result-is-coerced': 1 });
  });
});

interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

async function run(...given: readonly string[]): Promise<Ended> {
  const program = [join(import.meta.dirname, 'run.ts'), ...given];
  return new Promise((resolve) => {
    execFile(process.execPath, program, (error, said, complained) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said, complained }),
    );
  });
}

describe('the command', () => {
  test('prints figures as JSON and ends with 0 when nothing is wrong', async () => {
    const cases = result('d', value('decimal', '5')) + result('e', nothing);
    await kit(decision('d', '2 + 3') + decision('e', '{ a: 1 }'), oneCase(cases));
    const { code, said } = await run(folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(said)).toEqual({
      population: 2,
      accepted: 1,
      right: 1,
      wrong: 0,
      rejected: 1,
      rightNulls: 0,
      acceptedByPacks: 1,
      reasons: { 'unexpected-word': 1 },
    });
  });

  test('ends with 1 when a value is wrong', async () => {
    await kit(decision('d', '2 + 3'), oneCase(result('d', value('decimal', '6'))));
    const { code, said } = await run(folder);
    expect(code).toBe(1);
    expect(said).toContain('1 literal results: 1 accepted, of which 0 right and 1 wrong; 0 rejected.');
  });

  test('says which rejected expression stands where, when asked', async () => {
    await kit(decision('d', '{ a: 1 }'), oneCase(result('d', nothing)));
    const { said } = await run(folder, '--verbose');
    expect(said).toContain(`rejected, unexpected-word: { a: 1 } (${join('level', 'nights-test-01.xml')})`);
  });

  test('names the file and line that is not XML, and judges nothing', async () => {
    await kit(decision('d', '1'), '\n<testCase></testCases>');
    const { code, said, complained } = await run(folder);
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(complained).toMatch(/nights-test-01\.xml, line 2: this is not XML \(.+\)\. Nothing was judged\.\n$/s);
  });

  test('names a file that is XML of another kind', async () => {
    await kit('', '');
    await writeFile(join(folder, 'level', 'nights-test-01.xml'), '<html/>');
    const { code, complained } = await run(folder);
    expect(code).toBe(2);
    expect(complained).toContain('nights-test-01.xml is no file of the kit: it holds <html>, not <testCases>.');
  });

  test('names a model that is not there', async () => {
    await kit('', '');
    await rm(join(folder, 'level', 'nights.dmn'));
    const { code, complained } = await run(folder);
    expect(code).toBe(2);
    expect(complained).toContain('tests the model nights.dmn, which does not lie beside it.');
  });

  test('says that a folder is missing, or holds no case', async () => {
    const missing = await run(join(folder, 'nowhere'));
    expect(missing.code).toBe(2);
    expect(missing.complained).toMatch(
      /^There is no folder .*nowhere: name the folder that holds the kit's test cases\./,
    );
    const empty = await run(folder);
    expect(empty.code).toBe(2);
    expect(empty.complained).toMatch(/^The folder .* holds no test case/);
  });

  test('says how it is called when no folder is named', async () => {
    expect(await run()).toEqual({
      code: 2,
      said: '',
      complained: 'Usage: npm run tck -- FOLDER [--json] [--verbose]\n',
    });
  });
});
