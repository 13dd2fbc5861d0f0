import { unreachable } from '../../../values/unreachable.ts';
import { guardsOf } from '../../../rules/ir/passes/guards.ts';
import { type Graph, isWithin, type Node, type NodeOf, reachable, type Scope } from '../../../rules/ir/node.ts';

/** What an undetermined result may hang on. */
interface GapName {
  /** A fact, or a relation that is not known. */
  readonly name: string;
  /** Of dates: the month is known, the day is not. */
  readonly isDay: boolean;
}

/** JavaScript that works a graph out for one row at a time, unknowns and what they hang on included. */
export interface GapCode {
  /** Body of a function of `env` that gives a function of the row: bit `n` of its result stands for gap `n`, 0 where nothing is open. */
  readonly text: string;
  readonly gaps: readonly GapName[];
  /** Its columns, in the order of `env.columns` and `env.unknown`. */
  readonly facts: readonly string[];
}

/** More gaps than bits. */
const mostGaps = 31;

/**
 * The meaning of the graph (see `rules/ir/interpret.ts`) as code for single rows: each node becomes a value `v` and the mask `g` of what it
 * hangs on, 0 when it is known. What the household comes to is worked out once for all its rows. Undefined when the rule has too many facts
 * for one mask.
 */
export function gapCode(graph: Graph, wide: 'double' | 'bigint'): GapCode | undefined {
  const emitter = new Emitter(graph, wide);
  const text = emitter.text();
  return emitter.gaps.length > mostGaps ? undefined : { text, gaps: emitter.gaps, facts: emitter.facts };
}

type StrictOp = Exclude<
  Node['op'],
  'constant' | 'unknown' | 'fact' | 'parameter' | 'parameter-at' | 'aggregate' | 'select' | 'and' | 'or' | 'needs'
>;

class Emitter {
  readonly gaps: GapName[] = [];
  readonly facts: string[] = [];
  readonly #graph: Graph;
  readonly #isBig: boolean;
  readonly #nodes: readonly Node[];
  /** Nodes whose mask is 0 whatever the row. */
  readonly #known = new Set<Node>();

  constructor(graph: Graph, wide: 'double' | 'bigint') {
    this.#graph = graph;
    this.#isBig = wide === 'bigint';
    this.#nodes = reachable([graph.eligible, graph.amount]);
  }

  text(): string {
    const { builder, eligible, amount } = this.#graph;
    const shared = this.#in(builder.household, this.#nodes);
    const names = shared.flatMap((node) => (node.op === 'constant' ? [] : [`v${node.id}`, `g${node.id}`]));
    const outer = shared.flatMap((node) => this.#node(node, ''));
    const inner = this.#in(builder.subject, this.#nodes).flatMap((node) => this.#node(node, 'const '));
    const [open, given] = [this.#mask(eligible), this.#mask(amount)];
    return [
      `const { of, off, links, div, mod } = env;`,
      ...this.facts.map((_, k) => `const c${k} = env.columns[${k}], u${k} = env.unknown[${k}];`),
      ...(names.length > 0 ? [`let ${names.join(', ')};`] : []),
      `let last = -1;`,
      `return (e${builder.subject.id}) => {`,
      `const h = of === undefined ? 0 : of[e${builder.subject.id}];`,
      `if (h !== last) { last = h;`,
      ...outer,
      `}`,
      ...inner,
      `return ${open} === 0 && !${this.#value(eligible)} ? 0 : ${open} | ${given};`,
      `};`,
    ].join('\n');
  }

  #in(scope: Scope, nodes: readonly Node[]): readonly Node[] {
    return nodes.filter((node) => node.scope === scope);
  }

  #value(node: Node | undefined): string {
    if (node === undefined) throw new Error('An operand is missing: the graph is not well made.');
    if (node.op !== 'constant') return `v${node.id}`;
    if (typeof node.value === 'boolean') return node.value ? '1' : '0';
    if (typeof node.value === 'string') throw new Error('A graph bound to a register has no texts.');
    return `(${node.value}${this.#isBig ? 'n' : ''})`;
  }

  #mask(node: Node | undefined): string {
    if (node === undefined) throw new Error('An operand is missing: the graph is not well made.');
    return node.op === 'constant' || this.#known.has(node) ? '0' : `g${node.id}`;
  }

  #bit(name: string, isDay = false): number {
    const known = this.gaps.findIndex((gap) => gap.name === name && gap.isDay === isDay);
    // A shift beyond the mask is wrong, but such code is not used.
    return 1 << ((known === -1 ? this.gaps.push({ name, isDay }) : known + 1) - 1);
  }

  /** Stands for any value where one is not known. */
  #anyOf({ sort }: Node): string {
    return sort !== 'boolean' && this.#isBig ? '0n' : '0';
  }

  #masks(nodes: readonly Node[]): string {
    const masks = [...new Set(nodes.map((node) => this.#mask(node)))].filter((mask) => mask !== '0');
    return masks.length === 0 ? '0' : masks.join(' | ');
  }

  /** Statements that give `v` and `g` of the node; `declared` is what stands before a name that is new. */
  #node(node: Node, declared: string): readonly string[] {
    if (node.op === 'constant') return [];
    const give = (value: string, mask: string): readonly string[] => {
      if (mask === '0' && declared !== '') this.#known.add(node);
      return [
        `${declared}v${node.id} = ${value};`,
        ...(mask === '0' && declared !== '' ? [] : [`${declared}g${node.id} = ${mask};`]),
      ];
    };
    const [a, b, c] = node.args;
    switch (node.op) {
      case 'unknown':
        return give(this.#anyOf(node), String(this.#bit(node.gap)));
      case 'fact':
        return this.#fact(node, give);
      case 'aggregate':
        return this.#aggregate(node, declared);
      case 'and': {
        const of = (arg: Node | undefined): string =>
          this.#mask(arg) === '0' ? this.#value(arg) : `(${this.#mask(arg)} ? 1 : ${this.#value(arg)})`;
        const masks = this.#masks(node.args);
        const value = `${of(a)} & ${of(b)}`;
        return give(value, masks === '0' ? '0' : `(${value}) ? ${masks} : 0`);
      }
      case 'or': {
        const of = (arg: Node | undefined): string =>
          this.#mask(arg) === '0' ? this.#value(arg) : `(${this.#mask(arg)} ? 0 : ${this.#value(arg)})`;
        const masks = this.#masks(node.args);
        const value = `${of(a)} | ${of(b)}`;
        return give(value, masks === '0' ? '0' : `(${value}) ? 0 : ${masks}`);
      }
      case 'select':
        return this.#select(node, a, b, c, give);
      case 'parameter':
      case 'parameter-at':
        throw new Error('Parameters are put in before a graph is bound to a register.');
      case 'needs':
        return this.#behindGuards(node, give);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'minimum':
      case 'maximum':
      case 'equal':
      case 'less':
      case 'at-most':
      case 'both':
      case 'negate':
      case 'absolute':
      case 'not':
      case 'floor-divide':
      case 'modulo':
        return give(this.#strict(node.op, node), this.#masks(node.args));
    }
    return unreachable(node);
  }

  #strict(op: StrictOp, node: Node): string {
    const [first, second] = node.args;
    const a = this.#value(first);
    const b = (): string => this.#value(second);
    const by = (): string => `${'by' in node ? node.by : 1n}${this.#isBig ? 'n' : ''}`;
    switch (op) {
      case 'add':
        return `${a} + ${b()}`;
      case 'subtract':
        return `${a} - ${b()}`;
      case 'multiply':
        return `${a} * ${b()}`;
      case 'minimum':
        return `${a} < ${b()} ? ${a} : ${b()}`;
      case 'maximum':
        return `${a} > ${b()} ? ${a} : ${b()}`;
      case 'equal':
        return `${a} === ${b()} ? 1 : 0`;
      case 'less':
        return `${a} < ${b()} ? 1 : 0`;
      case 'at-most':
        return `${a} <= ${b()} ? 1 : 0`;
      case 'both':
        return `${a} & ${b()}`;
      case 'negate':
        return `-${a}`;
      case 'absolute':
        return `${a} < 0 ? -${a} : ${a}`;
      case 'not':
        return `1 - ${a}`;
      case 'floor-divide':
        return `div(${a}, ${by()})`;
      case 'modulo':
        return `mod(${a}, ${by()})`;
    }
    return unreachable(op);
  }

  #select(
    node: Node,
    a: Node | undefined,
    b: Node | undefined,
    c: Node | undefined,
    give: (value: string, mask: string) => readonly string[],
  ): readonly string[] {
    const [test, yes, no] = [this.#mask(a), this.#mask(b), this.#mask(c)];
    const taken = `${this.#value(a)} ? ${this.#value(b)} : ${this.#value(c)}`;
    const branch = yes === '0' && no === '0' ? '0' : `(${this.#value(a)} ? ${yes} : ${no})`;
    if (test === '0') return give(taken, branch);
    const all = this.#masks(node.args);
    const same = `(${yes}) === 0 && (${no}) === 0 && ${this.#value(b)} === ${this.#value(c)}`;
    return give(`${test} ? ${this.#value(b)} : (${taken})`, `${test} ? (${same} ? 0 : ${all}) : ${branch}`);
  }

  #behindGuards(node: Node, give: (value: string, mask: string) => readonly string[]): readonly string[] {
    const { guards, value } = guardsOf(node);
    const [open, behind] = [this.#masks(guards), this.#mask(value)];
    return give(this.#value(value), open === '0' ? behind : behind === '0' ? open : `(${open}) || ${behind}`);
  }

  #fact(
    { fact, type, view, scope }: NodeOf<'fact'>,
    give: (value: string, mask: string) => readonly string[],
  ): readonly string[] {
    const at = this.facts.indexOf(fact);
    const k = at === -1 ? this.facts.push(fact) - 1 : at;
    const raw = `c${k}[${this.#element(scope)}]`;
    const bit = this.#bit(fact);
    if (type === 'boolean') return give(raw, `${raw} < 0 ? ${bit} : 0`);
    const value = view === 'month' ? `${raw} >> 5` : raw;
    const known = type === 'date' && view === 'whole' ? `(${raw} & 31) === 0 ? ${this.#bit(fact, true)} : 0` : '0';
    return give(this.#isBig ? `BigInt(${value})` : `Number(${value})`, `${raw} === u${k} ? ${bit} : ${known}`);
  }

  #element(scope: Scope): string {
    return `e${scope.id}`;
  }

  /** A loop over the elements; what is worked out for each stays within it. */
  #aggregate(node: NodeOf<'aggregate'>, declared: string): readonly string[] {
    const { id, over, aggregation, args } = node;
    const [body, guard] = args;
    const inner = reachable(args).filter((arg) => isWithin(arg.scope, over));
    const known = new Set(this.#known);
    const lines = this.#in(over, inner).flatMap((arg) => this.#node(arg, 'const '));
    const value = this.#value(body);
    const mask = this.#mask(body);
    const guardMask = guard === undefined ? '0' : this.#mask(guard);
    const counts = guard === undefined ? '' : `if (${guardMask} === 0 && ${this.#value(guard)}) `;
    const zero = aggregation === 'sum' ? (this.#isBig ? '0n' : '0') : aggregation === 'every' ? '1' : '0';
    const step = aggregation === 'sum' ? `s += ${value}` : aggregation === 'some' ? `s |= ${value}` : `s &= ${value}`;
    const settles = aggregation === 'some' ? 's' : '!s';
    const open = aggregation === 'sum' ? 'open' : `(${settles} ? 0 : open)`;
    const text = [
      ...(declared === '' ? [] : [`let v${id}, g${id};`]),
      `{ let s = ${zero}, open = 0, left = 0;`,
      ...this.#loop(over),
      ...lines,
      ...(guardMask === '0' ? [] : [`left |= ${guardMask};`]),
      `${counts}{ if (${mask} === 0) ${step}; else open |= ${mask}; }`,
      `}`,
      `v${id} = s; g${id} = left || ${open}; }`,
    ];
    // What is known within the loop says nothing of the same node elsewhere: it may not be declared there.
    for (const one of this.#known) if (!known.has(one)) this.#known.delete(one);
    return text;
  }

  #loop({ id, outer }: Scope): readonly string[] {
    if (outer === undefined) throw new Error('An aggregate runs over a relation.');
    const { of, relation } = outer;
    if (relation !== 'members') {
      const around = this.#element(of);
      const table = `links.${relation}`;
      return [
        `for (let i = ${table}.offsets[${around}], end = ${table}.offsets[${around} + 1]; i < end; i += 1) {`,
        `const e${id} = ${table}.targets[i];`,
      ];
    }
    const household = of.outer === undefined ? 'h' : `of[${this.#element(of)}]`;
    return [`for (let e${id} = off[${household}], end = off[${household} + 1]; e${id} < end; e${id} += 1) {`];
  }
}
