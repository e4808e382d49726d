import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Bundles every extension as the Shopify CLI would before a deploy, and checks the theme blocks; works offline, without a login. */
const shopify = resolve('node_modules/.bin/shopify');
const env = { ...process.env, CI: '1', SHOPIFY_CLI_NO_ANALYTICS: '1', SHOPIFY_FLAG_CLIENT_ID: '', FORCE_COLOR: '0' };

for (const args of [
  ['app', 'build', '--skip-dependencies-installation'],
  ['theme', 'check', '--path', 'extensions/aftercare-theme', '--fail-level', 'suggestion'],
]) {
  const done = spawnSync(shopify, args, { env, encoding: 'utf8', timeout: 240_000 });
  process.stdout.write(`${done.stdout}${done.stderr}`);
  if (done.status !== 0) process.exit(done.status ?? 1);
}
