import type { Database } from '../db/database.server.ts';

/** Sets these locks apart from any other advisory lock: the first of the two keys. */
const tokenLocks = 1_935_630_448;

/**
 * Runs work while no other process runs its own for this shop. The lock belongs to a connection, not to a transaction:
 * nothing is held open but that connection, and Postgres frees the lock when the process dies.
 */
export async function withShopLock<T>({ pool }: Database, shopId: number, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('select pg_advisory_lock($1, $2)', [tokenLocks, shopId]);
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock($1, $2)', [tokenLocks, shopId]);
      broken = false;
    }
  } finally {
    client.release(broken);
  }
}
