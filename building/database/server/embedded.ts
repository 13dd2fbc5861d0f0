import { inEveryLanguage } from '../../../values/language.ts';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import * as pg from 'pg';
import { makeDataFolder } from '../../data-folder.ts';
import { OperatorFault } from '../../operator-fault.ts';
import { isReachable, type Programs, programsFor, type RunAs, runAs } from './native.ts';
import { runningServer, stopOrphan } from './orphan.ts';
import { words } from '../words/made/all.ts';

/** How to reach a server: `host` is a folder with a socket, or a name. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A PostgreSQL of our own, alive as long as this process wants it. */
export interface EmbeddedServer {
  /** The owner of the database `huijia`: no superuser, so that row-level security binds it as it binds a hosted database's owner. */
  readonly owner: ServerAddress;
  /** Where the cluster lies: below the data folder, or elsewhere when the system user of PostgreSQL can't reach that. */
  readonly folder: string;
  /** Fulfilled when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Wait for the disk at each commit. Only throw-away test data may do without. */
  readonly durable?: boolean;
  /** Called once, when PostgreSQL works and there is nothing to do but wait: while it makes a new cluster, else while it starts. */
  readonly waiting?: (newCluster: boolean) => void;
}

const port = 5432;
const encodingFlags = [
  '--encoding=UTF8',
  '--locale=C',
  '--lc-ctype=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

/**
 * Starts the PostgreSQL that npm installed on the cluster of this data folder, making it at the first start. A server left behind by a
 * killed process is stopped first.
 * @throws OperatorFault when the folder belongs to another user or the server does not start.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const user = runAs();
  await makeDataFolder(dataFolder);
  const folder = await clusterFolder(dataFolder, user);
  const programs = await programsFor(user, dirname(elsewhere(dataFolder)));
  const password = await ownPassword(dataFolder);
  await refuseForeignCluster(folder, user);
  await stopOrphan(folder);
  const isNew = (await stat(join(folder, 'PG_VERSION')).catch(() => undefined)) === undefined;
  if (isNew) await makeCluster({ programs, folder, user, password, waiting: () => options.waiting?.(true) });
  const sockets = await socketFolder(user);
  const server = await launch({
    programs,
    folder,
    sockets,
    user,
    log: join(dataFolder, 'postgres.log'),
    durable: options.durable ?? true,
  });
  if (!isNew) options.waiting?.(false);
  const superuser = { host: sockets, port, user: 'postgres', password, database: 'postgres' };
  try {
    await answering(superuser, server);
    await makeOwner(superuser);
  } catch (error) {
    await end(server, sockets);
    throw error;
  }
  const ended = exitOf(server).then(() => undefined);
  return {
    owner: { ...superuser, user: 'huijia', database: 'huijia' },
    folder,
    ended,
    stop: () => end(server, sockets),
  };
}

/** The address of the server that another process runs on this data folder; undefined when none runs. */
export async function runningEmbedded(dataFolder: string): Promise<ServerAddress | undefined> {
  const running = await runningServer(await clusterFolder(dataFolder, runAs()));
  if (running === undefined) return undefined;
  const password = await ownPassword(dataFolder);
  return { host: running.sockets, port: running.port, user: 'huijia', password, database: 'huijia' };
}

/** The cluster's folder, chosen once and written down in the data folder when it lies elsewhere. */
async function clusterFolder(dataFolder: string, user: RunAs | undefined): Promise<string> {
  const note = join(dataFolder, 'postgres-is-at');
  const noted = (await readFile(note, 'utf8').catch(() => '')).trim();
  if (noted !== '') return noted;
  const within = join(dataFolder, 'postgres');
  if (await isReachable(within, user)) return within;
  const other = elsewhere(dataFolder);
  await mkdir(dirname(other), { recursive: true, mode: 0o755 });
  await mkdir(other, { recursive: true, mode: 0o711 });
  await writeFile(note, `${join(other, 'postgres')}\n`, { mode: 0o600 });
  return join(other, 'postgres');
}

/** For root with a data folder closed to others (below /root): a folder of ours that PostgreSQL's user can reach, one per data folder. */
function elsewhere(dataFolder: string): string {
  return join('/var/lib/huijia', createHash('sha256').update(dataFolder).digest('hex').slice(0, 12));
}

async function ownPassword(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'postgres.password');
  const kept = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (kept !== '') return kept;
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}

/** A cluster made by one system user can't be run by another. */
async function refuseForeignCluster(folder: string, user: RunAs | undefined): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  const uid = user?.uid ?? process.getuid?.();
  if (found === undefined || uid === undefined || found.uid === uid) return;
  throw new OperatorFault(inEveryLanguage(words, (w) => w.otherOwner({ folder, uid: found.uid })));
}

interface Making {
  readonly programs: Programs;
  readonly folder: string;
  readonly user: RunAs | undefined;
  readonly password: string;
  readonly waiting: () => void;
}

/** Made beside its place and moved there whole: a start killed half-way leaves nothing that looks like a cluster. */
async function makeCluster({ programs, folder, user, password, waiting }: Making): Promise<void> {
  const half = `${folder}.new`;
  const passwordFile = `${half}.password`;
  await rm(half, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [half, passwordFile]) await chown(path, user.uid, user.gid);
  const flags = [
    `--pgdata=${half}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...encodingFlags,
  ];
  try {
    const made = promisify(execFile)(programs.initdb, flags, { ...user, cwd: half, env: childEnvironment() });
    waiting();
    await made;
    await rename(half, folder);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A short path: a Unix socket's may not pass 107 bytes, and the temporary folder of some systems is long. */
async function socketFolder(user: RunAs | undefined): Promise<string> {
  const base = tmpdir();
  const usable = base.length < 60 && (await isReachable(base, user));
  const folder = await mkdtemp(join(usable ? base : '/tmp', 'huijia-'));
  if (user) await chown(folder, user.uid, user.gid);
  return folder;
}

interface Launching {
  readonly programs: Programs;
  readonly folder: string;
  readonly sockets: string;
  readonly user: RunAs | undefined;
  readonly log: string;
  readonly durable: boolean;
}

async function launch({ programs, folder, sockets, user, log, durable }: Launching): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'unix_socket_permissions=0700',
    `port=${port}`,
    'log_checkpoints=off',
    'max_connections=120',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']),
  ];
  const output = await open(log, 'a', 0o600);
  // A session of its own: Ctrl-C in the terminal reaches us alone, and we stop the server after the last answer is given.
  const child = spawn(programs.postgres, ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])], {
    ...user,
    cwd: folder,
    detached: true,
    env: childEnvironment(),
    stdio: ['ignore', output.fd, output.fd],
  });
  await output.close();
  return child;
}

/** Nothing of the caller's PG* variables or locale may change what our own server does. */
function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C' };
}

async function answering(address: ServerAddress, server: ChildProcess): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    if (server.exitCode !== null || server.signalCode !== null || performance.now() > deadline)
      throw didNotStart(undefined);
    const problem = await tryConnecting(address);
    if (problem === undefined) return;
    const starting = ['ENOENT', 'ECONNREFUSED', '57P03'].includes(problem.code ?? '');
    if (!starting) throw didNotStart(problem);
    await pause(15);
  }
}

async function tryConnecting(address: ServerAddress): Promise<NodeJS.ErrnoException | undefined> {
  const client = new pg.Client({ ...address });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    return error as NodeJS.ErrnoException;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function didNotStart(cause: Error | undefined): OperatorFault {
  const said = inEveryLanguage(words, (w) =>
    cause === undefined ? w.notStarted : w.notStartedFor({ why: cause.message }),
  );
  return new OperatorFault(said, { cause });
}

/** The owner of the house's database: may make roles and databases, may not step over row-level security. */
async function makeOwner(superuser: ServerAddress): Promise<void> {
  const client = new pg.Client({ ...superuser });
  await client.connect();
  try {
    const roles = await client.query("select from pg_roles where rolname = 'huijia'");
    if (roles.rowCount === 0) {
      const password = client.escapeLiteral(superuser.password);
      await client.query(`create role huijia login createdb createrole nosuperuser nobypassrls password ${password}`);
    }
    const databases = await client.query("select from pg_database where datname = 'huijia'");
    if (databases.rowCount === 0) await client.query('create database huijia owner huijia');
  } finally {
    await client.end();
  }
}

function exitOf(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => server.once('exit', () => resolve()));
}

/**
 * Fast shutdown: sessions are cut, what was committed is on disk. After 20 s an immediate one, which recovery repairs at the next start.
 */
async function end(server: ChildProcess, sockets: string): Promise<void> {
  const gone = exitOf(server);
  server.kill('SIGINT');
  const late = setTimeout(() => server.kill('SIGQUIT'), 20_000);
  await gone;
  clearTimeout(late);
  await rm(sockets, { recursive: true, force: true });
}
