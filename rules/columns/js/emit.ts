import { unreachable } from '../../../values/unreachable.ts';
import type { Space } from '../../plan/plan.ts';
import type { Counter, LaneProgram, LaneStage, LaneValue, Sink, Slot } from '../lanes/lanes.ts';

/**
 * A lane program as JavaScript: the body of a function of `(env, r0, n, h0, nh)` that works one block of whole households, rows `r0` to `r0
 * + n - 1`. Loops are branch-free over 32-bit numbers; masks are 0 and 1. Wide numbers are doubles where they stay below 2^51, else bigint.
 *
 * `env` holds typed arrays: `c_<n>` columns, `out_<name>` results, `off` and `of` of the households, `t_<relation>_o` and `t_<relation>_t`
 * of the links, `s_<slot>` and `p_<counter>` scratch, `o_<k>`, `x_<k>`, `e_<k>` of link space k: its offsets, rows, and the elements they
 * are seen from. `env.grow(k, elements)` makes room in a link space.
 */
export function emitJs(program: LaneProgram, wide: 'double' | 'bigint'): string {
  return new JsEmitter(program, wide).text();
}

class JsEmitter {
  readonly #program: LaneProgram;
  readonly #wide: 'double' | 'bigint';
  readonly #links: ReadonlyMap<Space, number>;

  constructor(program: LaneProgram, wide: 'double' | 'bigint') {
    this.#program = program;
    this.#wide = wide;
    this.#links = new Map(program.links.map((space, k) => [space, k]));
  }

  text(): string {
    const { facts, outputs, slots, links } = this.#program;
    const lines = ["'use strict';"];
    const take = (name: string): void => void lines.push(`const ${name} = env.${name};`);
    facts.forEach((_, k) => take(`c_${k}`));
    outputs.forEach(({ name }) => take(`out_${name}`));
    if (this.#program.usesHouseholds) ['off', 'of'].forEach(take);
    slots.forEach(({ id }) => this.#links.has(this.#slot(id).space) || take(`s_${id}`));
    this.#program.counters.forEach(({ id, space }) => this.#links.has(space) || take(`p_${id}`));
    for (const space of links) lines.push(...this.#expand(space));
    for (const stage of this.#program.stages) lines.push(...this.#stage(stage));
    return lines.join('\n');
  }

  #slot(id: number): Slot {
    const slot = this.#program.slots[id];
    if (slot === undefined) throw new Error('No such slot.');
    return slot;
  }

  #linkOf(space: Space | undefined): number {
    const k = space && this.#links.get(space);
    if (k === undefined) throw new Error('A space that is no link space.');
    return k;
  }

  /** The row of an element of a space. */
  #rowOf(space: Space, element: string): string {
    return space.kind === 'rows' ? `r0 + ${element}` : `x_${this.#linkOf(space)}[${element}]`;
  }

  #countOf(space: Space): string {
    if (space.kind === 'households') return 'nh';
    return space.kind === 'rows' ? 'n' : `n_${this.#linkOf(space)}`;
  }

  /** Lays out the people whom each element of the outer space sees. */
  #expand(space: Space): readonly string[] {
    const k = this.#linkOf(space);
    const { outer, relation, of } = space;
    if (outer === undefined || relation === undefined || of === undefined)
      throw new Error('A link space is seen from somewhere.');
    const row = this.#rowOf(of, this.#outward(outer, of).element);
    const [first, end, target] =
      relation === 'members'
        ? [`off[of[${row}]]`, `off[of[${row}] + 1]`, 'e']
        : [`env.t_${relation}_o[${row}]`, `env.t_${relation}_o[${row} + 1]`, `env.t_${relation}_t[e]`];
    const own = [
      ...this.#program.slots.filter((slot) => slot.space === space).map(({ id }) => `s_${id}`),
      ...this.#program.counters.filter((counter) => counter.space === space).map(({ id }) => `p_${id}`),
    ];
    return [
      `let n_${k} = 0;`,
      `for (let i = 0; i < ${this.#countOf(outer)}; i++) n_${k} += ${end} - ${first};`,
      `env.grow(${k}, n_${k}, ${this.#countOf(outer)});`,
      `const o_${k} = env.o_${k}, x_${k} = env.x_${k}, e_${k} = env.e_${k};`,
      ...own.map((name) => `const ${name} = env.${name};`),
      `{ let k = 0; for (let i = 0; i < ${this.#countOf(outer)}; i++) {`,
      `  o_${k}[i] = k;`,
      `  for (let e = ${first}, end = ${end}; e < end; e++) { x_${k}[k] = ${target}; e_${k}[k] = i; k++; }`,
      `} o_${k}[${this.#countOf(outer)}] = k; }`,
    ];
  }

  #stage({ space, values, sinks }: LaneStage): readonly string[] {
    const sums = sinks.filter((sink) => sink.kind === 'sum');
    const zero = (counter: Counter): string => (counter.lane === 'i64' && this.#wide === 'bigint' ? '0n' : '0');
    return [
      ...sums.map(({ counter }) => `let a_${counter.id} = ${zero(counter)}; p_${counter.id}[0] = ${zero(counter)};`),
      `for (let i = 0; i < ${this.#countOf(space)}; i++) {`,
      ...values.map((value) => `  const v${value.id} = ${this.#value(space, value)};`),
      ...sinks.map((sink) => `  ${this.#sink(sink)}`),
      '}',
    ];
  }

  #sink(sink: Sink): string {
    const value = `v${sink.value.id}`;
    switch (sink.kind) {
      case 'keep':
        return `s_${sink.slot.id}[i] = ${value};`;
      case 'spread':
        return `for (let r = off[h0 + i] - r0, end = off[h0 + i + 1] - r0; r < end; r++) s_${sink.slot.id}[r] = ${value};`;
      case 'sum': {
        const { id, lane } = sink.counter;
        const total = lane === 'i32' ? `(a_${id} + ${value}) | 0` : `a_${id} + ${value}`;
        return `p_${id}[i + 1] = a_${id} = ${total};`;
      }
      case 'output': {
        const { name, width } = sink.output;
        return `out_${name}[r0 + i] = ${width === 64 && this.#wide === 'double' ? `BigInt(${value})` : value};`;
      }
    }
    return unreachable(sink);
  }

  /** The element so many spaces further out, or of that space, and its space. */
  #outward(space: Space, to: number | Space): { readonly space: Space; readonly element: string } {
    let [at, element] = [space, 'i'];
    for (let hop = 0; typeof to === 'number' ? hop < to : at !== to; hop += 1) {
      element = at.kind === 'rows' ? `(of[r0 + ${element}] - h0)` : `e_${this.#linkOf(at)}[${element}]`;
      if (at.outer === undefined) throw new Error('There is no space further out.');
      at = at.outer;
    }
    return { space: at, element };
  }

  #number(value: bigint, lane: LaneValue['lane']): string {
    return lane === 'i64' && this.#wide === 'bigint' ? `${value}n` : String(value);
  }

  #value(space: Space, value: LaneValue): string {
    const { lane } = value;
    const [a = '', b = '', c = ''] = value.args.map(({ id }) => `v${id}`);
    const isBig = this.#wide === 'bigint' && (lane === 'i64' || value.args[0]?.lane === 'i64');
    switch (value.op) {
      case 'constant':
        return typeof value.value === 'bigint' ? this.#number(value.value, lane) : value.value ? '1' : '0';
      case 'column': {
        const at = this.#outward(space, value.outward);
        const k = this.#program.facts.findIndex(({ fact }) => fact === value.fact);
        const read = `c_${k}[${this.#rowOf(at.space, at.element)}]`;
        return value.width === 64 && this.#wide === 'double' ? `Number(${read})` : read;
      }
      case 'load':
        return `s_${value.slot.id}[${this.#outward(space, value.outward).element}]`;
      case 'size': {
        const [start, end] = this.#stretch(value.space);
        return `${end} - ${start}`;
      }
      case 'difference': {
        const { id, lane: width, space: inner } = value.counter;
        const [start, end] = this.#stretch(inner);
        const difference = `p_${id}[${end}] - p_${id}[${start}]`;
        if (width === 'i32') return `(${difference}) | 0`;
        // Running sums may go round beyond 64 bits; what lies between two of them does not.
        return this.#wide === 'bigint' ? `BigInt.asIntN(64, ${difference})` : difference;
      }
      case 'add':
        return lane === 'i32' ? `(${a} + ${b}) | 0` : `${a} + ${b}`;
      case 'subtract':
        return lane === 'i32' ? `(${a} - ${b}) | 0` : `${a} - ${b}`;
      case 'multiply':
        return lane === 'i32' ? multiplied(a, b, value.args[1]) : `${a} * ${b}`;
      case 'minimum':
        return `${a} < ${b} ? ${a} : ${b}`;
      case 'maximum':
        return `${a} > ${b} ? ${a} : ${b}`;
      case 'negate':
        return lane === 'i32' ? `-${a} | 0` : `-${a}`;
      case 'absolute':
        return lane === 'i32' ? `(${a} < 0 ? -${a} : ${a}) | 0` : `${a} < 0 ? -${a} : ${a}`;
      case 'floor-divide':
      case 'modulo':
        return this.#divided(value.op, a, value.by, isBig, lane);
      case 'equal':
        return `${a} === ${b} ? 1 : 0`;
      case 'less':
        return `${a} < ${b} ? 1 : 0`;
      case 'at-most':
        return `${a} <= ${b} ? 1 : 0`;
      case 'and':
        return `${a} & ${b}`;
      case 'or':
        return `${a} | ${b}`;
      case 'not':
        return `${a} ^ 1`;
      case 'bit':
        return `(${a} >> ${value.bit}) & 1`;
      case 'select':
        if (lane !== 'i32') return `${a} === 1 ? ${b} : ${c}`;
        if (isZero(value.args[2])) return `${b} & -${a}`;
        return isZero(value.args[1]) ? `${c} & (${a} - 1)` : `${c} ^ ((${b} ^ ${c}) & -${a})`;
      case 'widen':
        return isBig ? `BigInt(${a})` : a;
      case 'narrow':
        return isBig ? `Number(BigInt.asIntN(32, ${a}))` : `${a} | 0`;
    }
    return unreachable(value);
  }

  /** From where to where an element's own elements of the inner space stand in the block. */
  #stretch(inner: Space): readonly [string, string] {
    if (inner.kind === 'rows') return ['(off[h0 + i] - r0)', '(off[h0 + i + 1] - r0)'];
    const k = this.#linkOf(inner);
    return [`o_${k}[i]`, `o_${k}[i + 1]`];
  }

  #divided(op: 'floor-divide' | 'modulo', a: string, by: bigint, isBig: boolean, lane: LaneValue['lane']): string {
    if (isBig) {
      const rest = `((${a} % ${by}n) + ${by}n) % ${by}n`;
      return op === 'modulo' ? rest : `(${a} - ${rest}) / ${by}n`;
    }
    const shift = (by & (by - 1n)) === 0n ? by.toString(2).length - 1 : undefined;
    if (shift !== undefined && lane === 'i32') return op === 'modulo' ? `${a} & ${by - 1n}` : `${a} >> ${shift}`;
    const whole = `Math.floor(${a} / ${by})`;
    const result = op === 'modulo' ? `${a} - ${whole} * ${by}` : whole;
    return lane === 'i32' ? `(${result}) | 0` : result;
  }
}

const isZero = (value: LaneValue | undefined): boolean => value?.op === 'constant' && value.value === 0n;

function multiplied(a: string, b: string, by: LaneValue | undefined): string {
  const factor = by?.op === 'constant' && typeof by.value === 'bigint' && by.value > 0n ? by.value : 0n;
  return factor > 0n && (factor & (factor - 1n)) === 0n
    ? `${a} << ${factor.toString(2).length - 1}`
    : `Math.imul(${a}, ${b})`;
}
