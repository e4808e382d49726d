import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@prisma/client';
import pg from 'pg';
import { askInOneMessage, type Statement } from './one-message.server.ts';
import { insideTransaction } from './open-transaction.server.ts';

/** A transaction that sees one shop. Only `Database.shopTransaction` makes one. */
export type ShopTx = Prisma.TransactionClient;
/** SQL pieces: `sql\`...\``, `join`, `empty`; values are always bound, never pasted. */
export const { sql, join, empty } = Prisma;
/** Such a piece. */
export type Sql = Prisma.Sql;

/** The connection a transaction runs on, caught as its pool hands it out. */
const underway = new AsyncLocalStorage<{ client?: pg.PoolClient }>();
const connections = new WeakMap<ShopTx, pg.PoolClient>();

/**
 * One statement with few, large parameters (rows as JSON) on the transaction's own connection. It goes past Prisma, whose engine
 * copies every parameter and every answer twice more; everything else goes through `tx`. With a name the statement is planned once a connection.
 */
export async function runInBulk<Row extends pg.QueryResultRow>(tx: ShopTx, statement: string, values: readonly unknown[], name?: string): Promise<Row[]> {
  const client = connections.get(tx);
  if (!client) return tx.$queryRawUnsafe<Row[]>(statement, ...values);
  return (await client.query<Row>({ text: statement, values: [...values], name })).rows;
}

export type { Statement };

/** The one way to Postgres. `platform` is for the schema of that name only: rows that belong to no shop. */
export interface Database {
  platform: PrismaClient;
  pool: pg.Pool;
  /** One transaction as the tenant role of one shop; rolled back when `work` throws. */
  shopTransaction<T>(shopId: number, work: (tx: ShopTx) => Promise<T>): Promise<T>;
  /**
   * The same for one statement of a busy page, past Prisma: one message to Postgres and one back, in which all is done or nothing. Where it
   * need not wait for the disk, a crash of Postgres may take back what it wrote in the last second.
   */
  askAsShop<Row extends pg.QueryResultRow>(shopId: number, statement: Statement, options?: { waitsForDisk: boolean }): Promise<Row[]>;
  /** The same with a question to the `platform` before it, in the same message: the rows of both. */
  askBothAsShop<First extends pg.QueryResultRow, Row extends pg.QueryResultRow>(shopId: number, first: Statement, statement: Statement): Promise<[First[], Row[]]>;
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
  const hand = pool.connect.bind(pool) as (...given: unknown[]) => Promise<pg.PoolClient>;
  const handOut = async (...given: unknown[]) => {
    const client = await hand(...given);
    const transaction = underway.getStore();
    if (transaction && given.length === 0) transaction.client ??= client;
    return client;
  };
  Object.assign(pool, { connect: handOut });
  const platform = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    platform,
    pool,
    shopTransaction(shopId, work) {
      const transaction: { client?: pg.PoolClient } = {};
      const begin = () =>
        platform.$transaction(
          async (tx) => {
            await tx.$queryRaw`select set_config('app.shop_id', ${String(shopId)}, true), set_config('role', 'aftercare_app', true)`;
            if (transaction.client) connections.set(tx, transaction.client);
            return insideTransaction(() => work(tx));
          },
          { maxWait: 10_000, timeout: 60_000 },
        );
      return underway.run(transaction, begin);
    },
    async askAsShop<Row extends pg.QueryResultRow>(shopId: number, statement: Statement, options?: { waitsForDisk: boolean }) {
      const [, rows] = await askInOneMessage<never, Row>(pool, { shopId, statement, ...options });
      return rows;
    },
    askBothAsShop: (shopId, first, statement) => askInOneMessage(pool, { shopId, first, statement }),
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
