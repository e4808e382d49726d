import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { parcelNewsJob, type ParcelNews } from './news.ts';

/** So many at once: a job stays small however much happened. */
const atOnce = 200;

/** Writes the news into jobs of the caller's transaction. */
export async function tellNews(tx: ShopTx, news: readonly ParcelNews[]): Promise<void> {
  for (let from = 0; from < news.length; from += atOnce) await enqueue(tx, parcelNewsJob, { news: news.slice(from, from + atOnce) });
}
