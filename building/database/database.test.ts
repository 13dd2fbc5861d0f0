import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from './testing.ts';
import { inTransaction } from './transaction.ts';

const { doors, owner, separateRoles } = await testDatabase<Record<string, never>>();

test('a transaction tells the policies who asks, and only while it lasts', async () => {
  const within = await inTransaction(doors, { staff: 's1' }, async (trx) => {
    const { rows } = await sql<{ staff: string }>`select current_setting('huijia.staff', true) as staff`.execute(trx);
    return rows[0]?.staff;
  });
  const after = await sql<{ staff: string | null }>`select current_setting('huijia.staff', true) as staff`.execute(
    doors,
  );
  expect(within).toBe('s1');
  expect(after.rows[0]?.staff || null).toBeNull();
});

test('a transaction without settings answers its first statement', async () => {
  const { rows } = await inTransaction(doors, {}, (trx) => sql<{ one: number }>`select 1 as one`.execute(trx));
  expect(rows).toEqual([{ one: 1 }]);
});

test('doors are neither superuser nor above row-level security, and own nothing where they may have a role of their own', async () => {
  const { rows } = await sql<{
    free: boolean;
    name: string;
  }>`select rolname as name, rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`.execute(
    doors,
  );
  expect(rows[0]?.free).toBe(false);
  const mine = await sql<{ name: string }>`select current_user as name`.execute(owner);
  expect(rows[0]?.name === mine.rows[0]?.name).toBe(!separateRoles);
});
