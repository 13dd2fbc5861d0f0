import { reportOn } from '../../check/tell/report.ts';
import type { Finding } from '../../finding.ts';
import { sourceText } from '../../source-text.ts';
import { readMarkdown } from './markdown.ts';
import { readYaml } from './yaml.ts';
import type { YamlNode } from './yaml-node.ts';

/** Another policy that a pack refers to, and where. */
export interface Reference {
  readonly policy: string;
  readonly start: number;
  readonly end: number;
}

const nameLine = /^(policy:[ \t]*)(\S+)[ \t]*$/m;

/** The policy's name as a pack tells it, without reading the rest of the pack. */
export function policyNamed(text: string): string | undefined {
  return nameLine.exec(text)?.[2];
}

/** Of packs that would be found by the same name, all but the first, each at its name. `text` is the pack's whole text. */
export function namedTwice(packs: readonly { readonly file: string; readonly text: string }[]): readonly Finding[] {
  const firsts = new Map<string, string>();
  return packs.flatMap(({ file, text }) => {
    const report = reportOn(sourceText(file, text));
    const found = nameLine.exec(report.source.text);
    const [, key = '', policy = ''] = found ?? [];
    const other = firsts.get(policy);
    if (found === null || other === undefined) {
      if (found !== null) firsts.set(policy, file);
      return [];
    }
    const start = found.index + key.length;
    report.add('policy-named-twice', start, start + policy.length, { values: { policy, other } });
    return report.findings;
  });
}

function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key.text === key)?.value : undefined;
}

/** The policies that a pack extends or asks for their benefits, as far as it can be read. */
export function referencesIn({ file, text }: { readonly file: string; readonly text: string }): readonly Reference[] {
  // Most packs refer to none: nothing of them is read here.
  if (!/^(?:extends|benefits):/m.test(text)) return [];
  const report = reportOn(sourceText(file, text));
  const { frontMatter, fences } = readMarkdown(report);
  const rule = fences.find(({ language }) => language === 'rule');
  const front = frontMatter && readYaml(report, frontMatter.start, frontMatter.end);
  const benefits = valueAt(rule && readYaml(report, rule.start, rule.end), 'benefits');
  const asked = benefits?.kind === 'map' ? benefits.entries.map(({ value }) => value) : [];
  return [valueAt(front, 'extends'), ...asked]
    .filter((node) => node?.kind === 'text')
    .map(({ text: policy, start, end }) => ({ policy: policy.trim(), start, end }));
}
