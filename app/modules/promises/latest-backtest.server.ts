import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { backtestSchema, type Backtest } from './backtest.ts';

/** The last try of our dates on parcels held back, or null where none was made yet. */
export async function latestBacktest(tx: ShopTx): Promise<{ ranAt: Date; report: Backtest } | null> {
  const [row] = await tx.$queryRaw<{ ran_at: Date; report: unknown }[]>(sql`select ran_at, report from backtests order by id desc limit 1`);
  const read = backtestSchema.safeParse(row?.report);
  return row && read.success ? { ranAt: row.ran_at, report: read.data } : null;
}
