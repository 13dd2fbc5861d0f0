import type { Day } from '../../../values/day.ts';
import { unreachable } from '../../../values/unreachable.ts';
import type { Checked, CheckedOf } from '../../check/expression/checked.ts';
import type { CheckedRule, Parameter } from '../../check/rule/rule.ts';
import type { Period } from '../../pack/period.ts';
import { codeOf, dateCode, denominatorOf, leastCommonMultiple, monthCode } from './encode.ts';
import { counted, each, filtered, itemOf, type List, listWithin, literalList, quantified, totalled } from './lists.ts';
import { lowerOperation } from './lower-operation.ts';
import { type Loop, mixedLoops } from '../limits/mixed-loops.ts';
import { type Builder, type GraphParameter, innermost, type Limit, type Node, type Scope, type Sort } from '../node.ts';
import { validity } from '../passes/parameters.ts';
import { type Lowered, overDenominator, type Part, type Scalar, scalar } from './scalar.ts';

/** What all rules of one graph share: the rule itself and the benefits that it refers to. */
export interface Shared {
  readonly build: Builder;
  readonly period: Period;
  /** The day on which one asks. */
  readonly on: Day;
  readonly parameters: Map<string, GraphParameter>;
  readonly limits: Limit[];
}

/** Turns the checked expressions of one rule into nodes. Every `let` is lowered once. */
export class Lowering {
  readonly shared: Shared;
  readonly rule: CheckedRule;
  /** In front of this rule's parameters: nothing, or the benefit's name and a dot. */
  readonly #prefix: string;
  readonly #lets = new Map<string, Lowered>();
  readonly #benefits = new Map<string, Lowering>();
  /** What the loops around are at. */
  readonly #slots: Part[] = [];
  readonly #mixed: ReadonlyMap<Loop, ReadonlySet<number>>;

  constructor(shared: Shared, rule: CheckedRule, prefix = '') {
    this.shared = shared;
    this.rule = rule;
    this.#prefix = prefix;
    this.#mixed = mixedLoops(rule);
  }

  get build(): Builder {
    return this.shared.build;
  }

  lower(checked: Checked): Lowered {
    const { build } = this;
    switch (checked.kind) {
      case 'constant': {
        const denominator = denominatorOf(checked.value);
        return scalar(build.constant(codeOf(checked.value, checked.type.base, denominator)), denominator);
      }
      case 'subject':
        return { kind: 'person', scope: build.subject };
      case 'variable':
        return itemOf(this.#slot(checked.slot));
      case 'parameter':
        return this.#parameter(checked);
      case 'parameter-at':
        return this.#parameterAt(checked);
      case 'let':
        return this.step(checked.name);
      case 'benefit':
        return this.#benefit(checked);
      case 'period':
        return this.#period(checked.part);
      case 'on':
        return scalar(build.constant(dateCode(this.shared.on)));
      case 'fact':
        return this.#fact(checked);
      case 'relation':
        return { kind: 'list', parts: [{ scope: build.within(this.#person(checked.person), checked.relation) }] };
      case 'operation':
        return this.#operation(checked);
      case 'within':
        return this.#within(checked);
      case 'if':
        return this.#conditional(checked);
      case 'quantified': {
        const tests = each(this.#listOf(checked), (part) => this.#withItem(checked, part, checked.condition).node);
        return scalar(quantified(build, checked.quantifier, tests));
      }
      case 'for':
        return this.#loop(checked);
      case 'filter':
        return filtered(build, this.#listOf(checked), (part) => this.#withItem(checked, part, checked.condition).node);
      case 'beyond':
      case 'fault':
        throw new Error('Only a rule of a pack, without faults, is lowered.');
    }
    return unreachable(checked);
  }

  /** The expression's one value. */
  scalar(checked: Checked): Scalar {
    const lowered = this.lower(checked);
    if (lowered.kind !== 'scalar') throw new Error(`One value was expected of ${checked.text}.`);
    return lowered;
  }

  list(checked: Checked): List {
    const lowered = this.lower(checked);
    if (lowered.kind !== 'list') throw new Error(`A list was expected of ${checked.text}.`);
    return lowered;
  }

  /** A named step of the rule. */
  step(name: string): Lowered {
    const known = this.#lets.get(name);
    if (known !== undefined) return known;
    const found = this.rule.lets.find((step) => step.name === name);
    if (found === undefined) throw new Error(`The rule has no let ${name}.`);
    // A let stands outside every loop: its own loops must not write into the slots of the one that asks for it.
    const around = this.#slots.splice(0);
    const lowered = this.lower(found.checked);
    this.#slots.splice(0, this.#slots.length, ...around);
    this.#lets.set(name, lowered);
    return lowered;
  }

  #slot(slot: number): Part {
    const part = this.#slots[slot];
    if (part === undefined) throw new Error(`Loop variable ${slot} is read outside its loop.`);
    return part;
  }

  #withItem({ slot }: Loop, part: Part, body: Checked): Scalar {
    this.#slots[slot] = part;
    return this.scalar(body);
  }

  /** Goes through the list of a loop, its variable standing for one part after the other. */
  visitItems(loop: Loop, visit: (part: Part) => void): void {
    for (const part of this.#listOf(loop).parts) {
      this.#slots[loop.slot] = part;
      visit(part);
    }
  }

  /** The list that a loop goes through, within the loops around of whose people the body speaks too. */
  #listOf(loop: Loop): List {
    const list = this.list(loop.list);
    const others = [...(this.#mixed.get(loop) ?? [])].flatMap((slot) => this.#slot(slot).scope ?? []);
    const [first, ...rest] = others;
    return first === undefined ? list : listWithin(this.build, list, rest.reduce(innermost, first));
  }

  #person(checked: Checked): Scope {
    const lowered = this.lower(checked);
    if (lowered.kind !== 'person') throw new Error(`A person was expected of ${checked.text}.`);
    return lowered.scope;
  }

  #fact({ person, fact }: CheckedOf<'fact'>): Lowered {
    const use = this.rule.facts.get(fact);
    if (use === undefined) throw new Error(`The rule does not declare the fact ${fact}.`);
    return scalar(this.build.fact(this.#person(person), fact, use.type, 'whole'));
  }

  /** A parameter of ratios is put over one denominator for all its dates. */
  #declared(name: string): GraphParameter & { readonly key: string; readonly sort: Sort } {
    const parameter = this.rule.parameters.get(name);
    if (parameter === undefined) throw new Error(`The rule has no parameter ${name}.`);
    const key = `${this.#prefix}${name}`;
    const denominator = parameter.values.map(({ value }) => denominatorOf(value)).reduce(leastCommonMultiple, 1n);
    this.shared.parameters.set(key, { parameter, denominator });
    return { key, parameter, denominator, sort: sortOfParameter(parameter) };
  }

  #parameter({ name }: CheckedOf<'parameter'>): Lowered {
    const { key, sort, denominator } = this.#declared(name);
    return scalar(this.build.parameter(key, sort), denominator);
  }

  #parameterAt({ name, at, text }: CheckedOf<'parameter-at'>): Lowered {
    const { key, sort, denominator, parameter } = this.#declared(name);
    const unit = at.type.base === 'month' ? 'month' : 'date';
    const { node } = this.scalar(at);
    const [start] = validity(parameter, unit, this.shared.on);
    if (start !== undefined) this.shared.limits.push({ node, least: start.from, greatest: calendar[unit][1], text });
    return scalar(this.build.parameterAt(key, sort, unit, node), denominator);
  }

  /** Of another benefit: whether, how much (0 when not eligible), or one of its steps. */
  #benefit({ benefit, part }: CheckedOf<'benefit'>): Lowered {
    const other = this.#benefits.get(benefit) ?? this.#begun(benefit);
    if (part === 'eligible') return other.lower(other.rule.eligible);
    if (part !== 'amount') return other.step(part);
    const eligible = other.scalar(other.rule.eligible).node;
    const amount = other.scalar(other.rule.amount).node;
    return scalar(this.build.select(eligible, amount, this.build.constant(0n)));
  }

  #begun(benefit: string): Lowering {
    const rule = this.rule.benefits.get(benefit)?.rule;
    if (rule === undefined) throw new Error(`The rule names no benefit ${benefit}.`);
    const lowering = new Lowering(this.shared, rule, `${this.#prefix}${benefit}.`);
    this.#benefits.set(benefit, lowering);
    return lowering;
  }

  #period(part: CheckedOf<'period'>['part']): Lowered {
    const { build } = this;
    const { period } = this.shared;
    if (part === 'year') return scalar(build.constant(BigInt(period.year)));
    if (part !== 'months') return scalar(build.constant(dateCode(period[part])));
    const [first, last] = [monthCode(period.first), monthCode(period.last)];
    const months = Array.from({ length: Number(last - first) + 1 }, (_, i) =>
      scalar(build.constant(first + BigInt(i))),
    );
    return literalList(months);
  }

  #operation(checked: CheckedOf<'operation'>): Lowered {
    const { build } = this;
    const { operation, operands } = checked;
    const [first] = operands;
    if (operation === 'list') return literalList(operands.map((operand) => this.scalar(operand)));
    if (operation === 'count' && first) return scalar(counted(build, this.list(first)));
    if (operation === 'total' && first) return totalled(build, this.list(first));
    const lowered = lowerOperation(
      build,
      checked,
      operands.map((operand) => this.scalar(operand)),
    );
    if (operation === 'add-months' || operation === 'add-months-capped' || operation === 'date') {
      const [least, greatest] = operation === 'add-months' ? calendar.month : calendar.date;
      this.shared.limits.push({ node: lowered.node, least, greatest, text: checked.text });
    }
    return lowered;
  }

  /** All three must be known, as explain has it. */
  #within({ operands, ends }: CheckedOf<'within'>): Lowered {
    const { build } = this;
    const [value, low, high] = operands.map((operand) => this.scalar(operand));
    if (!value || !low || !high) throw new Error('A range has two ends.');
    const compare = (included: boolean, a: Scalar, b: Scalar): Node =>
      lowerOperation(build, { operation: included ? 'at-most' : 'less' }, [a, b]).node;
    return scalar(build.binary('both', compare(ends.low, low, value), compare(ends.high, value, high)));
  }

  #conditional(checked: CheckedOf<'if'>): Lowered {
    const condition = this.scalar(checked.condition).node;
    const [a, b] = [this.scalar(checked.whenTrue), this.scalar(checked.whenFalse)];
    const denominator = leastCommonMultiple(a.denominator, b.denominator);
    const over = (value: Scalar): Node => overDenominator(this.build, value, denominator);
    return scalar(this.build.select(condition, over(a), over(b)), denominator);
  }

  #loop(checked: CheckedOf<'for'>): Lowered {
    const { build } = this;
    const results = each(this.#listOf(checked), (part) => this.#withItem(checked, part, checked.result));
    const denominator = results.map(({ item }) => item.denominator).reduce(leastCommonMultiple, 1n);
    const parts = results.map(({ item, ...part }) => ({
      ...part,
      value: scalar(overDenominator(build, item, denominator), denominator),
    }));
    return { kind: 'list', parts };
  }
}

/** First and last month, first and last day, of the years 1 to 9999. */
const calendar = {
  month: [12n, 9999n * 12n + 11n],
  date: [dateCode('0001-01-01'), dateCode('9999-12-31')],
} as const;

const sortOfParameter = ({ type }: Parameter): Sort =>
  type === 'boolean' ? 'boolean' : type === 'text' || type === 'enum' ? 'text' : 'integer';
