import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '@prisma/client';
import pg from 'pg';
import { insideTransaction } from './open-transaction.server.ts';

/** A transaction that sees one shop. Only `Database.shopTransaction` makes one. */
export type ShopTx = Prisma.TransactionClient;
/** SQL pieces: `sql\`...\``, `join`, `empty`; values are always bound, never pasted. */
export const { sql, join, empty } = Prisma;

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

/** A statement that is planned once a connection, and its values. */
export interface Statement {
  name: string;
  text: string;
  values: readonly (string | readonly string[])[];
}

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
      const client = await pool.connect();
      try {
        const rows = await askInOneMessage<Row>(client, shopId, statement, options?.waitsForDisk ?? true);
        client.release();
        return rows;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    async close() {
      await platform.$disconnect();
      await pool.end().catch(() => undefined);
    },
  };
}

/** What each connection has planned. */
const planned = new WeakMap<pg.PoolClient, Set<string>>();

/** Postgres takes what stands in one message as one transaction, so there is nothing to begin and to commit. */
async function askInOneMessage<Row extends pg.QueryResultRow>(client: pg.PoolClient, shopId: number, { name, text, values }: Statement, waitsForDisk: boolean): Promise<Row[]> {
  if (!Number.isSafeInteger(shopId)) throw new Error('This is no shop.');
  const known = planned.get(client) ?? new Set();
  planned.set(client, known);
  const plan = pg.escapeIdentifier(`as-shop ${name}`);
  const written = values.map((value) => (typeof value === 'string' ? pg.escapeLiteral(value) : `array[${value.map((each) => pg.escapeLiteral(each)).join()}]::text[]`));
  const wishes = {
    'app.shop_id': String(shopId),
    role: 'aftercare_app',
    // Left to itself Postgres plans for these very values each time, which takes five times as long as the answer.
    plan_cache_mode: 'force_generic_plan',
    ...(waitsForDisk ? {} : { synchronous_commit: 'off' }),
  };
  const answers: unknown = await client.query(
    [
      `select ${Object.entries(wishes).map(([wish, value]) => `set_config('${wish}', '${value}', true)`).join()}`,
      ...(known.has(name) ? [] : [`prepare ${plan} as ${text}`]),
      `execute ${plan}${written.length > 0 ? `(${written.join()})` : ''}`,
    ].join(';'),
  );
  known.add(name);
  return (answers as pg.QueryResult<Row>[]).at(-1)?.rows ?? [];
}

function giveBack(client: pg.PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was idle, or somebody gave it back already.
  }
}
