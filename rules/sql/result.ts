import { inexactFacts } from '../ir/limits/exactness.ts';
import type { Graph, Node } from '../ir/node.ts';
import { type GapBits, gapParts, gapsTogether } from './gaps.ts';
import { type Column, written } from './relation.ts';
import type { NodeFacts } from './scalar.ts';
import type { Steps } from './steps.ts';
import { column, plain, type Sql, sql } from './text.ts';

/** The last step: outcome, amount, what is missing, and whether explain is to settle it. */
export function withResult(graph: Graph, steps: Steps, facts: NodeFacts, bits: GapBits): string {
  const { eligible, amount } = graph;
  const { writing, open } = facts;
  const [isEligible, isOpen] = [steps.value(eligible), [eligible, amount].map((node) => open.has(node))];
  const paid = steps.value(amount);
  const gapsIn = (...nodes: readonly Node[]): Sql =>
    gapsTogether(nodes.flatMap((node) => [...gapParts(node, open, bits)]));
  const unless = isOpen[0] === true ? sql`WHEN ${isEligible} IS NULL THEN ${gapsIn(eligible, amount)} ` : plain('');
  const before = steps.finish([
    { name: 'e', sql: isEligible },
    { name: 'a', sql: paid },
    { name: 'm', sql: sql`CASE ${unless}WHEN NOT ${isEligible} THEN 0 ELSE ${gapsIn(amount)} END` },
  ]);
  const inexact = inexactFacts(graph);
  const settled = bits.bits
    .filter(({ name, isOnlyMonth }) => isOnlyMonth || name === 'members' || inexact.has(name))
    .reduce((mask, bit) => mask | bit.mask, 0n);
  const made = (text: Sql): Column => ({ sql: text, isMade: true });
  const [e, a, m] = ['e', 'a', 'm'].map(column) as [Sql, Sql, Sql];
  const whenOpen = (test: Sql, then: string, place: number): Sql =>
    isOpen[place] === true ? sql`WHEN ${test} IS NULL THEN ${then} ` : plain('');
  const undetermined = "'undetermined'";
  const names = isOpen.includes(true)
    ? bits.named().map(([name, mask]) => sql`CASE WHEN (${m} & ${String(mask)}) <> 0 THEN ${writing.text(name)} END`)
    : [];
  const missing = names.reduce((list, name) => sql`${list},\n    ${name}`, plain("concat_ws(','"));
  const columns = new Map<string, Column>([
    [writing.name('row'), made(column('e1'))],
    ['id', { sql: column('id'), isMade: false }],
    [
      'outcome',
      made(
        sql`CASE ${whenOpen(e, undetermined, 0)}WHEN NOT ${e} THEN 'not-eligible' ${whenOpen(a, undetermined, 1)}ELSE 'eligible' END`,
      ),
    ],
    ['amount_fen', made(sql`CASE ${whenOpen(e, 'NULL', 0)}WHEN ${e} THEN ${a} ELSE NULL END`)],
    ['missing', made(names.length === 0 ? plain("''") : sql`${missing})`)],
    ['settle', made(settled === 0n || names.length === 0 ? plain('FALSE') : sql`((${m} & ${String(settled)}) <> 0)`)],
  ]);
  const last = { name: '', sources: [{ alias: 'p', from: before }], columns, where: column('subject') };
  return `${written([...steps.made, last], writing.fence)}\n`;
}
