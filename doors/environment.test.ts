import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('nothing set: everything works on a new machine', () => {
  const read = readEnvironment({ DATABASE_URL: '', PORT: ' ' });
  expect(read).toMatchObject({ port: 3000, host: '127.0.0.1', sample: 'county', county: '990101' });
  expect([isAbsolute(read.dataFolder), read.databaseUrl, read.publicOrigin]).toEqual([true, undefined, undefined]);
});

test.each([
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['HUIJIA_SAMPLE', 'big'],
  ['HUIJIA_COUNTY', '9901'],
  ['HUIJIA_SAMPLE_COUNTIES', '100'],
  ['DATABASE_URL', 'mysql://x'],
  ['HUIJIA_ORIGIN', 'huijia.example'],
])('%s=%s can’t be meant, and is said to the operator by its name', (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(name);
});

test('an address is cut to its origin', () => {
  expect(readEnvironment({ HUIJIA_ORIGIN: 'https://huijia.example/office' }).publicOrigin).toBe(
    'https://huijia.example',
  );
});

test('offices of its own files are no sample, of however many counties', () => {
  expect(readEnvironment({ HUIJIA_FOUNDING: 'counties' })).toMatchObject({ founding: 'counties', sample: 'none' });
  expect(readEnvironment({ HUIJIA_FOUNDING: 'counties' }).namedCounty).toBeUndefined();
});

test('a real county has no sample, and asking for one is refused', () => {
  expect(readEnvironment({ HUIJIA_COUNTY: '330182' })).toMatchObject({ county: '330182', sample: 'none' });
  expect(() => readEnvironment({ HUIJIA_COUNTY: '330182', HUIJIA_SAMPLE: 'small' })).toThrow('sample county');
});
