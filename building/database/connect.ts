import { inEveryLanguage } from '../../values/language.ts';
import { createHash } from 'node:crypto';
import * as pg from 'pg';
import { OperatorFault } from '../operator-fault.ts';
import { sqlStateOf } from './constraint.ts';
import { migrate, type Migration } from './schema/migrate.ts';
import { openKysely, openPool, type PoolAddress } from './pool.ts';
import type { Database } from './transaction.ts';
import { words } from './words/made/all.ts';

export interface OpenOptions {
  /** The owner's address: a URL, or an embedded server's. */
  readonly owner: PoolAddress;
  readonly migrations: readonly Migration[];
  /** The password of the doors' login role; every process of one house derives the same from its key. */
  readonly doorPassword: string;
  /** The doors' login role, where several databases share one; else each database has its own. */
  readonly doorLogin?: string;
  /** Runs as owner after the migrations and under their lock: a library's own schema. `doors` is the role to grant to. */
  readonly prepare?: (owner: PoolAddress, doors: string) => Promise<void>;
  /** Connections of the doors' pool. */
  readonly poolSize?: number;
}

/** An open, migrated database. */
export interface OpenDatabase<Tables> {
  /** For doors and worker: bound by row-level security. */
  readonly doors: Database<Tables>;
  readonly doorPool: pg.Pool;
  /** For whoever needs a connection of their own as a door. */
  readonly doorAddress: PoolAddress;
  readonly ownerAddress: PoolAddress;
  /** Migrations applied at this opening. */
  readonly migrated: number;
  /** Whether the doors have a role of their own. */
  readonly separateRoles: boolean;
  close(): Promise<void>;
}

const groupRole = 'huijia_door';
const oldestServer = 150_000;

/**
 * Reaches the server as its owner, migrates, and opens the doors' connections under a role that row-level security binds.
 * @throws OperatorFault when the server can't be reached, refuses the password, is older than 15, is not UTF-8, or offers no bound role.
 */
export async function openDatabase<Tables>(options: OpenOptions): Promise<OpenDatabase<Tables>> {
  const owner = resolved(options.owner);
  const server = await askServer(owner);
  const mayGrant = server.mayCreateRoles && (await ensureGroupRole(owner));
  if (!mayGrant && server.bypasses) throw noBoundRole(server.user);
  const doorRole = mayGrant ? groupRole : server.user;
  const migrated = await migrate(owner, options.migrations, async () => options.prepare?.(owner, doorRole));
  const doorAddress = mayGrant ? await doorLogin(owner, server, options) : owner;
  const doorPool = openPool({ max: options.poolSize ?? 10, ...doorAddress });
  const doors = openKysely<Tables>(doorPool);
  return {
    doors,
    doorPool,
    doorAddress,
    ownerAddress: owner,
    migrated,
    separateRoles: doorAddress !== owner,
    close: () => doors.destroy(),
  };
}

/** The parts of a URL, as `pg` reads it (sockets and TLS included), so that one of them can be replaced. */
function resolved(address: PoolAddress): PoolAddress {
  if (address.connectionString === undefined) return address;
  const { host, port, database, user, password, ssl } = new pg.Client(address);
  return {
    host,
    port,
    ...(database && { database }),
    ...(user && { user }),
    ...(password && { password }),
    ...(ssl && { ssl }),
  };
}

interface Server {
  readonly user: string;
  readonly database: string;
  readonly mayCreateRoles: boolean;
  readonly bypasses: boolean;
  /** Whether the user owns the database. */
  readonly owned: boolean;
}

async function askServer(address: PoolAddress): Promise<Server> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...address });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachableServer(error);
  }
  try {
    const { rows } = await client.query<Server & { version: number; versionText: string; encoding: string }>(`
      select rolname as user, current_database() as database, rolsuper or rolcreaterole as "mayCreateRoles",
        rolsuper or rolbypassrls as bypasses,
        (select rolsuper or datdba = pg_roles.oid from pg_database where datname = current_database()) as owned,
        current_setting('server_version_num')::int as version,
        current_setting('server_version') as "versionText", current_setting('server_encoding') as encoding
      from pg_roles where rolname = current_user`);
    const server = rows[0];
    if (server === undefined) throw new Error('The server does not know its own user');
    if (server.version < oldestServer) throw tooOld(server.versionText);
    if (server.encoding !== 'UTF8') throw notUtf8(server.database, server.encoding);
    return server;
  } finally {
    await client.end();
  }
}

/** The role that holds the doors' grants. False when another owner made it on this server and we may not hand it out. */
async function ensureGroupRole(address: PoolAddress): Promise<boolean> {
  return asOwner(address, async (client) => {
    await ensureRole(client, groupRole, 'nologin nosuperuser nobypassrls');
    // Since PostgreSQL 16 only who holds the role with ADMIN OPTION may grant it; before, CREATEROLE was enough.
    const { rows } = await client.query<{ may: boolean }>(`
      select rolsuper or current_setting('server_version_num')::int < 160000
        or pg_has_role(current_user, '${groupRole}', 'member with admin option') as may
      from pg_roles where rolname = current_user`);
    return rows[0]?.may ?? false;
  });
}

async function ensureRole(client: pg.Client, role: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount !== 0) return;
  try {
    await client.query(`create role ${role} ${attributes}`);
  } catch (error) {
    // Another start made it at the same moment: 42710 duplicate_object, or 23505 on the catalogue's own index.
    if (!['42710', '23505'].includes(sqlStateOf(error) ?? '')) throw error;
  }
}

/**
 * The login role of this database, made or given its password only when it can't yet come in. Where the server lets no other role in
 * (peer authentication on a socket), the owner itself, if row-level security binds it.
 */
async function doorLogin(owner: PoolAddress, server: Server, options: OpenOptions): Promise<PoolAddress> {
  const name = options.doorLogin ?? loginRoleOf(server.database);
  const door = { ...owner, user: name, password: options.doorPassword };
  if (await mayEnter(door)) return door;
  await asOwner(owner, async (client) => {
    await ensureRole(client, name, 'login nosuperuser nobypassrls');
    await client.query(`alter role ${name} password ${client.escapeLiteral(options.doorPassword)}`);
    await client.query(`grant ${groupRole} to ${name}`);
    // The doors of another database on this server hold the same grants: they stay out.
    if (server.owned)
      await client.query(`revoke connect on database ${client.escapeIdentifier(server.database)} from public`);
    if (server.owned)
      await client.query(`grant connect on database ${client.escapeIdentifier(server.database)} to ${name}`);
  });
  if (await mayEnter(door)) return door;
  if (server.bypasses) throw roleShutOut(name);
  return owner;
}

/** One login per database: `huijia_door_` and the start of the digest of the database's name. */
function loginRoleOf(database: string): string {
  return `${groupRole}_${createHash('sha256').update(database).digest('hex').slice(0, 10)}`;
}

/** Whether the address lets us in as a role that holds the doors' grants and is bound by row-level security. */
async function mayEnter(address: PoolAddress): Promise<boolean> {
  try {
    return await asOwner(address, async (client) => {
      const { rows } = await client.query<{ bound: boolean }>(`
        select pg_has_role(current_user, '${groupRole}', 'member') and not rolsuper and not rolbypassrls as bound
        from pg_roles where rolname = current_user`);
      return rows[0]?.bound ?? false;
    });
  } catch {
    return false;
  }
}

async function asOwner<T>(address: PoolAddress, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unreachableServer(cause: unknown): OperatorFault {
  const state = sqlStateOf(cause);
  const refused = state === '28P01' || state === '28000';
  const unknownDatabase = state === '3D000';
  const message =
    cause instanceof Error ? cause.message || ((cause as NodeJS.ErrnoException).code ?? '') : String(cause);
  if (refused) {
    return new OperatorFault(
      inEveryLanguage(words, (w) => w.refused({ message })),
      { cause },
    );
  }
  if (unknownDatabase) {
    return new OperatorFault(
      inEveryLanguage(words, (w) => w.noDatabase({ message })),
      { cause },
    );
  }
  return new OperatorFault(
    inEveryLanguage(words, (w) => w.unreachable({ message })),
    { cause },
  );
}

function tooOld(version: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.tooOld({ version })));
}

function notUtf8(database: string, encoding: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.notUtf8({ database, encoding })));
}

function noBoundRole(user: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.unboundUser({ user })));
}

function roleShutOut(role: string): OperatorFault {
  return new OperatorFault(inEveryLanguage(words, (w) => w.roleNotLetIn({ role })));
}
