import type { Checked } from '../../check/expression/checked.ts';
import type { Explanation } from '../../check/rule/rule.ts';
import type { Part } from './scalar.ts';
import type { Lowering } from './lower.ts';
import type { Loop } from '../limits/mixed-loops.ts';
import type { Node, ReasonNode } from '../node.ts';

/**
 * When each reason of the rule is given, as booleans: what `explain` finds by walking down from the result to the nearest names that the
 * pack explains, following the parts that decided (false parts of a false `and`, the taken branch of an `if`). A loop is followed for each
 * of its items: a reason within it is given when it is for some of them, and none where there are none.
 */
export function reasonNodes(lowering: Lowering): readonly ReasonNode[] {
  const { rule, build } = lowering;
  const reached = new Map<string, Node>();
  const reasons = new Map<string, Node>();
  const [never, always] = [build.constant(false), build.constant(true)];
  const and = (a: Node, b: Node): Node => build.binary('and', a, b);
  const or = (a: Node, b: Node): Node => build.binary('or', a, b);
  const give = (code: string, when: Node): void => void reasons.set(code, or(reasons.get(code) ?? never, when));

  /** A reason for the name, if the pack has one for how it came out; then nothing below it is asked. Returns when it is. */
  const explained = (name: string, explanation: Explanation | undefined, value: Node, when: Node): Node => {
    if (value.sort !== 'boolean') {
      if (explanation?.words === undefined) return when;
      give(name, when);
      return never;
    }
    if (explanation?.yes === undefined && explanation?.no === undefined) return when;
    const [yes, no] = [and(when, value), and(when, build.unary('not', value))];
    if (explanation.yes) give(`${name}.yes`, yes);
    if (explanation.no) give(`${name}.no`, no);
    if (explanation.yes && explanation.no) return never;
    return explanation.yes ? no : yes;
  };

  const settled = (checked: Checked, by: boolean): { readonly settled: Node; readonly open: Node } => {
    const value = lowering.scalar(checked).node;
    const not = build.unary('not', value);
    return by ? { settled: value, open: not } : { settled: not, open: value };
  };

  /** `when` may be about the items of loops; `reach` makes of it when the name is reached for some of them. */
  type Reach = (name: string, when: Node) => void;

  const followItems = (loop: Loop, body: Checked, whenOf: (item: Node) => Node, reach: Reach): void => {
    lowering.visitItems(loop, (part) => {
      const value = lowering.scalar(body).node;
      follow(body, whenOf(value), (name, when) => reach(name, forSome(part, when)));
    });
  };

  const forSome = ({ scope, guard }: Part, when: Node): Node =>
    scope === undefined ? and(guard ?? always, when) : build.aggregate('some', scope, when, guard);

  const follow = (checked: Checked, when: Node, reach: Reach): void => {
    switch (checked.kind) {
      case 'let':
        reach(checked.name, when);
        return;
      case 'operation': {
        if (checked.operation !== 'and' && checked.operation !== 'or') {
          for (const operand of checked.operands) follow(operand, when, reach);
          return;
        }
        const settling = checked.operation === 'or';
        const whole = settled(checked, settling);
        for (const operand of checked.operands)
          follow(operand, or(and(when, whole.open), and(when, settled(operand, settling).settled)), reach);
        return;
      }
      case 'if': {
        const condition = lowering.scalar(checked.condition).node;
        follow(checked.condition, when, reach);
        follow(checked.whenTrue, and(when, condition), reach);
        follow(checked.whenFalse, and(when, build.unary('not', condition)), reach);
        return;
      }
      case 'within':
        for (const operand of checked.operands) follow(operand, when, reach);
        return;
      case 'quantified': {
        const isSome = checked.quantifier === 'some';
        const { open } = settled(checked, isSome);
        follow(checked.list, and(when, open), reach);
        const decides = (item: Node): Node => or(open, isSome ? item : build.unary('not', item));
        followItems(checked, checked.condition, decides, (name, some) => reach(name, and(when, some)));
        return;
      }
      case 'filter':
        follow(checked.list, when, reach);
        followItems(
          checked,
          checked.condition,
          () => always,
          (name, some) => reach(name, and(when, some)),
        );
        return;
      case 'for':
        follow(checked.list, when, reach);
        followItems(
          checked,
          checked.result,
          () => always,
          (name, some) => reach(name, and(when, some)),
        );
        return;
      case 'parameter-at':
        follow(checked.at, when, reach);
        return;
      case 'constant':
      case 'fact':
      case 'relation':
      case 'subject':
      case 'variable':
      case 'parameter':
      case 'benefit':
      case 'period':
      case 'on':
      case 'beyond':
      case 'fault':
      // Nothing below it has a name of the rule.
    }
  };

  const eligible = lowering.scalar(rule.eligible).node;
  const amount = lowering.scalar(rule.amount).node;
  const reach: Reach = (name, when) => void reached.set(name, or(reached.get(name) ?? never, when));
  follow(rule.eligible, explained('eligible', rule.because.get('eligible'), eligible, always), reach);
  follow(rule.amount, explained('amount', rule.because.get('amount'), amount, eligible), reach);
  // A step uses only those above it, so that all who ask for it have asked when its turn comes.
  for (const { name, checked } of rule.lets.toReversed()) {
    const when = reached.get(name);
    if (when === undefined) continue;
    const lowered = lowering.step(name);
    if (lowered.kind === 'scalar') follow(checked, explained(name, rule.because.get(name), lowered.node, when), reach);
    else follow(checked, when, reach);
  }
  return [...reasons].map(([code, when]) => ({ code, when }));
}
