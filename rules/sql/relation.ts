import { plain, type Sql } from './text.ts';

// A query as steps (`WITH`), each made of others: first all that may be of use, then only what is used.

export interface Column {
  readonly sql: Sql;
  /** Worked out here, not only handed on. */
  readonly isMade: boolean;
  /** What the rule calls it. */
  readonly comment?: string;
}

export interface Source {
  readonly alias: string;
  /** Another step, or a table as the query writes it. */
  readonly from: Step | string;
  /** How it is joined to the sources before it; absent for the first. */
  readonly join?: { readonly kind: 'JOIN' | 'LEFT JOIN'; readonly on: Sql };
}

export interface Step {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly columns: ReadonlyMap<string, Column>;
  readonly where?: Sql;
  readonly groupBy?: readonly Sql[];
}

/** Where a column that a step names comes from: `o.n12` from the source `o`, `n12` from the only one. */
function originOf({ sources }: Step, use: string): { readonly from: Step | string; readonly column: string } {
  const [alias, column] = use.includes('.') ? use.split('.', 2) : [sources[0]?.alias, use];
  const source = sources.find((one) => one.alias === alias);
  if (source === undefined || column === undefined) throw new Error(`No source of a step has ${use}.`);
  return { from: source.from, column };
}

/** What of each step's columns the last one needs. */
function neededColumns(steps: readonly Step[]): ReadonlyMap<Step, ReadonlySet<string>> {
  const needed = new Map<Step, Set<string>>(steps.map((step) => [step, new Set()]));
  const last = steps.at(-1);
  if (last !== undefined) needed.set(last, new Set(last.columns.keys()));
  for (const step of steps.toReversed()) {
    const kept = [...(needed.get(step) ?? [])].flatMap((name) => step.columns.get(name)?.sql ?? []);
    const conditions = [step.where, ...(step.groupBy ?? []), ...step.sources.map(({ join }) => join?.on)];
    for (const { uses } of [...kept, ...conditions.map((one) => one ?? plain(''))])
      for (const use of uses) {
        const { from, column } = originOf(step, use);
        if (typeof from !== 'string') needed.get(from)?.add(column);
      }
  }
  return needed;
}

/** Hands on one step's columns and does nothing else. */
function isOnlyHandedOn({ sources, columns, where, groupBy }: Step, needed: ReadonlySet<string>): boolean {
  const [source] = sources;
  return (
    sources.length === 1 &&
    typeof source?.from !== 'string' &&
    where === undefined &&
    groupBy === undefined &&
    [...needed].every((name) => columns.get(name)?.isMade === false)
  );
}

/** Writes the steps down, the last as the query itself. `fence` ends a step that works something out. */
export function written(steps: readonly Step[], fence: string): string {
  const needed = neededColumns(steps);
  const last = steps.at(-1);
  const used = (step: Step): ReadonlySet<string> => needed.get(step) ?? new Set();
  const nameOf = (from: Step | string): string => {
    if (typeof from === 'string') return from;
    const [source] = from.sources;
    return source !== undefined && isOnlyHandedOn(from, used(from)) ? nameOf(source.from) : from.name;
  };
  const selected = (step: Step, indent: string): string => {
    const columns = [...step.columns].filter(([name]) => used(step).has(name) || step === last);
    const list = columns.map(([name, { sql, comment }]) => {
      const named = sql.text === name ? name : `${sql.text} AS ${name}`;
      return comment === undefined ? named : `${named} /* ${comment} */`;
    });
    const from = step.sources.map(({ alias, from: source, join }) => {
      const table = `${nameOf(source)} ${alias}`;
      return join === undefined ? `FROM ${table}` : `${join.kind} ${table} ON ${join.on.text}`;
    });
    const isMaking = columns.some(([, { isMade }]) => isMade) && step.groupBy === undefined && step !== last;
    const lines = [
      `SELECT\n${indent}  ${(list.length === 0 ? ['1 AS nothing'] : list).join(`,\n${indent}  `)}`,
      ...from,
      ...(step.where === undefined ? [] : [`WHERE ${step.where.text}`]),
      ...(step.groupBy === undefined ? [] : [`GROUP BY ${step.groupBy.map(({ text }) => text).join(', ')}`]),
      ...(isMaking && fence !== '' ? [fence] : []),
    ];
    return lines.map((line) => indent + line).join('\n');
  };
  const isRead = new Set<string>();
  for (const step of steps) for (const { from } of step.sources) isRead.add(nameOf(from));
  const before = steps
    .filter((step) => step !== last && !isOnlyHandedOn(step, used(step)) && isRead.has(step.name))
    .map((step) => `${step.name} AS (\n${selected(step, '  ')}\n)`);
  const query = last === undefined ? '' : selected(last, '');
  return before.length === 0 ? query : `WITH\n${before.join(',\n')}\n${query}`;
}
