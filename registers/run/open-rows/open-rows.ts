import { familyView, personFacts } from '../../../rules/columns/facts-at.ts';
import { familiesIn, hasRelativesElsewhere, knownIn } from '../../../rules/columns/family-at.ts';
import { byReasonColumn, outcomeCode } from '../../../rules/columns/results.ts';
import { type ColumnProgram, graphFor } from '../../../rules/columns/program.ts';
import type { ColumnInfo, ColumnValues, RegisterInfo, Shard } from '../../../rules/columns/shard.ts';
import type { Outcome } from '../../../rules/determination.ts';
import { determineFamily } from '../../../rules/explain/explain.ts';
import type { Family } from '../../../rules/explain/facts/family.ts';
import { subjectParts } from '../../../rules/explain/missing/subject-parts.ts';
import type { Facts } from '../../../rules/facts.ts';
import { interpret, worldOf } from '../../../rules/ir/interpret.ts';
import type { Graph } from '../../../rules/ir/node.ts';
import { type Asked, type GapFinder, gapFinderOf } from './gap-finder.ts';

/** What a row comes to that the columns could not settle. */
export interface RowResult {
  readonly outcome: number;
  readonly amountFen: bigint;
  /** Names of facts, each once, in order; only where undetermined. */
  readonly missing: readonly string[];
  /** As in the columns of reasons. */
  readonly reasons: readonly number[];
}

/** Settles a row that the columns left open, or one of an irregular household. */
export interface Settling {
  readonly open: (row: number) => RowResult;
  readonly irregular: (row: number) => RowResult;
}

const codeOf: Readonly<Record<Outcome, number>> = {
  'not-eligible': outcomeCode.notEligible,
  eligible: outcomeCode.eligible,
  undetermined: outcomeCode.undetermined,
};

/** The rows of a shard as families. */
interface Families {
  readonly familyAt: (row: number) => Family;
  readonly factsAt: (row: number) => Facts;
  /** Every fact that the rule uses is known of the row's person, and what is tried of others is the same for the whole household. */
  readonly isPlain: (row: number) => boolean;
  readonly keyOf: (row: number) => number | string;
}

/** Patterns kept; beyond, they are forgotten and found again. */
const mostPatterns = 200_000;

/**
 * Settles the rows that columns leave open. Columns decide by three-valued logic; `explain` also tries what the unknown may be, and what it
 * finds counts. Where logic alone already gives what explain would (see `rules/ir/limits/exactness.ts`) its code for single rows is enough;
 * else explain is asked, once for each pattern of facts where the rule looks at nobody else.
 */
export class OpenRows {
  readonly #asked: Asked;
  readonly #program: ColumnProgram;
  readonly #finderOf: (shard: Shard) => GapFinder;
  readonly #patterns = new Map<number | string, RowResult>();
  readonly #byMask = new Map<number, RowResult>();
  readonly #seesNobody: boolean;
  readonly #keyOf: (shard: Shard) => (row: number) => number | string;
  readonly #partsOf: ((family: Family) => string | undefined) | undefined;
  #graph: Graph | undefined;

  constructor(asked: Asked, program: ColumnProgram) {
    this.#asked = asked;
    this.#program = program;
    this.#finderOf = gapFinderOf(program, asked);
    this.#seesNobody = program.reach === 0;
    this.#partsOf = this.#seesNobody ? undefined : subjectParts(asked.pack, asked.period.text);
    this.#keyOf = patternKey([...asked.pack.rule.facts.keys()], asked.register);
  }

  /**
   * Settles rows of one shard. `own` has what the program reads; `all` gives what the rule may look at, and is asked only when explain is;
   * `slow` is called before each row that takes long.
   */
  on(own: Shard, all: () => Shard, slow: () => void = () => undefined): Settling {
    const finder = this.#finderOf(own);
    let families: Families | undefined;
    const seen = (): Families => (families ??= this.#families(all()));
    const explained = (row: number): RowResult => {
      slow();
      const { familyAt, factsAt, isPlain } = seen();
      const family = familyAt(row);
      const work = (): RowResult => this.#explained(family, () => factsAt(row));
      return isPlain(row) ? this.#asMembers(family, work) : work();
    };
    const byPattern = (row: number): RowResult => {
      const key = seen().keyOf(row);
      const known = this.#patterns.get(key);
      if (known !== undefined) return known;
      if (this.#patterns.size >= mostPatterns) this.#patterns.clear();
      const found = explained(row);
      this.#patterns.set(key, found);
      return found;
    };
    return {
      open: (row) => {
        const mask = finder.maskOf(row);
        if (mask === undefined) return this.#seesNobody ? byPattern(row) : explained(row);
        return this.#hangingOn(mask, finder);
      },
      irregular: explained,
    };
  }

  #families(shard: Shard): Families {
    const { register, on, pack } = this.#asked;
    // A rule that sees nobody else needs no household looked up for every row.
    const seen = this.#seesNobody ? { ...register, linksKnown: false, householdsKnown: false } : register;
    const view = familyView(seen, shard, on, this.#program.reach);
    const isKnown = knownIn(view, [...pack.rule.facts.keys()]);
    // What an unknown text may be is taken from everybody in sight.
    const comparesTexts =
      seen.linksKnown && seen.householdsKnown && [...pack.rule.facts.values()].some(({ type }) => type === 'text');
    return {
      familyAt: familiesIn(view, [...pack.rule.facts.keys()]),
      factsAt: (row) => personFacts(view, row),
      isPlain: (row) => isKnown(row) && !(comparesTexts && hasRelativesElsewhere(view, row)),
      keyOf: this.#keyOf(shard),
    };
  }

  /** Of several members of one household the rule may say the same for the same reasons: it is then asked once. */
  #asMembers(family: Family, work: () => RowResult): RowResult {
    const { household } = family;
    const parts = household && this.#partsOf?.(family);
    if (household === undefined || parts === undefined) return work();
    const results = (household.kept.get(this) ?? new Map()) as Map<string, RowResult>;
    household.kept.set(this, results);
    const known = results.get(parts);
    if (known !== undefined) return known;
    const found = work();
    results.set(parts, found);
    return found;
  }

  #hangingOn(mask: number, finder: GapFinder): RowResult {
    const known = this.#byMask.get(mask);
    if (known !== undefined) return known;
    const missing = finder.namesIn(mask);
    const found = { outcome: outcomeCode.undetermined, amountFen: 0n, missing, reasons: [] };
    this.#byMask.set(mask, found);
    return found;
  }

  #explained(family: Family, facts: () => Facts): RowResult {
    const { pack, period } = this.#asked;
    const { outcome, amountFen, missing, indifferent } = determineFamily(pack, family, period.text);
    const isSure = outcome !== 'undetermined' && !indifferent;
    return {
      outcome: codeOf[outcome],
      amountFen: amountFen ?? 0n,
      missing: [...new Set(missing.map(({ fact }) => fact))].toSorted(),
      reasons: isSure && this.#program.reasonCodes.length > 0 ? this.#reasons(facts()) : [],
    };
  }

  #reasons(facts: Facts): readonly number[] {
    const { pack, period, on } = this.#asked;
    const program = this.#program;
    this.#graph ??= graphFor(pack.rule, period, on);
    const valueOf = interpret(this.#graph, worldOf(facts), { period, on });
    const given = new Map(this.#graph.reasons.map(({ code, when }) => [code, when]));
    return byReasonColumn(program.reasonCodes).map((codes) =>
      codes.reduce((bits, code, n) => {
        const when = given.get(code);
        return when !== undefined && valueOf(when) === true ? bits | (1 << n) : bits;
      }, 0),
    );
  }
}

/** A key that two rows share only if the rule's facts are alike in both: one number where their ranges allow. */
function patternKey(
  facts: readonly string[],
  register: RegisterInfo,
): (shard: Shard) => (row: number) => number | string {
  const infos = facts.map((fact) => register.columns.get(fact)).filter((info) => info !== undefined);
  const parts = infos.map(({ fact, least, greatest }: ColumnInfo) => ({
    fact,
    least: Number(least ?? 0n) - 1,
    size: Number((greatest ?? 0n) - (least ?? 0n)) + 2,
  }));
  const [leasts, sizes] = [parts.map(({ least }) => least), parts.map(({ size }) => size)];
  // Beyond 2^53 neighbours are one double: two people would be taken for one.
  const isExact = infos.every(({ least = 0n, greatest = 0n }) => -least < 2n ** 52n && greatest < 2n ** 52n);
  const fits = isExact && parts.reduce((product, { size }) => product * size, 1) < 2 ** 52;
  return (shard) => {
    const columns = parts.map(({ fact }) => shard.columns.get(fact)).filter((column) => column !== undefined);
    if (!fits) return (row) => columns.map((column) => column[row]).join(' ');
    return (row) => {
      let key = 0;
      for (let i = 0; i < leasts.length; i += 1) {
        const value = Number((columns[i] as ColumnValues)[row]);
        // Unknown is below the least.
        key = key * (sizes[i] as number) + Math.max(0, value - (leasts[i] as number));
      }
      return key;
    };
  };
}
