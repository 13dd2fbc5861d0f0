/**
 * An address of the staff site: its path, and what may be asked at it (`/cases?q=…`). Whoever leads there names it, so a wrong parameter
 * does not compile.
 */
export interface Address<Path extends string = string, Asked extends string = string> {
  readonly path: Path;
  readonly asks: readonly Asked[];
}

/** `address('/families/$id', 'purpose')`: `id` is part of the path, `purpose` may be asked. */
export function address<const Path extends string, const Asked extends string = never>(
  path: Path,
  ...asks: readonly Asked[]
): Address<Path, Asked> {
  return { path, asks };
}

/** The names in a path: `'id' | 'policy'` of `/families/$id/apply/$policy`. */
type Named<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? Name | Named<Rest>
  : Path extends `${string}$${infer Name}`
    ? Name
    : never;

export type ParamsOf<Path extends string> = { readonly [name in Named<Path>]: string };

export type SearchOf<Asked extends string> = { readonly [name in Asked]?: string };

/** What leads to an address: the names in its path, if it has any, and what is asked there. */
export type Leading<Path extends string, Asked extends string> = { readonly search?: SearchOf<Asked> } & ([
  Named<Path>,
] extends [never]
  ? { readonly params?: never }
  : { readonly params: ParamsOf<Path> });

/** What of an address's question is known to it; anything else is as if it were not there. */
export function readSearch<Asked extends string>(
  { asks }: Pick<Address<string, Asked>, 'asks'>,
  search: Readonly<Record<string, unknown>>,
): SearchOf<Asked> {
  const found = asks.flatMap((name) => {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(found) as SearchOf<Asked>;
}
