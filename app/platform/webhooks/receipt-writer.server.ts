import type { Clock } from '#app/platform/clock/clock.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import { owedAfterUninstall } from './topics.ts';

/** A verified webhook on its way into the table. */
export interface Incoming {
  shopDomain: string;
  webhookId: string;
  eventId: string | null;
  topic: string;
  apiVersion: string | null;
  triggeredAt: Date | null;
  body: string;
}

/** Stores webhooks that arrive at about the same time in one transaction. */
export interface ReceiptWriter {
  /** Resolves once the receipt is committed: true, or false where the shop is unknown. Rejects where it could not be stored. */
  store(receipt: Incoming): Promise<boolean>;
}

interface Waiting {
  receipt: Incoming;
  resolve(known: boolean): void;
  reject(error: unknown): void;
}

/** How long the first of a batch waits for company, and how many it waits for. */
const gatherMilliseconds = 5;
const fullBatch = 200;
const batchesAtOnce = 2;
/** More than this many waiting means that the database does not keep up: Shopify shall come again later. */
const mostWaiting = 4_000;
/** Shopify gives us five seconds. */
const patienceMilliseconds = 4_000;

const storeBatch = 'select app.store_receipts($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::boolean[], $9::timestamptz) as known';

export function createReceiptWriter({ database, clock, log }: { database: Database; clock: Clock; log: Logger }): ReceiptWriter {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  let underway = 0;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const column = <T>(of: (receipt: Incoming) => T) => batch.map(({ receipt }) => of(receipt));
    const answer = database.pool.query<{ known: boolean[] }>({
      name: 'store-receipts',
      text: storeBatch,
      values: [
        column((receipt) => receipt.shopDomain),
        column((receipt) => receipt.webhookId),
        column((receipt) => receipt.eventId),
        column((receipt) => receipt.topic),
        column((receipt) => receipt.apiVersion),
        column((receipt) => receipt.triggeredAt),
        column((receipt) => receipt.body),
        column((receipt) => owedAfterUninstall.has(receipt.topic)),
        clock.now(),
      ],
    });
    const late = setTimeout(() => {
      for (const { reject } of batch) reject(new Error('The database took too long.'));
    }, patienceMilliseconds);
    try {
      const { rows } = await answer;
      batch.forEach(({ resolve }, at) => resolve(rows[0]?.known[at] ?? false));
    } catch (error) {
      log.error({ error, receipts: batch.length }, 'webhooks could not be stored');
      for (const { reject } of batch) reject(error);
    } finally {
      clearTimeout(late);
    }
  };

  const flush = (): void => {
    timer = null;
    while (waiting.length > 0 && underway < batchesAtOnce) {
      const batch = waiting.slice(0, fullBatch);
      waiting = waiting.slice(fullBatch);
      underway += 1;
      void write(batch).finally(() => {
        underway -= 1;
        if (waiting.length > 0) flush();
      });
    }
  };

  return {
    store: (receipt) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) return reject(new Error('Too many webhooks wait to be stored.'));
        waiting.push({ receipt, resolve, reject });
        if (waiting.length >= fullBatch) flush();
        else timer ??= setTimeout(flush, gatherMilliseconds);
      }),
  };
}
