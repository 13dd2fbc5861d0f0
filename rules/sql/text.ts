/** A piece of SQL and the columns that it reads, as it names them (`n12`, or `o.n12` where several sources are joined). */
export interface Sql {
  readonly text: string;
  readonly uses: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

export const plain = (text: string): Sql => ({ text, uses: nothing });
export const column = (name: string): Sql => ({ text: name, uses: new Set([name]) });

/** Puts pieces together: ``sql`(${a} + ${b})` ``. Texts go in as they are. */
export function sql(texts: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql {
  const uses = new Set<string>();
  const text = texts.map((piece, i) => {
    const part = parts[i];
    if (part === undefined) return piece;
    if (typeof part === 'string') return piece + part;
    for (const use of part.uses) uses.add(use);
    return piece + part.text;
  });
  return { text: text.join(''), uses };
}

export function joinedBy(parts: readonly Sql[], between: string): Sql {
  return { text: parts.map(({ text }) => text).join(between), uses: new Set(parts.flatMap(({ uses }) => [...uses])) };
}
