import { describe, expect, test } from 'vitest';
import { reportOn } from '../../check/tell/report.ts';
import { sourceText } from '../../source-text.ts';
import { readYaml } from './yaml.ts';

/** The kind of what is read, and the codes of what is wrong. */
function read(text: string): readonly (string | undefined)[] {
  const report = reportOn(sourceText('a.yaml', text));
  const node = readYaml(report, 0, text.length);
  return [node?.kind, ...report.findings.map(({ code }) => code)];
}

const nested = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:${level === levels - 1 ? ' b' : ''}\n`).join('');

describe('YAML of any size ends no stack', () => {
  test('maps and lists nest 32 deep, and no deeper', () => {
    expect(read(nested(32))).toEqual(['map']);
    expect(read(nested(33))).toContain('yaml-too-deep');
  });

  test('twenty thousand blank lines are passed over', () => {
    expect(read(`${' \n'.repeat(20_000)}a: b\n`)).toEqual(['map']);
  });

  test('twenty thousand brackets are told as too deep', () => {
    expect(read(`a: ${'['.repeat(20_000)}`)).toContain('yaml-too-deep');
  });
});
