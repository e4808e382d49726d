import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@prisma/client';
import pg from 'pg';
import { insideTransaction } from './open-transaction.server.ts';

/** A transaction that sees one shop. Only `Database.shopTransaction` makes one. */
export type ShopTx = Prisma.TransactionClient;
/** SQL pieces: `sql\`...\``, `join`, `empty`; values are always bound, never pasted. */
export const { sql, join, empty } = Prisma;

/** The one way to Postgres. `platform` is for the schema of that name only: rows that belong to no shop. */
export interface Database {
  platform: PrismaClient;
  pool: pg.Pool;
  /** One transaction as the tenant role of one shop; rolled back when `work` throws. */
  shopTransaction<T>(shopId: number, work: (tx: ShopTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function openDatabase(options: { url: string; pool: number; name: string; onLostConnection?: (error: Error) => void }): Database {
  const pool = new pg.Pool({ connectionString: options.url, max: options.pool, application_name: options.name });
  // A connection that dies while idle is replaced; without a listener it would take the process with it.
  const lost = options.onLostConnection ?? (() => undefined);
  pool.on('error', lost);
  pool.on('connect', (client) => {
    client.on('error', lost);
    // The adapter never gives back a connection that died inside a transaction: without this the pool would shrink for good.
    client.once('end', () => setImmediate(() => giveBack(client)));
  });
  const platform = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    platform,
    pool,
    shopTransaction: (shopId, work) =>
      platform.$transaction(
        async (tx) => {
          await tx.$queryRaw`select set_config('app.shop_id', ${String(shopId)}, true), set_config('role', 'aftercare_app', true)`;
          return insideTransaction(() => work(tx));
        },
        { maxWait: 10_000, timeout: 60_000 },
      ),
    async close() {
      await platform.$disconnect();
      await pool.end().catch(() => undefined);
    },
  };
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was idle, or somebody gave it back already.
  }
}
