import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';

const root = resolve(import.meta.dirname, '..');

/** Any number; the same in every process that migrates. */
const migrationLock = 7_236_411;

/** Brings a database to the newest schema: our tables, then the job queue's. Safe to run again and from several places at once. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await deploy(databaseUrl);
    await runMigrations({ connectionString: databaseUrl });
  } finally {
    await client.end();
  }
}

/** The command's engine leaves a ten-second timer behind that would hold it open after it is done; a timer may not do that here. */
const lettingGo = `data:text/javascript,const wait = setTimeout; globalThis.setTimeout = (work, after, ...given) => {
  const timer = wait(work, after, ...given); if (after >= 10000) timer.unref(); return timer; }`;

function deploy(databaseUrl: string): Promise<void> {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, ['--import', lettingGo.replaceAll('\n', ''), prisma, 'migrate', 'deploy', '--config', 'prisma/prisma.config.ts'], {
    cwd: root,
    env: { ...process.env, CHECKPOINT_DISABLE: '1', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The migrations did not run:\n${said}`))));
  });
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error('DATABASE_URL is missing');
    process.exit(1);
  }
  await migrate(url);
  console.log('The database is up to date.');
}
