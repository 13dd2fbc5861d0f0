/** Something that staff act on step by step, such as a case: its kind and its id, as the desk whose matter it is names them. */
export interface Matter {
  readonly kind: string;
  readonly id: string;
}

/** A matter as its two columns. */
export interface MatterColumns {
  readonly matterKind: string;
  readonly matterId: string;
}

type MaybeColumns = { readonly [Column in keyof MatterColumns]: string | null };

/** A matter from its two columns; undefined where a row is about none. */
export function matterOf(row: MatterColumns): Matter;
export function matterOf(row: MaybeColumns): Matter | undefined;
export function matterOf({ matterKind: kind, matterId: id }: MaybeColumns): Matter | undefined {
  return kind === null || id === null ? undefined : { kind, id };
}

/** A row with its matter in place of the two columns. */
export function withMatter<Row extends MatterColumns>(
  row: Row,
): Omit<Row, keyof MatterColumns> & { readonly matter: Matter } {
  const { matterKind: kind, matterId: id, ...rest } = row;
  return { ...rest, matter: { kind, id } };
}

/** The columns of a matter, or of none. */
export function matterColumns(matter: Matter | undefined): MaybeColumns {
  return { matterKind: matter?.kind ?? null, matterId: matter?.id ?? null };
}
