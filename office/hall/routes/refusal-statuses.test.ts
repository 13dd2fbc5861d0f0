import { expect, test } from 'vitest';
import { z } from 'zod';
import { codesOf } from '../../../building/http/described.ts';
import { problem } from '../contract/problem.ts';
import { refusals } from './refusal-statuses.ts';

const statuses = { 'stale-version': 409, 'nobody-acts-twice': 409, faults: 422, 'too-large': 413 } as const;
const title = { 'zh-CN': '没有办成', en: 'Not done' };

test('a refusal goes out with the status of its code', () => {
  const refused = refusals(['stale-version', 'faults'], statuses);
  expect(refused.problem({ code: 'faults', title }).words).toEqual({ code: 'faults', title, status: 422 });
});

test('an endpoint’s description lists its own codes by status, and no others', () => {
  const { responses } = refusals(['stale-version', 'nobody-acts-twice', 'faults'], statuses);
  expect(Object.entries(responses).map(([status, schema]) => [status, codesOf(schema)])).toEqual([
    ['409', ['stale-version', 'nobody-acts-twice']],
    ['422', ['faults']],
  ]);
});

test('what a problem carries beside its words is described with it', () => {
  const { responses } = refusals(['stale-version'], statuses, { 409: problem.extend({ since: z.array(z.string()) }) });
  expect(Object.keys(responses[409].shape)).toContain('since');
  expect(codesOf(responses[409])).toEqual(['stale-version']);
});

test('a code that is not on the endpoint’s list does not compile, nor a list with a code that has no status', () => {
  const refused = refusals(['faults'], statuses);
  // @ts-expect-error -- it is on no list of this endpoint
  refused.problem({ code: 'stale-version', title });
  // @ts-expect-error -- it has no status
  refusals(['nowhere'], statuses);
  expect(Object.keys(refused.responses)).toEqual(['422']);
});
