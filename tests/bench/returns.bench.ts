import { rmSync } from 'node:fs';
import pg from 'pg';
import { createLog } from '../../app/platform/log/log.server.ts';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { defaultPolicy } from '../../app/modules/returns/policy/default-policy.ts';
import type { Policy } from '../../app/modules/returns/policy/policy.ts';
import { tryPolicy } from '../../app/modules/returns/policy/replay/try-policy.server.ts';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { report } from './figures.ts';
import { fillPastReturns } from './past-returns.ts';

const now = new Date('2026-11-20T12:00:00Z');

/** An edited return policy tried on so many past returns of one shop, read from durable Postgres as a merchant who tries it would have it done. */
export async function bench(args: string[]): Promise<boolean> {
  const returns = Number(args[0] ?? 20_000);
  const home = clusterHome('bench-returns');
  rmSync(home, { recursive: true, force: true });
  const postgres = await startPostgres({ home, port: await freePort(), durable: true });
  try {
    await postgres.createDatabase('bench');
    await migrate(postgres.url('bench'));
    return await measure(postgres.url('bench'), returns);
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(url: string, returns: number): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const shopId = await fillPastReturns(pool, returns, now);
  await pool.end();
  const database = openDatabase({ url, pool: 2, name: 'bench' });
  try {
    const stalls = watchStalls();
    const began = performance.now();
    const found = await tryPolicy(shopOf(shopId, (work) => database.shopTransaction(shopId, work)), edited);
    const seconds = (performance.now() - began) / 1_000;
    return report('returns', [
      { name: 'returns replayed', value: found.returns, unit: '', target: { atLeast: returns } },
      { name: 'would have gone differently', value: found.changed.length, unit: '', target: { atLeast: returns / 10 } },
      { name: 'replay', value: seconds, unit: 's', target: { atMost: 30 } },
      { name: 'longest that others had to wait for it', value: stalls(), unit: 'ms', target: { atMost: 500 } },
    ]);
  } finally {
    await database.close();
  }
}

/** Shorter abroad, final below five dollars, a fee for the change of a mind, and a person for whoever sends much back. */
const edited: Policy = {
  ...defaultPolicy,
  rules: [
    { id: 'broken', when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'damaged-or-defective', name: 'Damaged' }] }], settles: { fee: { percent: 0, waived: [] }, evidence: { photos: 2, questions: [] } } },
    { id: 'cheap', when: [{ trait: 'price', min: null, max: 999 }], settles: { period: { kind: 'final_sale' } } },
    { id: 'abroad', when: [{ trait: 'country', is: 'none_of', values: [{ value: 'US', name: 'US' }] }], settles: { period: { kind: 'days', days: 14, until: null }, way_back: { payer: 'customer', amount: 900, waived: [] } } },
    { id: 'often', when: [{ trait: 'return_rate', min: 50, max: null }], settles: { approval: { by: 'person' } } },
  ],
  base: { ...defaultPolicy.base, fee: { percent: 10, waived: ['store_credit'] }, approval: { by: 'nobody' } },
};

function shopOf(id: number, tx: ShopContext['tx']): ShopContext {
  return {
    shop: { id, domain: 'bench.myshopify.com', name: 'Bench', email: null, primaryUrl: 'https://bench.example.com', ianaTimezone: 'America/New_York', currency: 'USD', locales: ['en'], scopes: [], installedAt: now, state: 'installed', access: 'ok' },
    clock: { now: () => now },
    log: createLog('silent', 'bench'),
    admin: { run: () => Promise.reject(new Error('No rule here asks what only Shopify knows.')) },
    tx,
  };
}

/** The longest time in which nothing else of the process could run. */
function watchStalls(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - last - 10);
  };
}
