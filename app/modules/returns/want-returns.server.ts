import { after, second } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { readReturnsJob } from './jobs.ts';

/** By then the second is over in which it happened, and a reading is its last word. */
const readDelay = 2 * second;

/** Asks for the returns of these orders to be read soon; asked for twice they are read once. */
export async function wantReturns(tx: ShopTx, orderIds: readonly string[], now: Date): Promise<void> {
  if (orderIds.length === 0) return;
  await tx.$executeRaw(sql`
    insert into return_readings (order_id, wanted_at) select unnest(${[...new Set(orderIds)]}::text[]), ${now}
    on conflict (shop_id, order_id) do update set wanted_at = ${now}`);
  await goOnReading(tx, after(now, readDelay));
}

/** Appoints the next reading; one that is appointed earlier stays. */
export async function goOnReading(tx: ShopTx, runAt: Date): Promise<void> {
  await enqueue(tx, readReturnsJob, {}, { key: readReturnsJob.name, keyMode: 'preserve_run_at', runAt });
}
