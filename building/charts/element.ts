/** The attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text made safe between tags and in attributes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** One element as text. Children are markup already; words go through {@link escaped}. */
export function element(tag: string, attributes: Attributes, ...children: readonly string[]): string {
  const told = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(typeof value === 'number' ? rounded(value) : value))}"`)
    .join('');
  return `<${tag}${told}>${children.join('')}</${tag}>`;
}

/** Words at a place. */
export function textAt(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escaped(words));
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
