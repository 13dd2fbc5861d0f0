import { checkLinks } from '../explain/facts/check-links.ts';
import type { Pack } from '../explain/evaluate.ts';
import { determine, type Result } from '../explain/explain.ts';
import { OutOfRange } from '../explain/compile/operations.ts';
import type { Facts, FactValue } from '../facts.ts';
import { candidate, type Candidate, valueAt } from './candidates.ts';
import type { Change, ChangedFact, WouldChange } from './change.ts';
import { changeWords, clauseWords } from './change-words.ts';
import { inOrder, Outlook, type Prospect } from './outlook.ts';
import { type Box, boxesOf, type Budget, nearestIn, type Search, type Side, sidesOf } from './search.ts';

/** More facts at once are no answer to anybody. */
const mostFacts = 3;
const mostBoxes = 10_000;
/** Some tenths of a second at the most; what is found is found in a few milliseconds. */
const mostWork: Budget = { nodes: 200_000, tries: 300 };

type Wanted = (result: Result) => boolean;

interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: string;
  readonly outlook: Outlook;
  readonly budget: Budget;
}

function withValues(facts: Facts, box: Box, values: readonly FactValue[]): Facts {
  const people = facts.people.map((person) => {
    const own = box.flatMap(({ candidate: { person: id, fact } }, i) =>
      id === person.id ? [[fact, values[i]] as const] : [],
    );
    return own.length === 0 ? person : { ...person, ...Object.fromEntries(own) };
  });
  return { ...facts, people };
}

function faultsIn({ people, links }: Facts): number {
  let faults = 0;
  checkLinks(people, links ?? [], () => {
    faults += 1;
    return undefined;
  });
  return faults;
}

/** What the changed facts come to; undefined where they cannot be (a parent younger than the child), or the rule cannot be worked out. */
function tried({ pack, facts, period }: Asked, box: Box, values: readonly FactValue[]): Result | undefined {
  const changed = withValues(facts, box, values);
  if (facts.links !== undefined && faultsIn(changed) > faultsIn(facts)) return undefined;
  try {
    return determine(pack, changed, period);
  } catch (error) {
    if (error instanceof OutOfRange) return undefined;
    throw error;
  }
}

/** A value that a missing fact may turn out to have. */
function extremes(found: Candidate): readonly Side[] {
  return sidesOf(asMissing(found), -1).flatMap((side): readonly Side[] => {
    if ('value' in side.to) return [side];
    const { least, greatest } = side.to;
    return [least, greatest].map((place) => ({ ...side, to: { least: place, greatest: place } }));
  });
}

/**
 * A result is sure only if it is the same whatever the facts are that stay missing. So nothing can hold in a box where it cannot hold for
 * one value of one of them.
 */
function searchFor(asked: Asked, wanted: Wanted, mayHold: (prospect: Prospect) => boolean): Search {
  const missing = candidatesFor(asked)
    .filter((found) => !isKnown(found))
    .flatMap(extremes);
  const isIn = (box: Box, { candidate: { person, fact } }: Side): boolean =>
    box.some(({ candidate: one }) => one.person === person && one.fact === fact);
  const mayHoldIn = (box: Box): boolean => mayHold(asked.outlook.within(box, asked.budget));
  return {
    mayHold: (box) => mayHoldIn(box) && missing.every((side) => isIn(box, side) || mayHoldIn([...box, side])),
    holds: (values, box) => {
      const result = tried(asked, box, values);
      return result !== undefined && wanted(result);
    },
  };
}

const isKnown = ({ from, values }: Candidate): boolean =>
  from !== undefined && (values.kind === 'listed' || values.from.least === values.from.greatest);

const isSame = (a: Pick<Result, 'outcome' | 'amountFen'>, b: Pick<Result, 'outcome' | 'amountFen'>): boolean =>
  a.outcome === b.outcome && a.amountFen === b.amountFen;

/** Whether a prospect leaves no doubt that the result stays. */
function isCertain({ outcome, amountFen }: Result, prospect: Prospect): boolean {
  if (outcome === 'not-eligible') return prospect.eligible === 'false';
  return outcome === 'eligible' && prospect.eligible === 'true' && prospect.amountFen === amountFen;
}

/** Values beside `to` that give the same as it, as far as they go without a break. */
function runAround(asked: Asked, { candidate: fact, to }: Box[number], result: Result): ChangedFact['among'] {
  if (fact.values.kind !== 'ordered' || !('least' in to)) return undefined;
  const { least, greatest, isKnown, from } = fact.values;
  const search = searchFor(
    asked,
    (other) => !isSame(other, result),
    (prospect) => !isCertain(result, prospect),
  );
  const holds: Search['holds'] = (values, box) => tried(asked, box, values) === undefined || search.holds(values, box);
  /** The last place in that direction; undefined where the values end. */
  const end = (up: boolean): bigint | undefined => {
    const beyond = up ? { least: to.least + 1n, greatest } : { least, greatest: to.least - 1n };
    if (beyond.least > beyond.greatest) return undefined;
    const line = { ...fact, values: { ...fact.values, from: to, isKnown: true } } as Candidate;
    const found = nearestIn([[{ candidate: line, order: [0, 0], to: beyond }]], { ...search, holds }, asked.budget);
    if (found.kind === 'none') return undefined;
    const [side] = found.kind === 'found' ? found.box : [];
    if (side === undefined || !('least' in side.to)) return to.least;
    return up ? side.to.least - 1n : side.to.least + 1n;
  };
  const [down, up] = [
    isKnown && to.least > from.greatest ? to.least : end(false),
    isKnown && to.least < from.least ? to.least : end(true),
  ];
  return {
    ...(down !== undefined && { least: valueAt(fact, down) }),
    ...(up !== undefined && { greatest: valueAt(fact, up) }),
  };
}

function changeOf(asked: Asked, box: Box, values: readonly FactValue[], isOpen: boolean): Change {
  const { pack, facts } = asked;
  const result = tried(asked, box, values);
  if (result === undefined || result.outcome === 'undetermined')
    throw new Error('A change was found that does not hold.');
  const [only] = box;
  const among = box.length === 1 && only ? runAround(asked, only, result) : undefined;
  const changes = box.map(({ candidate: { person, fact, from } }, i): ChangedFact => {
    const whose = person === facts.subject ? pack.rule.subject : person;
    const change = { person, fact, name: `${whose}.${fact}`, from, to: values[i], ...(among && { among }) };
    return { ...change, words: clauseWords(asked, change, isOpen) };
  });
  const { outcome, amountFen } = result;
  const came = { outcome, ...(amountFen !== undefined && { amountFen }) };
  const clauses = changes.map(({ words }) => words);
  return { changes, ...came, words: changeWords(asked, clauses, came, isOpen) };
}

/** Tries one fact, then two at once, then three. */
function smallest(asked: Asked, candidates: readonly Candidate[], search: Search, isOpen: boolean): WouldChange {
  for (let count = 1; count <= Math.min(mostFacts, candidates.length); count += 1) {
    const boxes: Box[] = [];
    for (const box of boxesOf(candidates, count)) {
      if (boxes.length >= mostBoxes) return { kind: 'cut', tried: count - 1 };
      boxes.push(box);
    }
    const found = nearestIn(boxes, search, asked.budget);
    if (found.kind === 'cut') return { kind: 'cut', tried: count - 1 };
    if (found.kind === 'found') return { kind: 'change', change: changeOf(asked, found.box, found.values, isOpen) };
  }
  return { kind: 'nothing' };
}

function candidatesFor({ pack, facts, outlook }: Asked): readonly Candidate[] {
  return inOrder(pack, facts, outlook.facts()).flatMap((owned) => {
    const use = pack.rule.facts.get(owned.fact);
    const found = use && candidate(pack, facts, owned, use);
    return found === undefined ? [] : [found];
  });
}

/** A fact that is missing may be anything; of a date of which the month is known, some day of it. */
function asMissing(found: Candidate): Candidate {
  const { values } = found;
  if (values.kind !== 'ordered' || !values.isKnown) return found;
  const { least, greatest } = values.from;
  return { ...found, values: { ...values, least, greatest, from: { least, greatest: least }, isKnown: false } };
}

/** While facts are missing: what they would have to be for the family to be eligible; if nothing makes it so, for it not to be. */
function whatWouldSettle(asked: Asked, missing: Result['missing']): WouldChange {
  const candidates = candidatesFor(asked)
    .filter((found) => missing.some(({ person, fact }) => person === found.person && fact === found.fact))
    .map(asMissing);
  for (const outcome of ['eligible', 'not-eligible'] as const) {
    const impossible = outcome === 'eligible' ? 'false' : 'true';
    const search = searchFor(
      asked,
      (result) => result.outcome === outcome,
      ({ eligible }) => eligible !== impossible,
    );
    const found = smallest(asked, candidates, search, true);
    if (found.kind !== 'nothing') return found;
  }
  return { kind: 'nothing' };
}

/**
 * The smallest change of facts that changes the outcome or the amount: fewest facts; then fewest that change to another value by its name
 * (a boolean, a text), since those have no near and far; then the nearest, in days, months, ones and fen; then as the pack asks and
 * declares them. Facts stay legal: days from the vocabulary's first to the day of asking, whole numbers and money not below 0 unless they
 * were, parents older than their children. Exact: whatever is found was determined, and nothing smaller was left untried. Throws as
 * `determine` does.
 */
export function whatWouldChange(pack: Pack, facts: Facts, period: string): WouldChange {
  const base = determine(pack, facts, period);
  const asked: Asked = { pack, facts, period, outlook: new Outlook(pack, facts, period), budget: { ...mostWork } };
  if (base.outcome === 'undetermined') return whatWouldSettle(asked, base.missing);
  const search = searchFor(
    asked,
    (result) => result.outcome !== 'undetermined' && !isSame(result, base),
    (prospect) => !isCertain(base, prospect),
  );
  return smallest(asked, candidatesFor(asked), search, false);
}
