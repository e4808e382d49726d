import { join, resolve } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { freePort } from '../../sandbox/machine/postgres.ts';
import { startProgram, untilAnswers } from '../../sandbox/machine/processes.ts';
import { quantile, report } from './figures.ts';
import { atRate, saturated, type Target } from './look-up-load.ts';
import { fillOrders } from './many-orders.ts';
import { setStage, type Stage } from './stage.ts';
import { measurePage } from './track-page.ts';

const root = resolve(import.meta.dirname, '../..');
const home = join(root, 'tmp', 'bench-track');

/**
 * Look-ups of orders at random over a shop's million, each by a new visitor, through signature, limits, database and page, with what is
 * shown written down; beside a Remix route that renders the same page from what it holds in its hand. Then the page as a phone gets it
 * through the shop's theme. `track [orders]`.
 */
export async function bench(args: string[]): Promise<boolean> {
  const orders = Number(args[0] ?? 1_000_000);
  const stage = await setStage('track');
  try {
    const target = await openShop(stage, orders);
    const bare = await startBare(orders);
    try {
      await atRate(target, 50, 5);
      await atRate(bare.target, 50, 5);
      const steady = await atRate(target, 100, 20);
      // In turns, so that a machine that is busy elsewhere is so for both.
      const rates: { real: number; bare: number }[] = [];
      for (let turn = 0; turn < 3; turn += 1) rates.push({ bare: await saturated(bare.target, 16, 5), real: await saturated(target, 16, 5) });
      const [real, plain] = [middle(rates.map((rate) => rate.real)), middle(rates.map((rate) => rate.bare))];
      await stage.openApp();
      const page = await measurePage(stage.sandbox.urls.storefront(stage.domain), { order: '#1', contact: 'ada1@example.com' });
      return report('track', [
        { name: 'orders', value: orders, unit: '', target: null },
        { name: 'answered at 100 a second, median', value: quantile(steady, 0.5), unit: 'ms', target: null },
        { name: 'answered at 100 a second, p95', value: quantile(steady, 0.95), unit: 'ms', target: { atMost: 25 } },
        { name: 'answered at 100 a second, p99', value: quantile(steady, 0.99), unit: 'ms', target: null },
        { name: 'at saturation', value: real, unit: '/s', target: null },
        { name: 'the page without data', value: plain, unit: '/s', target: null },
        { name: 'share of the page without data', value: real / plain, unit: '', target: { atLeast: 0.6 } },
        ...page,
      ]);
    } finally {
      await bare.stop();
    }
  } finally {
    await stage.stop();
  }
}

async function openShop(stage: Stage, orders: number): Promise<Target> {
  const { rows } = await stage.database.query<{ id: number }>(
    `insert into platform.shops (domain, name, state, access, iana_timezone, locales, installed_at) values ($1, 'Bench', 'installed', 'ok', 'America/New_York', '{en}', now()) returning id`,
    [stage.domain],
  );
  const started = performance.now();
  await fillOrders(stage.database, rows[0]?.id ?? 0, orders);
  await writeOut(stage.database);
  console.log(`${orders} orders in ${Math.round((performance.now() - started) / 1_000)} s`);
  await stage.startWeb();
  return { url: stage.appUrl, domain: stage.domain, orders };
}

/** What was filled in goes to the disk before anything is measured: a shop's million orders did not come within the last minute. */
async function writeOut({ options }: pg.Pool): Promise<void> {
  const url = new URL(options.connectionString ?? '');
  Object.assign(url, { username: 'postgres', password: 'postgres' });
  const superuser = new pg.Client({ connectionString: url.href });
  await superuser.connect();
  await superuser.query('checkpoint');
  await superuser.end();
}

/** The measure in a process of its own, compiled as the app is. */
async function startBare(orders: number): Promise<{ target: Target; stop(): Promise<unknown> }> {
  await build({ configFile: false, root, logLevel: 'error', build: { ssr: 'tests/bench/bare-track.ts', outDir: join(home, 'bare'), emptyOutDir: true, copyPublicDir: false }, esbuild: { jsx: 'automatic' } });
  const port = await freePort();
  const program = startProgram({ name: 'bare', args: [...nodeFlags('web'), join(home, 'bare', 'bare-track.js')], env: { NODE_ENV: 'production', PORT: String(port) }, log: join(home, 'bare.log'), cwd: root });
  const url = `http://localhost:${port}`;
  await untilAnswers(`${url}/health/ready`, program, 30, join(home, 'bare.log'));
  return { target: { url, domain: 'bare.myshopify.com', orders }, stop: () => program.stop() };
}

function middle(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
