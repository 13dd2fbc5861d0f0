import type { Localized } from '../../../values/language.ts';
import { localizedOf, fault, mapOf } from '../../pack/text/shape.ts';
import type { YamlNode } from '../../pack/text/yaml-node.ts';
import { labelKind, refuseLabel } from './check-because.ts';
import type { Report } from '../tell/report.ts';
import type { Parameter } from './rule.ts';
import type { Scope } from '../expression/scope.ts';

/** What people call the steps that the rule names: `isLocal: { zh: …, en: … }`. */
export function checkWords(report: Report, scope: Scope, node: YamlNode | undefined): ReadonlyMap<string, Localized> {
  const named = new Map<string, Localized>();
  for (const { key, value } of mapOf(report, node)?.entries ?? []) {
    const known = labelKind(scope, key.text) !== undefined;
    if (!known) refuseLabel(report, scope, key, 'words');
    const words = localizedOf(report, value);
    if (known && words !== undefined) named.set(key.text, words);
  }
  return named;
}

/** A step or a parameter without words is left out of what people read of the trace, so its author is told. */
export function warnWordless(
  report: Report,
  sections: { readonly lets: YamlNode | undefined; readonly parameters: YamlNode | undefined },
  named: ReadonlyMap<string, Localized>,
  parameters: ReadonlyMap<string, Parameter>,
): void {
  for (const { key } of sections.lets?.kind === 'map' ? sections.lets.entries : [])
    if (!named.has(key.text)) fault(report, key, 'step-without-words', { values: { name: key.text } });
  for (const { key } of sections.parameters?.kind === 'map' ? sections.parameters.entries : []) {
    const parameter = parameters.get(key.text);
    if (parameter !== undefined && parameter.words === undefined)
      fault(report, key, 'parameter-without-words', { values: { name: key.text } });
  }
}
