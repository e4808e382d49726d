import { rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { report } from './figures.ts';
import { fillOpenParcels } from './open-parcels.ts';
import { watchRound } from './watch-round.ts';

const now = new Date('2026-11-20T12:00:00Z');
const megabyte = 1024 * 1024;

/** Finding trouble over the open parcels of one shop that all fall due at once: the job as the worker runs it, on durable Postgres, with journal, news and next dates written. */
export async function bench(args: string[]): Promise<boolean> {
  const parcels = Number(args[0] ?? 200_000);
  const home = clusterHome('bench-silence');
  rmSync(home, { recursive: true, force: true });
  const postgres = await startPostgres({ home, port: await freePort(), durable: true });
  try {
    await postgres.createDatabase('bench');
    const url = postgres.url('bench');
    await migrate(url);
    return await measure(url, parcels);
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measure(url: string, parcels: number): Promise<boolean> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    const shops = { warm: await fillOpenParcels(pool, 1_000, now), shop: await fillOpenParcels(pool, parcels, now) };
    const { seconds, memory, idle, asked } = await watchRound({ url, shops, now: now.toISOString() });
    await pool.query(`select set_config('app.shop_id', $1, false)`, [String(shops.shop)]);
    const { rows } = await pool.query<{ troubles: number; lines: number; due: number }>(
      `select (select count(*) from troubles)::int as troubles, (select count(*) from journal where type = 'trouble.opened')::int as lines,
              (select count(*) from parcel_checks where next_check_at <= $1)::int as due`,
      [now],
    );
    const [held = { troubles: 0, lines: 0, due: parcels }] = rows;
    const peak = Math.max(memory.firstHalf, memory.secondHalf);
    return report('silence', [
      { name: 'open parcels, all due at once', value: parcels, unit: '', target: null },
      { name: 'troubles found', value: held.troubles, unit: '', target: { atLeast: parcels / 20 } },
      { name: 'found and not told, or told twice', value: Math.abs(held.troubles - held.lines), unit: '', target: { atMost: 0 } },
      { name: 'parcels left due', value: held.due, unit: '', target: { atMost: 0 } },
      { name: 'detection', value: seconds, unit: 's', target: { atMost: 10 } },
      { name: 'parcels a second', value: parcels / seconds, unit: '/s', target: null },
      { name: 'memory before', value: memory.before / megabyte, unit: 'MB', target: null },
      { name: 'memory, growth at the peak', value: (peak - memory.before) / megabyte, unit: 'MB', target: { atMost: 150 } },
      { name: 'memory, second half over the first', value: (memory.secondHalf - memory.firstHalf) / megabyte, unit: 'MB', target: { atMost: 30 } },
      { name: 'a round with nothing due', value: idle, unit: 'ms', target: { atMost: 500 } },
      { name: 'a page of the list', value: asked.list, unit: 'ms', target: { atMost: 100 } },
      { name: 'groups by hub', value: asked.groups, unit: 'ms', target: { atMost: 250 } },
      { name: 'figures', value: asked.figures, unit: 'ms', target: { atMost: 250 } },
    ]);
  } finally {
    await pool.end();
  }
}
