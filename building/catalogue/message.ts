import { type MessageFormatElement, parse, type PluralElement, TYPE } from '@formatjs/icu-messageformat-parser';

/** One message of a language, read. */
export type Message = readonly MessageFormatElement[];

/** What an argument is filled with: the types that TypeScript shows to whoever fills it. */
export interface Argument {
  /** Plain arguments and numbers are facts: every language says them. What only chooses a form may matter to one language alone. */
  readonly chooses: boolean;
  /** TypeScript. */
  readonly type: string;
}

/** Reads ICU MessageFormat text. `<` is a character like any other. @throws SyntaxError */
export function readMessage(text: string): Message {
  return parse(text, { ignoreTag: true });
}

/** The same message with each literal piece of text changed. */
export function withLiterals(message: Message, change: (literal: string) => string): MessageFormatElement[] {
  return message.map((element) => {
    if (element.type === TYPE.literal) return { ...element, value: change(element.value) };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
    const options = Object.entries(element.options).map(
      ([key, { value }]) => [key, { value: withLiterals(value, change) }] as const,
    );
    return { ...element, options: Object.fromEntries(options) };
  });
}

/** Every literal piece of text. */
export function literalsOf(message: Message): readonly string[] {
  const found: string[] = [];
  withLiterals(message, (literal) => (found.push(literal), literal));
  return found;
}

/** What the message asks for, by name. */
export function argumentsOf(message: Message): ReadonlyMap<string, Argument> {
  const found = new Map<string, Argument>();
  const add = (name: string, argument: Argument): void => {
    const before = found.get(name);
    // Chosen by and also said: the narrower type holds, and every language must say it.
    found.set(name, before === undefined ? argument : narrower(before, argument));
  };
  for (const element of message) {
    if (element.type === TYPE.argument) add(element.value, { chooses: false, type: 'string | number' });
    if (element.type === TYPE.number) add(element.value, { chooses: false, type: 'number | bigint' });
    if (element.type === TYPE.plural) add(element.value, { chooses: true, type: 'number' });
    if (element.type === TYPE.select)
      add(element.value, { chooses: true, type: typeOfChoice(Object.keys(element.options)) });
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    for (const { value } of Object.values(element.options))
      for (const [name, argument] of argumentsOf(value)) add(name, argument);
  }
  return found;
}

/** Both uses of one argument at once. */
export function narrower(one: Argument, other: Argument): Argument {
  const width = ({ type }: Argument): number =>
    type === 'string | number' ? 3 : type === 'number | bigint' ? 2 : type === 'number' ? 1 : 0;
  const { type } = width(other) < width(one) ? other : one;
  return { chooses: one.chooses && other.chooses, type };
}

function typeOfChoice(options: readonly string[]): string {
  const isTruth = options.includes('true') && options.every((option) => ['true', 'false', 'other'].includes(option));
  return isTruth ? 'boolean' : options.map((option) => `'${option}'`).join(' | ');
}

/** Formats of numbers and plural rules that a module's functions share, by the expression that makes them. */
export class Shared {
  readonly #names = new Map<string, string>();
  readonly #language: string;

  constructor(language: string) {
    this.#language = language;
  }

  number(options?: object): string {
    return this.#name(`new Intl.NumberFormat('${this.#language}'${withOptions(options)})`);
  }

  plural(type?: string): string {
    return this.#name(
      `new Intl.PluralRules('${this.#language}'${withOptions(type === 'ordinal' ? { type } : undefined)})`,
    );
  }

  get declarations(): string {
    return [...this.#names].map(([made, name]) => `const ${name} = ${made};\n`).join('');
  }

  #name(made: string): string {
    const name = this.#names.get(made) ?? `f${this.#names.size}`;
    this.#names.set(made, name);
    return name;
  }
}

const withOptions = (options?: object): string =>
  options === undefined || Object.keys(options).length === 0 ? '' : `, ${JSON.stringify(options)}`;

/** The message as a TypeScript template, with its arguments taken from `a`. */
export function templateOf(message: Message, shared: Shared, counted?: PluralElement): string {
  return `\`${message.map((element) => partOf(element, shared, counted)).join('')}\``;
}

function partOf(element: MessageFormatElement, shared: Shared, counted?: PluralElement): string {
  switch (element.type) {
    case TYPE.literal:
      return element.value.replaceAll(/[\\`]|\$\{/g, '\\$&');
    case TYPE.argument:
      return `\${a.${element.value}}`;
    case TYPE.number:
      return `\${${shared.number(numberOptions(element.style))}.format(a.${element.value})}`;
    case TYPE.pound:
      return `\${${shared.number()}.format(${counted === undefined ? '0' : countOf(counted)})}`;
    case TYPE.plural:
      return `\${${pluralOf(element, shared)}}`;
    case TYPE.select: {
      const forms = Object.entries(element.options).map(
        ([key, { value }]) =>
          [`String(a.${element.value}) === '${key}'`, key, templateOf(value, shared, counted)] as const,
      );
      return `\${${chosen(forms)}}`;
    }
    case TYPE.date:
    case TYPE.time:
    case TYPE.tag:
      throw new SyntaxError('Dates, times and tags are given as text: say which day by the helpers of days.');
  }
}

const countOf = ({ value, offset }: PluralElement): string =>
  offset === 0 ? `a.${value}` : `(a.${value} - ${offset})`;

function pluralOf(element: PluralElement, shared: Shared): string {
  const rules = (): string => `${shared.plural(element.pluralType)}.select(${countOf(element)})`;
  const forms = Object.entries(element.options)
    .sort(([one], [other]) => Number(other.startsWith('=')) - Number(one.startsWith('=')))
    .map(([key, { value }]) => {
      const exact = key.startsWith('=') ? `a.${element.value} === ${key.slice(1)}` : undefined;
      const test = key === 'other' ? '' : (exact ?? `${rules()} === '${key}'`);
      return [test, key, templateOf(value, shared, element)] as const;
    });
  return chosen(forms);
}

/** `test ? form : … : the form for all others`. */
function chosen(forms: readonly (readonly [test: string, key: string, form: string])[]): string {
  const rest = forms.find(([, key]) => key === 'other')?.[2] ?? "''";
  return forms
    .filter(([, key]) => key !== 'other')
    .reduceRight((otherwise, [test, , form]) => `${test} ? ${form} : ${otherwise}`, rest);
}

function numberOptions(style: unknown): object | undefined {
  if (style === null || style === undefined) return undefined;
  if (style === 'percent') return { style: 'percent' };
  if (style === 'integer') return { maximumFractionDigits: 0 };
  const { parsedOptions } = style as { parsedOptions?: object };
  if (parsedOptions === undefined) throw new SyntaxError(`No number is written as ${JSON.stringify(style)}.`);
  return parsedOptions;
}
