import type { Pack } from '../explain/evaluate.ts';
import { factName, type Facts } from '../facts.ts';
import { folded } from '../ir/passes/fold.ts';
import { codeOfFact } from '../ir/lower/fact-code.ts';
import { lowerRule } from '../ir/lower/lower-rule.ts';
import type { Graph, Node, NodeOf } from '../ir/node.ts';
import { withParameters } from '../ir/passes/parameters.ts';
import { codesBetween } from './candidates.ts';
import { grounded, type Grounded, type Owned } from './grounded.ts';
import { anyNumber, anything, type Possible, truth, type Truth, workOut } from './possible.ts';
import type { Box, Budget, Side } from './search.ts';

/** What the results can be when some facts are anything within a box and all others stay. */
export interface Prospect {
  readonly eligible: Truth;
  /** In fen; only where it is one amount whatever the facts are. */
  readonly amountFen: bigint | undefined;
}

interface Lowered {
  readonly key: string;
  readonly graph: Graph;
}

/** The last period and day for which each pack was lowered: families are asked of one after the other. */
const lowered = new WeakMap<Pack, Lowered>();

function graphOf(pack: Pack, periodText: string, { on }: Facts): Graph {
  const key = `${periodText} ${on}`;
  const known = lowered.get(pack);
  if (known?.key === key) return known.graph;
  const period = pack.program.periods.get(periodText);
  if (period === undefined) throw new RangeError(`${pack.info.policy}: ${periodText} is not covered.`);
  const graph = folded(withParameters(lowerRule(pack.rule, period, on), period, on));
  lowered.set(pack, { key, graph });
  return graph;
}

/** A family seen through the graph of a rule: what results are possible while facts vary. An unknown fact may be anything throughout. */
export class Outlook {
  readonly #grounded: Grounded;
  readonly #facts: Facts;
  readonly #base: readonly Possible[];
  readonly #resting = new Map<string, readonly Node[]>();

  /** Throws a RangeError when the pack does not cover the period. */
  constructor(pack: Pack, facts: Facts, period: string) {
    this.#facts = facts;
    this.#grounded = grounded(graphOf(pack, period, facts), facts);
    const values: Possible[] = [];
    workOut(this.#grounded.nodes, values, (node) => this.#asItIs(node));
    this.#base = values;
  }

  /** Every fact of anybody on which the results may rest, each once. */
  facts(): readonly Owned[] {
    const { nodes, facts } = this.#grounded;
    const seen = new Map<string, Owned>();
    for (const node of nodes) {
      const owned = node.op === 'fact' ? facts.get(node) : undefined;
      if (owned !== undefined) seen.set(`${owned.person}\n${owned.fact}`, owned);
    }
    return [...seen.values()];
  }

  /** Takes what it costs from the budget. */
  within(box: Box, budget: Budget): Prospect {
    const { eligible, amount, facts } = this.#grounded;
    const sides = new Map(box.map((side) => [`${side.candidate.person}\n${side.candidate.fact}`, side]));
    const values = [...this.#base];
    const resting = this.#restingOn(sides);
    budget.nodes -= resting.length + 1;
    workOut(resting, values, (node) => {
      const owned = facts.get(node);
      const side = owned && sides.get(`${owned.person}\n${owned.fact}`);
      return side === undefined ? this.#asItIs(node) : changed(side, node);
    });
    const [isEligible, range] = [values[eligible.id], values[amount.id]];
    if (typeof isEligible !== 'string' || typeof range !== 'object' || !('least' in range))
      throw new Error('A rule comes to a boolean and an amount.');
    return { eligible: isEligible, amountFen: range.least === range.greatest ? range.least : undefined };
  }

  /** The nodes that those facts can change, operands first. */
  #restingOn(sides: ReadonlyMap<string, Side>): readonly Node[] {
    const key = [...sides.keys()].join('\n\n');
    const known = this.#resting.get(key);
    if (known !== undefined) return known;
    const { nodes, facts } = this.#grounded;
    const open = new Set<Node>();
    for (const node of nodes) {
      const owned = node.op === 'fact' ? facts.get(node) : undefined;
      const isOne = owned !== undefined && sides.has(`${owned.person}\n${owned.fact}`);
      if (isOne || node.args.some((arg) => open.has(arg))) open.add(node);
    }
    const found = [...open];
    this.#resting.set(key, found);
    return found;
  }

  #asItIs(node: NodeOf<'fact'>): Possible {
    const owned = this.#grounded.facts.get(node);
    const value = this.#facts.people.find(({ id }) => id === owned?.person)?.[owned?.fact ?? ''];
    const code = codeOfFact(value, node.type, node.view);
    if (typeof code === 'bigint') return { least: code, greatest: code };
    if (typeof code === 'boolean') return truth(code);
    if (typeof code === 'string') return { text: code };
    // Of a date only the month is known: some day of it.
    const month = codeOfFact(value, 'date', 'month');
    if (node.type === 'date' && typeof month === 'bigint') return { least: month << 5n, greatest: (month << 5n) | 31n };
    return node.sort === 'integer' ? anyNumber : anything(node);
  }
}

function changed({ candidate, to }: Side, node: NodeOf<'fact'>): Possible {
  if ('least' in to) return codesBetween(candidate, to, node.view);
  const code = codeOfFact(to.value, node.type, node.view);
  if (typeof code === 'boolean') return truth(code);
  return typeof code === 'string' ? { text: code } : anything(node);
}

/** All facts of the subject in the order of the pack's questions, then as the rule declares them; then those of relatives. */
export function inOrder(pack: Pack, facts: Facts, found: readonly Owned[]): readonly Owned[] {
  const asked = pack.info.questions.map(({ fact }) => factName(fact));
  const declared = [...pack.rule.facts.keys()];
  const people = [facts.subject, ...facts.people.map(({ id }) => id)];
  const place = ({ person, fact }: Owned): number => {
    const question = asked.indexOf(fact);
    const among = question === -1 ? asked.length + declared.indexOf(fact) : question;
    return people.indexOf(person) * (asked.length + declared.length) + among;
  };
  return found.toSorted((a, b) => place(a) - place(b));
}
