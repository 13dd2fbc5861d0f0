import { guardsOf } from '../ir/passes/guards.ts';
import type { Node } from '../ir/node.ts';
import { gapsNamed } from './graph.ts';
import { column, joinedBy, plain, type Sql, sql } from './text.ts';

// Of every value that may not be known, on which facts and relations it hangs, as explain has it: a number of which each bit is one of
// them.

/** One bit of the gaps. A date has two: nothing of it is known, or only its month. */
interface Bit {
  readonly name: string;
  readonly mask: bigint;
  readonly isOnlyMonth: boolean;
}

const mostBits = 62;

/** Which bit stands for which fact or relation. */
export class GapBits {
  readonly bits: readonly Bit[];
  /** What was found of each node: of one query, in which the same may not be known throughout. */
  readonly found = new Map<Node, ReadonlySet<string>>();

  /** Undefined when there are more than a number has bits. */
  static of(nodes: readonly Node[], relations: Iterable<string>): GapBits | undefined {
    const names = new Map<string, boolean>([...relations].map((relation) => [relation, false]));
    for (const node of nodes) {
      if (node.op === 'fact') names.set(node.fact, node.type === 'date');
      if (node.op === 'unknown') for (const gap of gapsNamed(node.gap)) names.set(gap, names.get(gap) ?? false);
    }
    const wanted = [...names]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, isDate]) => {
        return isDate
          ? [
              { name, isOnlyMonth: false },
              { name, isOnlyMonth: true },
            ]
          : [{ name, isOnlyMonth: false }];
      });
    return wanted.length > mostBits
      ? undefined
      : new GapBits(wanted.map((bit, i) => ({ ...bit, mask: 1n << BigInt(i) })));
  }

  private constructor(bits: readonly Bit[]) {
    this.bits = bits;
  }

  mask(name: string, isOnlyMonth = false): bigint {
    const found = this.bits.find((bit) => bit.name === name && bit.isOnlyMonth === isOnlyMonth);
    if (found === undefined) throw new Error(`No bit stands for ${name}.`);
    return found.mask;
  }

  /** Name and bits, in order of name. */
  named(): readonly (readonly [name: string, mask: bigint])[] {
    const masks = new Map<string, bigint>();
    for (const { name, mask } of this.bits) masks.set(name, (masks.get(name) ?? 0n) | mask);
    return [...masks];
  }
}

export const gapColumn = (node: Node): string => `g${node.id}`;

/** The columns and numbers of which all bits together are what the node hangs on. A known node hangs on nothing. */
export function gapParts(node: Node, open: ReadonlySet<Node>, bits: GapBits): ReadonlySet<string> {
  const known = bits.found.get(node);
  if (known !== undefined) return known;
  const parts = partsOf(node, open, bits);
  bits.found.set(node, parts);
  return parts;
}

function partsOf(node: Node, open: ReadonlySet<Node>, bits: GapBits): ReadonlySet<string> {
  if (!open.has(node)) return new Set();
  if (node.op === 'unknown') return new Set(gapsNamed(node.gap).map((name) => String(bits.mask(name))));
  if (hasGapColumn(node)) return new Set([gapColumn(node)]);
  // Strict: unknown when an operand is, and then for what that hangs on.
  return new Set(node.args.flatMap((arg) => [...gapParts(arg, open, bits)]));
}

const hasGapColumn = ({ op }: Node): boolean => ['fact', 'aggregate', 'and', 'or', 'select', 'needs'].includes(op);

export function gapsTogether(parts: Iterable<string>): Sql {
  const all = [...new Set(parts)].map((part) => (part.startsWith('g') ? column(part) : plain(part)));
  return all.length === 0 ? plain('0') : all.length === 1 && all[0] ? all[0] : sql`(${joinedBy(all, ' | ')})`;
}

/** The operands of an `and` or an `or`, and of those of the same kind below it, each once. */
function flattened(root: Node): readonly Node[] {
  const all = new Set(root.args);
  for (const node of all) if (node.op === root.op) for (const arg of node.args) all.add(arg);
  return [...all].filter(({ op }) => op !== root.op);
}

/** Whether the gaps of the node are worked out in a column, and how; `of` writes a node's value. */
export function gapDefinition(
  node: Node,
  of: (node: Node) => Sql,
  open: ReadonlySet<Node>,
  bits: GapBits,
): Sql | undefined {
  if (!open.has(node)) return undefined;
  const gaps = (...nodes: readonly Node[]): Sql => gapsTogether(nodes.flatMap((one) => [...gapParts(one, open, bits)]));
  if (node.op === 'and' || node.op === 'or') {
    // Operands of operands of the same kind: the whole is unknown only where no part settled it.
    return sql`CASE WHEN ${of(node)} IS NOT NULL THEN 0 ELSE ${gaps(...flattened(node))} END`;
  }
  if (node.op === 'needs') {
    const { guards, value } = guardsOf(node);
    const unknown = guards.filter((guard) => open.has(guard)).map((guard) => sql`${of(guard)} IS NULL`);
    if (unknown.length === 0) return gaps(value);
    return sql`CASE WHEN ${joinedBy(unknown, ' OR ')} THEN ${gaps(...guards)} ELSE ${gaps(value)} END`;
  }
  if (node.op !== 'select') return undefined;
  const [test, yes, no] = node.args;
  if (!test || !yes || !no) throw new Error('A select has three operands.');
  const taken = sql`WHEN ${of(test)} THEN ${gaps(yes)} ELSE ${gaps(no)} END`;
  if (!open.has(test)) return sql`CASE ${taken}`;
  return sql`CASE WHEN ${of(node)} IS NOT NULL THEN 0 WHEN ${of(test)} IS NULL THEN ${gaps(test, yes, no)} ${taken}`;
}
