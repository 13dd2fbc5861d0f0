import * as pg from 'pg';

/** The name of the constraint (or unique index) that refused a statement: a store maps it to an outcome. */
export function constraintOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

/** PostgreSQL's five-character SQLSTATE, when the error is PostgreSQL's. */
export function sqlStateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
