import { spanBetween } from '../../source-text.ts';
import type { Expression, Stretch } from '../../syntax/expression.ts';
import type { Checked } from './checked.ts';
import type { FindingCode } from '../tell/findings.ts';
import type { FindingDetails, Report } from '../tell/report.ts';
import type { Scope } from './scope.ts';
import { faultType, type Type, typeWords } from './types.ts';

/** Where an expression's text comes from: turns its own offsets into the source's. */
export interface Origin {
  readonly report: Report;
  readonly text: string;
  readonly offsetOf: (index: number) => number;
}

/** What the parts of the checker hand to one another. */
export interface Checking {
  readonly origin: Origin;
  readonly scope: Scope;
  /**
   * Checks in its own way what another language than that of packs does otherwise; undefined for all that it does as packs do. Packs have
   * none.
   */
  readonly dialect?: Dialect;
}

export type Dialect = (checking: Checking, expression: Expression) => Checked | undefined;

/** Reports a fault of the expression and stands in its place. */
export function faultAt(checking: Checking, place: Stretch, code: FindingCode, details?: FindingDetails): Checked {
  const { report, offsetOf } = checking.origin;
  report.add(code, offsetOf(place.start), endIn(checking, place), details);
  return { kind: 'fault', type: faultType, ...marked(checking, place) };
}

function endIn({ origin }: Checking, { start, end }: Stretch): number {
  return end > start ? origin.offsetOf(end - 1) + 1 : origin.offsetOf(start);
}

/** The span and the text of a part. */
export function marked(checking: Checking, place: Stretch): { span: Checked['span']; text: string } {
  const { report, text, offsetOf } = checking.origin;
  const span = spanBetween(report.source, offsetOf(place.start), endIn(checking, place));
  return { span, text: text.slice(place.start, place.end) };
}

/** `expected` and `found` for a sentence about types. */
export function typesTold(expected: Type, found: Type): FindingDetails {
  return { values: { expected: typeWords(expected), found: typeWords(found) } };
}
