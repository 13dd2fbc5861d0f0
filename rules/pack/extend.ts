import { factName } from '../facts.ts';
import type { CheckedRule } from '../check/rule/rule.ts';
import type { ForFamilies } from './families.ts';
import type { PackInfo, Procedure, Question, Source } from './pack.ts';

/** What a local pack may leave to the policy that it extends. Its rule, its articles and its examples are always its own. */
export const inheritable: ReadonlySet<string> = new Set(['documents', 'procedure', 'questions', 'families']);

/** The same fact of the subject, by what this rule calls its subject; undefined where this rule does not use it. */
function factHere(rule: CheckedRule, fact: string): string | undefined {
  const name = factName(fact);
  return rule.facts.has(name) ? `${rule.subject}.${name}` : undefined;
}

function heldHere<Told extends { readonly fact: string }>(rule: CheckedRule, told: readonly Told[]): readonly Told[] {
  return told.flatMap((one) => {
    const fact = factHere(rule, one.fact);
    return fact === undefined ? [] : [{ ...one, fact }];
  });
}

/** The extended policy's questions, as far as this rule uses the facts that they ask for. */
export function questionsOf(rule: CheckedRule, { questions }: PackInfo): readonly Question[] {
  return heldHere(rule, questions);
}

export function familiesOf(rule: CheckedRule, { supposed, notes, ends, leaflet }: PackInfo): ForFamilies {
  return { supposed: heldHere(rule, supposed), notes, ends, leaflet };
}

/** The extended policy's procedure, and the source that it rests on under a name that no source here has. */
export function procedureOf({ policy, procedure, sources }: PackInfo): {
  readonly procedure: Procedure;
  readonly sources: readonly Source[];
} {
  const { source } = procedure.law;
  const key = source.includes(':') ? source : `${policy}:${source}`;
  const found = sources.filter((one) => one.key === source).map((one) => ({ ...one, key }));
  return { procedure: { ...procedure, law: { ...procedure.law, source: key } }, sources: found };
}
