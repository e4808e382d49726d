import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Checks the types of every extension, bundles and weighs them as Shopify does at a deploy, and checks the theme blocks; works offline,
 * without a login.
 */
const bin = (program: string) => resolve('node_modules/.bin', program);
const env = { ...process.env, CI: '1', SHOPIFY_CLI_NO_ANALYTICS: '1', SHOPIFY_FLAG_CLIENT_ID: '', FORCE_COLOR: '0' };

const commands = [
  // Each has types of its own: the same element means another thing in the admin than in an account.
  ...globSync('extensions/*/tsconfig.json').map((project) => ['tsc', '--noEmit', '-p', project]),
  ['shopify', 'app', 'build', '--skip-dependencies-installation'],
  ['shopify', 'theme', 'check', '--path', 'extensions/aftercare-theme', '--fail-level', 'suggestion'],
];

for (const bundle of globSync('extensions/*/dist/*.js')) rmSync(bundle);
for (const [program = '', ...args] of commands) {
  const done = spawnSync(bin(program), args, { env, encoding: 'utf8', timeout: 240_000 });
  process.stdout.write(`${done.stdout}${done.stderr}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Kilobytes, zipped. Shopify takes 64, and 128 for a full page; ours are far below, and should be noticed when they grow. */
const limit = 14;
const bundles = globSync('extensions/*/dist/*.js');
const interfaces = globSync('extensions/*/shopify.extension.toml').filter((file) => readFileSync(file, 'utf8').includes('"ui_extension"'));
const weights = bundles.map((file) => ({ name: basename(file), weight: gzipSync(readFileSync(file)).length / 1024 }));
for (const { name, weight } of weights) console.log(`${name.padEnd(24)} ${weight.toFixed(1)} KB of ${limit}`);
const heavy = weights.filter(({ weight }) => weight > limit);
if (heavy.length > 0 || bundles.length !== interfaces.length) {
  console.error(heavy.length > 0 ? `Too heavy: ${heavy.map(({ name }) => name).join(', ')}` : `${interfaces.length} extensions made ${bundles.length} bundles.`);
  process.exit(1);
}
