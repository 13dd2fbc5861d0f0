import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCheckout } from '../../../building/checkout.ts';
import { houseLaw, type PackAtPath, readPackAt, readText } from './law-files.ts';
import { engineSources } from '../../../building/engine-sources.ts';
import { rooms, triedLawsIn } from './tried-laws.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huijia-tried-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const policy = join(houseLaw, 'childcare-subsidy/policy.md');
const sound = readText(policy);
const text = sound.kind === 'text' ? sound.text : '';

describe('laws of which the examples came out', () => {
  test('are known again by every text and by the engine', () => {
    const tried = triedLawsIn(join(folder, 'a'), () => 'engine 1');
    expect(tried.has(['words', 'pack'])).toBe(false);
    tried.add(['words', 'pack']);
    expect(tried.has(['words', 'pack'])).toBe(true);
    for (const other of [['words', 'pack '], ['wordsp', 'ack'], ['words'], ['words', 'pack', ''], ['pack', 'words']])
      expect(tried.has(other)).toBe(false);
    expect(triedLawsIn(join(folder, 'a'), () => 'engine 1').has(['words', 'pack'])).toBe(true);
    expect(triedLawsIn(join(folder, 'a'), () => 'engine 2').has(['words', 'pack'])).toBe(false);
  });

  test('depend on no file of the house that is not counted to the engine, words left out', () => {
    const reached = new Set(['rules/referring-packs.ts', 'rules/vocabulary.ts']);
    for (const file of reached)
      for (const [, from = ''] of readFileSync(inCheckout(file), 'utf8').matchAll(/ from '(\.[^']+)'/g))
        reached.add(normalize(join(dirname(file), from)));
    expect(reached.size).toBeGreaterThan(50);
    const counted = new Set(engineSources(rooms));
    expect([...reached].filter((file) => !counted.has(file) && !file.includes('/words/made/'))).toEqual([]);
  });

  test('this house’s own engine is one from call to call', () => {
    triedLawsIn(join(folder, 'b')).add(['pack']);
    expect(triedLawsIn(join(folder, 'b')).has(['pack'])).toBe(true);
  });

  test('where nothing can be written nothing is remembered, and nothing else happens', () => {
    writeFileSync(join(folder, 'file'), '');
    const tried = triedLawsIn(join(folder, 'file'));
    tried.add(['pack']);
    expect(tried.has(['pack'])).toBe(false);
  });
});

describe('a pack read at its path', () => {
  const read = (written: string, remembered: boolean): PackAtPath => {
    const path = join(folder, 'policy.md');
    writeFileSync(path, written);
    return readPackAt(path, {
      shown: () => 'policy.md',
      further: [],
      law: houseLaw,
      ...(remembered && { tried: triedLawsIn(join(folder, 'c')) }),
    });
  };
  const faulty = text.replace('| 2022-01 |  300 |', '| 2022-01 |  301 |');

  test('with examples that came out is remembered', () => {
    expect(read(text, true).kind).toBe('pack');
    expect(readdirSync(join(folder, 'c'))).toHaveLength(1);
    expect(read(text, true).kind).toBe('pack');
    expect(readdirSync(join(folder, 'c'))).toHaveLength(1);
  });

  test('with an example that fails is never remembered, and refused each time', () => {
    const codes = [1, 2].map(() => {
      const found = read(faulty, true);
      return found.kind === 'findings' ? found.findings.map(({ code }) => code) : [];
    });
    expect(codes).toEqual([['example-fails'], ['example-fails']]);
    expect(readdirSync(join(folder, 'c'))).toHaveLength(1);
  });

  test('without a memory its examples are run', () => {
    expect(read(faulty, false).kind).toBe('findings');
  });
});
