// Plain JavaScript for whatever Node (20 or newer) the machine has: installs what the project needs, then hands
// over to the Node that came with it. Used by every npm script.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
const modules = join(root, 'node_modules');
const windows = process.platform === 'win32';
const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('Which script? This file is started by the npm scripts.');
  process.exit(2);
}

const env = {
  ...process.env,
  PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
  // Prisma runs without binary engines here; these names keep it from looking for a download.
  PRISMA_QUERY_ENGINE_LIBRARY: process.env.PRISMA_QUERY_ENGINE_LIBRARY ?? 'unused',
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? 'unused',
};

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`Node ${process.versions.node} is too old. Aftercare needs Node 20 or newer to start (it brings its own Node for the rest).`);

once('packages', hash('package-lock.json', 'package.json'), () => {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1024 ** 2);
  if (free < 1500) stop(`There is too little disk space: the packages need 1500 MB in ${root} and there are ${free} MB. Free some and start again.`);
  console.error('Installing packages (the first time takes about a minute) ...');
  // Not `npm ci`: it refuses a lock file that does not list every platform's optional binaries.
  run(windows ? 'npm.cmd' : 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], 'The packages could not be installed; is the npm registry reachable?');
});
const node = join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');
if (!existsSync(node)) stop('The Node that belongs to this project is missing. Delete node_modules and try again.');
once('prisma-client', hash('prisma/schema.prisma', 'package-lock.json'), () => {
  run(node, [join(modules, 'prisma/build/index.js'), 'generate', '--config', 'prisma/prisma.config.ts'], 'The database client could not be generated.');
});

const child = spawn(node, [resolve(root, script), ...args], { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** Does a step when what it depends on changed since it last succeeded. */
function once(name, mark, step) {
  const file = join(modules, `.aftercare-${name}`);
  if (existsSync(file) && readFileSync(file, 'utf8') === mark) return;
  step();
  writeFileSync(file, mark);
}

function hash(...files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(readFileSync(join(root, file)));
  return sum.digest('hex');
}

function run(command, parameters, onFailure) {
  const done = spawnSync(command, parameters, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', shell: windows });
  if (done.status !== 0) stop(`${onFailure}\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
