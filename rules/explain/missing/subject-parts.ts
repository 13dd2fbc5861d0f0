import { unreachable } from '../../../values/unreachable.ts';
import type { Checked } from '../../check/expression/checked.ts';
import { compile } from '../compile/compile.ts';
import { type Pack, sightsOf } from '../evaluate.ts';
import type { Family } from '../facts/family.ts';
import type { Program } from '../compile/program.ts';
import type { Evaluator } from '../compile/step.ts';
import { isFraction, isList, Unknown, type Value } from '../compile/values.ts';

interface Part {
  readonly program: Program;
  readonly evaluate: Evaluator;
}

/**
 * What a rule that looks at others only as members of the subject's household asks of the subject itself, as a text: of two members of one
 * household who give the same, and of whom every fact is known, the rule says the same, for it sees the same people. It is made of the
 * values of the largest expressions that look at nothing but the subject's facts (`completedYears(e.birth, on) >= 60`, not `e.birth`).
 * Undefined in place of the function for any other rule, in place of the text where such a value is not known or can't be worked out.
 */
export function subjectParts(pack: Pack, period: string): ((family: Family) => string | undefined) | undefined {
  const parts = new Parts();
  parts.take(pack.program);
  if (parts.looksElsewhere) return undefined;
  return (family) => {
    const sightFor = sightsOf(pack, family, period);
    const texts: string[] = [];
    try {
      for (const { program, evaluate } of parts.found) {
        const text = textOf(evaluate(sightFor(program)).value);
        if (text === undefined) return undefined;
        texts.push(text);
      }
    } catch {
      // The rule itself may not come there.
      return undefined;
    }
    return texts.join(' ');
  };
}

function textOf(value: Value): string | undefined {
  if (value instanceof Unknown) return undefined;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (isFraction(value)) return `${value.numerator}/${value.denominator}`;
  if (!isList(value)) return undefined;
  const items = value.map(textOf);
  return items.includes(undefined) ? undefined : `[${items.join(',')}]`;
}

/** What an expression looks at: nothing of the family, the subject's facts alone, or more. */
type Looks = 'nothing' | 'subject' | 'more';

class Parts {
  readonly found: Part[] = [];
  /** At relatives, or at the subject as somebody among others. */
  looksElsewhere = false;
  readonly #taken = new Set<Program>();

  take(program: Program): void {
    if (this.#taken.has(program)) return;
    this.#taken.add(program);
    const { rule } = program;
    const lets = new Map(rule.lets.map(({ name, checked }) => [name, checked]));
    const known = new Map<Checked, Looks>();
    const keep = (checked: Checked): void => void this.found.push({ program, evaluate: compile(checked) });

    const of = (checked: Checked): Looks => {
      const before = known.get(checked);
      if (before !== undefined) return before;
      const looks = looked(checked);
      known.set(checked, looks);
      return looks;
    };

    /** Parts that look at the subject alone, beside others that look at more, are as large as they get. */
    const together = (parts: readonly Checked[], isMore = false): Looks => {
      const looks = parts.map(of);
      if (!isMore && !looks.includes('more')) return looks.includes('subject') ? 'subject' : 'nothing';
      parts.forEach((part, i) => looks[i] === 'subject' && keep(part));
      return 'more';
    };

    const elsewhere = (): Looks => {
      this.looksElsewhere = true;
      return 'more';
    };

    const looked = (checked: Checked): Looks => {
      switch (checked.kind) {
        case 'constant':
        case 'parameter':
        case 'period':
        case 'on':
          return 'nothing';
        case 'variable':
          return 'more';
        case 'let': {
          const named = lets.get(checked.name);
          return named === undefined ? elsewhere() : of(named);
        }
        case 'fact':
          return checked.person.kind === 'subject' ? 'subject' : together([checked.person], true);
        case 'relation':
          return checked.relation === 'members' && checked.person.kind === 'subject' ? 'more' : elsewhere();
        case 'parameter-at':
          return of(checked.at);
        case 'benefit': {
          const other = program.benefits.get(checked.benefit);
          if (other === undefined) return elsewhere();
          this.take(other.program);
          return 'more';
        }
        case 'operation':
        case 'within':
          return together(checked.operands);
        case 'if':
          return together([checked.condition, checked.whenTrue, checked.whenFalse]);
        case 'quantified':
        case 'filter':
          return together([checked.list, checked.condition]);
        case 'for':
          return together([checked.list, checked.result]);
        case 'subject':
        case 'beyond':
        case 'fault':
          return elsewhere();
      }
      return unreachable(checked);
    };

    // Each by itself: what is not eligible is not asked for its amount.
    together([rule.eligible, rule.amount, ...rule.lets.map(({ checked }) => checked)], true);
  }
}
