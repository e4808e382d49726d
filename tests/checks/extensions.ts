import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { resolve } from 'node:path';

/** Checks the types of every extension, bundles them as the Shopify CLI would before a deploy, and checks the theme blocks; works offline, without a login. */
const bin = (program: string) => resolve('node_modules/.bin', program);
const env = { ...process.env, CI: '1', SHOPIFY_CLI_NO_ANALYTICS: '1', SHOPIFY_FLAG_CLIENT_ID: '', FORCE_COLOR: '0' };

const commands = [
  // Each has types of its own: the same element means another thing in the admin than in an account.
  ...globSync('extensions/*/tsconfig.json').map((project) => ['tsc', '--noEmit', '-p', project]),
  ['shopify', 'app', 'build', '--skip-dependencies-installation'],
  ['shopify', 'theme', 'check', '--path', 'extensions/aftercare-theme', '--fail-level', 'suggestion'],
];

for (const [program = '', ...args] of commands) {
  const done = spawnSync(bin(program), args, { env, encoding: 'utf8', timeout: 240_000 });
  process.stdout.write(`${done.stdout}${done.stderr}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}
