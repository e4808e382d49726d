import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const stamp = join(root, 'build', '.made-from');

/** Builds the app unless what lies in `build/` was made from exactly these sources. */
export async function build(): Promise<'built' | 'current'> {
  const turn = await takeTurn();
  try {
    return await buildIfChanged();
  } finally {
    turn.close();
  }
}

/** Two builds at once would pull files from under each other. SQLite's lock ends with its process, however that ends. */
async function takeTurn(): Promise<DatabaseSync> {
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const turn = new DatabaseSync(join(root, 'tmp', 'build-turn.sqlite'), { timeout: 0 });
  for (;;) {
    try {
      turn.exec('BEGIN EXCLUSIVE');
      return turn;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('locked'))) throw error;
      await sleep(100);
    }
  }
}

async function buildIfChanged(): Promise<'built' | 'current'> {
  const mark = sources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return 'current';
  const vite = join(root, 'node_modules', '@remix-run', 'dev', 'dist', 'cli.js');
  const child = spawn(process.execPath, [vite, 'vite:build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((done, fail) => child.once('exit', done).once('error', fail));
  if (code !== 0) throw new Error(`The app did not build:\n${said}`);
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(stamp, mark);
  return 'built';
}

function sources(): string {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'app', 'vite.config.ts', 'remix.config.js', 'package-lock.json'], { cwd: root, encoding: 'utf8' });
  const sum = createHash('sha256');
  for (const file of listed.split('\n').filter((name) => name !== '' && existsSync(join(root, name)))) sum.update(file).update(readFileSync(join(root, file)));
  return sum.digest('hex');
}

if (import.meta.main) console.log((await build()) === 'built' ? 'Built.' : 'The build is current.');
