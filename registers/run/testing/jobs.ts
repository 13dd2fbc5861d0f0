import { testVocabulary } from '../../../rules/testing.ts';
import { day } from '../../../values/day.ts';
import type { Register } from '../../open/open.ts';
import { registerFrom } from '../../testing.ts';
import type { Job, PlainPack } from '../job.ts';

export const on = day('2026-03-01');

/** A number for each of a seed's draws, the same on every machine. */
function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export interface Population {
  readonly people: number;
  readonly counties?: number;
  /** Out of ten, how many of the facts that may be missing are. */
  readonly gaps?: number;
  /** Without households and links. */
  readonly alone?: boolean;
  /** Columns that are left out. */
  readonly without?: readonly string[];
  readonly seed?: number;
}

/** Invented people as a CSV; every tenth household has members of two counties, and every twentieth person a second household. */
function peopleCsv({ people, counties = 2, gaps = 1, alone = false, without = [], seed = 1 }: Population): string {
  const draw = draws(seed);
  const maybe = (value: string): string => (draw(10) < gaps ? '' : value);
  const pad = (n: number): string => String(n).padStart(2, '0');
  const rows = Array.from({ length: people }, (_, i): Readonly<Record<string, string>> => {
    const home = Math.floor(i / 3);
    const county = (home % 10 === 0 ? i : home) % counties;
    const birthDay = draw(12) === 0 ? '' : `-${pad(1 + draw(28))}`;
    // The third of each household is the child of the others.
    const born = i % 3 === 2 ? 1996 + draw(30) : 1940 + draw(50);
    const birth = maybe(`${born}-${pad(1 + draw(12))}${birthDay}`);
    const parent = i % 3 === 2 ? `p${i - 1};p${i - 2}` : '';
    return {
      id: `p${i}`,
      division: `9901${pad(county + 1)}${pad(1 + draw(2))}1${pad(draw(3))}1`,
      birth,
      alive: maybe(draw(8) === 0 ? 'false' : 'true'),
      nationality: maybe(draw(6) === 0 ? 'FR' : 'CN'),
      school: maybe(['小学', '初中', '高中'][draw(3)] ?? ''),
      nights: maybe(String(draw(30))),
      income: maybe(String(draw(900_000))),
      local: maybe(draw(3) === 0 ? 'false' : 'true'),
      ...(alone
        ? {}
        : {
            household: draw(20) === 0 && i > 6 ? `h${home};h${home - 2}` : `h${home}`,
            parents: parent,
            guardians: parent,
            spouse: i % 3 === 0 && i + 1 < people ? `p${i + 1}` : '',
          }),
    };
  });
  const names = Object.keys(rows[0] ?? { id: '', division: '' }).filter((name) => !without.includes(name));
  return `${[names.join(','), ...rows.map((row) => names.map((name) => row[name]).join(','))].join('\n')}\n`;
}

export function registerOf(folder: string, population: Population, shardRows?: number): Promise<Register> {
  return registerFrom(folder, peopleCsv(population), {
    vocabulary: testVocabulary(),
    asOf: on,
    ...(shardRows !== undefined && { shardRows }),
  });
}

export function jobOf(register: Register, pack: PlainPack, more: Partial<Job> = {}): Job {
  const { info, vocabulary, rule } = pack;
  return { register, pack: { info, vocabulary, rule }, period: '2026', on, engine: 'wasm', reasons: true, ...more };
}
