/**
 * What an expression gives, as the random packs need to tell it apart. `persons` and the like are lists; `offset` is a small whole number.
 */
export type Sort =
  | 'boolean'
  | 'int'
  | 'offset'
  | 'money'
  | 'ratio'
  | 'date'
  | 'month'
  | 'text'
  | 'status'
  | 'persons'
  | 'ints'
  | 'moneys'
  | 'dates'
  | 'months'
  | 'texts';

/** An expression as its text, with its parts still apart, so that it can be made smaller. */
export interface Tree {
  readonly sort: Sort;
  readonly parts: readonly (string | Tree)[];
}

const isTree = (part: string | Tree): part is Tree => typeof part === 'object';

export function textOf(tree: Tree): string {
  return tree.parts.map((part) => (isTree(part) ? textOf(part) : part)).join('');
}

/** The names in an expression, of whatever kind; texts in quotes hold none. */
export function namesIn(text: string): ReadonlySet<string> {
  const withoutTexts = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
  return new Set(withoutTexts.match(/[A-Za-z_\p{Script=Han}][A-Za-z_0-9\p{Script=Han}]*/gu) ?? []);
}

/** How many parts it has, itself included. */
export function sizeOf(tree: Tree): number {
  return tree.parts.reduce((size, part) => size + (isTree(part) ? sizeOf(part) : 0), 1);
}

const simplest: Readonly<Record<Sort, readonly string[]>> = {
  boolean: ['true', 'false'],
  int: ['0', '1', '-1'],
  offset: ['0', '1'],
  money: [],
  ratio: ['0.5'],
  date: ['period.first'],
  month: ['monthOf(period.first)'],
  text: ['"小学"'],
  status: [],
  persons: [],
  ints: ['[0]'],
  moneys: [],
  dates: [],
  months: ['period.months'],
  texts: ['["小学"]'],
};

const replaced = (tree: Tree, index: number, by: Tree): Tree => ({ ...tree, parts: tree.parts.with(index, by) });

function descendants(tree: Tree): readonly Tree[] {
  return tree.parts.filter(isTree).flatMap((part) => [part, ...descendants(part)]);
}

const alike = (sort: Sort): Sort => (sort === 'offset' ? 'int' : sort);

/**
 * Expressions that are smaller than this one and of its sort: a part in place of the whole, the simplest of its kind, or the same with one
 * part made smaller. They need not be sound: a part may stand outside the loop that its variable is of.
 */
export function* smallerTrees(tree: Tree): Generator<Tree> {
  const text = textOf(tree);
  for (const text of simplest[tree.sort]) if (sizeOf(tree) > 1) yield { sort: tree.sort, parts: [text] };
  if (!simplest[tree.sort].includes(text))
    for (const part of descendants(tree)) if (alike(part.sort) === alike(tree.sort)) yield part;
  for (const [index, part] of tree.parts.entries())
    if (isTree(part)) for (const smaller of smallerTrees(part)) yield replaced(tree, index, smaller);
}
