import type { Checked } from '../check/checked.ts';
import { hangsOnItem } from '../check/hangs-on-item.ts';
import type { Explanation } from '../check/rule.ts';
import type { Lowering } from './lower.ts';
import type { Node, ReasonNode } from './node.ts';

/**
 * When each reason of the rule is given, as booleans: what `explain` finds by walking down from the result to the nearest names that the pack
 * explains, following the parts that decided (false parts of a false `and`, the taken branch of an `if`). Conditions on the item of a loop
 * are not followed.
 */
export function reasonNodes(lowering: Lowering): readonly ReasonNode[] {
  const { rule, build } = lowering;
  const reached = new Map<string, Node>();
  const reasons = new Map<string, Node>();
  const never = build.constant(false);
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

  const follow = (checked: Checked, when: Node): void => {
    switch (checked.kind) {
      case 'let':
        reached.set(checked.name, or(reached.get(checked.name) ?? never, when));
        return;
      case 'operation': {
        if (checked.operation !== 'and' && checked.operation !== 'or') {
          for (const operand of checked.operands) follow(operand, when);
          return;
        }
        if (hangsOnItem(checked)) return;
        const settling = checked.operation === 'or';
        const whole = settled(checked, settling);
        for (const operand of checked.operands)
          follow(operand, or(and(when, whole.open), and(when, settled(operand, settling).settled)));
        return;
      }
      case 'if': {
        if (hangsOnItem(checked.condition)) return;
        const condition = lowering.scalar(checked.condition).node;
        follow(checked.condition, when);
        follow(checked.whenTrue, and(when, condition));
        follow(checked.whenFalse, and(when, build.unary('not', condition)));
        return;
      }
      case 'within':
        for (const operand of checked.operands) follow(operand, when);
        return;
      case 'quantified':
        if (hangsOnItem(checked)) return;
        follow(checked.list, and(when, settled(checked, checked.quantifier === 'some').open));
        follow(checked.condition, when);
        return;
      case 'filter':
        follow(checked.list, when);
        follow(checked.condition, when);
        return;
      case 'for':
        follow(checked.list, when);
        follow(checked.result, when);
        return;
      case 'constant':
      case 'fact':
      case 'relation':
      case 'subject':
      case 'variable':
      case 'parameter':
      case 'parameter-at':
      case 'benefit':
      case 'period':
      case 'on':
      case 'standard':
      case 'fault':
      // Nothing below it has a name of the rule.
    }
  };

  const always = build.constant(true);
  const eligible = lowering.scalar(rule.eligible).node;
  const amount = lowering.scalar(rule.amount).node;
  follow(rule.eligible, explained('eligible', rule.because.get('eligible'), eligible, always));
  follow(rule.amount, explained('amount', rule.because.get('amount'), amount, eligible));
  // A step uses only those above it, so that all who ask for it have asked when its turn comes.
  for (const { name, checked } of rule.lets.toReversed()) {
    const when = reached.get(name);
    if (when === undefined) continue;
    const lowered = lowering.step(name);
    if (lowered.kind === 'scalar') follow(checked, explained(name, rule.because.get(name), lowered.node, when));
    else follow(checked, when);
  }
  return [...reasons].map(([code, when]) => ({ code, when }));
}
