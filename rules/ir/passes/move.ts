import type { Builder, Node, Scope } from '../node.ts';
import { remade } from './rewrite.ts';

/** The same of another person: `from` and the scopes within it become `to` and the scopes within that. */
export function movedTo(build: Builder, node: Node, from: Scope, to: Scope): Node {
  const moved = (scope: Scope): Scope => {
    if (scope === from) return to;
    const { outer } = scope;
    if (outer === undefined || scope === build.subject) return scope;
    return build.within(moved(outer.scope), outer.relation, moved(outer.of));
  };
  const seen = new Map<Node, Node>();
  const visit = (one: Node): Node => {
    const known = seen.get(one);
    if (known !== undefined) return known;
    const made = remade(build, one, one.args.map(visit), moved);
    seen.set(one, made);
    return made;
  };
  return visit(node);
}
