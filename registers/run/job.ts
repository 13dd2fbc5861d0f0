import { createHash } from 'node:crypto';
import { type ColumnProgram, compileColumns } from '../../rules/columns/program.ts';
import type { Pack } from '../../rules/explain/evaluate.ts';
import { compileRule } from '../../rules/explain/compile/program.ts';
import { type Period, readPeriod } from '../../rules/pack/period.ts';
import type { Day } from '../../values/day.ts';
import { inEveryLanguage, type Localized } from '../../values/language.ts';
import type { Register } from '../open/open.ts';
import { words } from '../words/made/all.ts';

/** A pack as plain data, to be sent to another thread. */
export type PlainPack = Pick<Pack, 'info' | 'vocabulary' | 'rule'>;

/** One policy for one period and one day of asking, on a register: as plain data. */
export interface Job {
  readonly register: Register;
  readonly pack: PlainPack;
  readonly period: string;
  readonly on: Day;
  readonly engine: 'js' | 'wasm';
  /** Whether it is told why, beside whether and how much. */
  readonly reasons: boolean;
}

/** A job made ready. */
export interface Ready extends Omit<Job, 'pack' | 'period'> {
  readonly pack: Pack;
  readonly period: Period;
  readonly program: ColumnProgram;
}

/** Why nothing is determined. */
export interface RunRefusal {
  readonly code:
    | 'register-too-old'
    | 'asked-too-early'
    | 'register-sees-too-little'
    | 'not-in-columns'
    | 'broken-register'
    | 'unfit-name';
  readonly words: Localized;
}

export type Made =
  | { readonly kind: 'ready'; readonly ready: Ready }
  | { readonly kind: 'refused'; readonly refusal: RunRefusal };

/** Makes a job ready, or says why its policy can't be determined on its register. The pack must cover the period. */
export function makeReady(job: Job): Made {
  const period = readPeriod(job.period);
  if (period === undefined || !job.pack.info.periods.includes(job.period))
    throw new RangeError(`${job.pack.info.policy} does not cover ${job.period}.`);
  const refused = notCovered(job, period);
  if (refused !== undefined) return { kind: 'refused', refusal: refused };
  const periods = job.pack.info.periods.map(readPeriod).filter((one) => one !== undefined);
  const pack: Pack = { ...job.pack, program: compileRule(job.pack.rule, periods) };
  const compiled = compileColumns(pack.rule, period, job.on, job.register.info, { reasons: job.reasons });
  if (compiled.kind === 'refused')
    return { kind: 'refused', refusal: { code: 'not-in-columns', words: compiled.words } };
  const tooFar = seesTooLittle(job, compiled.program.reach);
  if (tooFar !== undefined) return { kind: 'refused', refusal: tooFar };
  return { kind: 'ready', ready: { ...job, pack, period, program: compiled.program } };
}

function notCovered({ register, on }: Job, period: Period): RunRefusal | undefined {
  const asOf = register.manifest.asOf;
  // What became so after the day of asking would count: a child not yet born, as `explain` refuses it.
  if (on < asOf)
    return {
      code: 'asked-too-early',
      words: inEveryLanguage(words, (w) => w.run.beforeRegister({ on, asOf })),
    };
  if (asOf >= period.first) return undefined;
  return {
    code: 'register-too-old',
    words: inEveryLanguage(words, (w) => w.run.registerTooOld({ asOf, period: period.text })),
  };
}

function seesTooLittle({ register }: Job, reach: number): RunRefusal | undefined {
  const { manifest } = register;
  const isCut = manifest.shards.some(({ guests }) => guests > 0);
  if (!isCut || reach <= manifest.reach) return undefined;
  return {
    code: 'register-sees-too-little',
    words: inEveryLanguage(words, (w) => w.run.tooFar({ reach, held: manifest.reach })),
  };
}

/** Facts that the policy looks at and the register does not hold: whoever they matter for is undetermined. */
export function factsNotHeld({ register, pack }: Pick<Job, 'register' | 'pack'>): readonly string[] {
  return [...pack.rule.facts.keys()].filter((fact) => register.info.columns.get(fact)?.least === undefined);
}

/** Names the exact law that is applied, other packs that it refers to included. */
export function digestOfPack({ info, rule }: PlainPack): string {
  // Where in which file a thing stands changes nothing, and depends on where one stands oneself.
  const plain = (key: string, value: unknown): unknown => {
    if (key === 'span') return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    return value instanceof Map ? [...value] : value;
  };
  return createHash('sha256')
    .update(JSON.stringify({ policy: info.policy, version: info.version, rule }, plain))
    .digest('hex');
}
