import { expect, test } from 'vitest';
import { keepFresh } from './keep-fresh.ts';

/** Something that is another at each reading, kept under a clock that we set. */
function kept({ oldestMs }: { oldestMs?: number } = {}) {
  let [hour, readings] = [0, 0];
  const faults: string[] = [];
  const read = async () => {
    const fault = faults.shift();
    if (fault !== undefined) throw new Error(fault);
    return (readings += 1);
  };
  return {
    ...keepFresh(read, { clock: () => hour, ...(oldestMs === undefined ? {} : { oldestMs }) }),
    at: (seconds: number) => (hour = seconds * 1_000),
    failNext: (fault: string) => faults.push(fault),
  };
}

const halfAMinute = { oldestMs: 30_000 };
/** A reading that runs beside is over. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what was just read is given again', async () => {
  const { now, at } = kept(halfAMinute);
  expect(await now()).toBe(1);
  at(14);
  expect(await now()).toBe(1);
});

test('what has grown old is given once more, and read anew beside it', async () => {
  const { now, at } = kept(halfAMinute);
  await now();
  at(20);
  expect(await now()).toBe(1);
  await settled();
  expect(await now()).toBe(2);
});

test('after an idle stretch the first to ask waits for a new reading, and gets nothing older than half a minute', async () => {
  const { now, at } = kept(halfAMinute);
  await now();
  at(86_400);
  expect(await Promise.all([now(), now()])).toEqual([2, 2]);
});

test('without an age, what there is is given at once however old it is', async () => {
  const { now, at } = kept();
  await now();
  at(86_400);
  expect(await now()).toBe(1);
  await settled();
  expect(await now()).toBe(2);
});

test('who wants it afresh waits, and what they got is kept', async () => {
  const { now } = kept();
  await now();
  expect(await now('afresh')).toBe(2);
  expect(await now()).toBe(2);
});

test('after a change of our own nobody gets what was read before it', async () => {
  const { now, forget } = kept(halfAMinute);
  await now();
  const early = now('afresh');
  forget();
  expect(await now()).toBe(3);
  await early;
  expect(await now()).toBe(3);
});

test('a reading that fails beside leaves what there is, until it is too old', async () => {
  const { now, at, failNext } = kept(halfAMinute);
  await now();
  at(20);
  failNext('no line');
  expect(await now()).toBe(1);
  await settled();
  at(31);
  failNext('still no line');
  await expect(now()).rejects.toThrow('still no line');
  expect(await now()).toBe(2);
});
