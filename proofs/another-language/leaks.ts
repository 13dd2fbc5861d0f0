import type { CheckedRule } from '../../rules/check/rule/rule.ts';

/** What is no sentence of the house, and so may stay as it is. Patterns are global. */
export type Data = readonly (string | RegExp)[];

/** What a reader of the invented language meets in another: text that no catalogue said and that is no data. */
export function leaksIn(html: string, data: Data): readonly string[] {
  return shownIn(html).filter((text) => isLeft(text, data));
}

/** The same of plain text, line by line. */
export function leaksInText(text: string, data: Data): readonly string[] {
  return text.split('\n').filter((line) => isLeft(line, data));
}

const ofOtherLanguage = /<(\w+)\b[^>]* lang="(?!qps)[^"]*"[^>]*>[^<]*<\/\1>/g;
const programs = /<(script|style|svg)\b[^]*?<\/\1>/g;
const spoken = /(?:title|aria-label|placeholder|alt|label)="([^"]*)"/g;

/** Everything that is seen or heard: texts and the attributes that are spoken. */
function shownIn(html: string): readonly string[] {
  const ours = html.replaceAll(programs, '').replaceAll(ofOtherLanguage, '');
  const attributes = [...ours.matchAll(spoken)].map(([, text = '']) => text);
  return [...attributes, ...ours.split(/<[^>]*>/)].map(unescaped).filter((text) => text.trim() !== '');
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function isLeft(text: string, data: Data): boolean {
  const said = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  const left = data.reduce<string>((rest, one) => rest.replaceAll(one, ' '), said);
  return /\p{Script=Han}|[A-Za-z]{2,}/u.test(left);
}

/** Every text in a value, the longest first: what a pack or a family brings. */
export function textsIn(value: unknown, found: Set<string> = new Set()): readonly string[] {
  if (typeof value === 'string' && value.length > 1) found.add(value);
  if (value instanceof Map) for (const one of value.values()) textsIn(one, found);
  else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) textsIn(one, found);
  return [...found].toSorted((one, other) => other.length - one.length);
}

/** The sentences that a pack has for its reasons, with whatever fills them. */
export function sentencesOf(because: CheckedRule['because']): readonly RegExp[] {
  const templates = [...because.values()].flatMap(({ yes, no, words }) => [yes, no, words]);
  return templates
    .flatMap((template) => Object.values(template ?? {}))
    .map((parts) => {
      const pattern = parts.map((part) =>
        typeof part === 'string' ? part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`) : '[^]{1,40}?',
      );
      return new RegExp(pattern.join(''), 'g');
    });
}
