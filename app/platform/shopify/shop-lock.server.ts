import pg from 'pg';
import type { Logger } from '#app/platform/log/log.server.ts';

/** Lets one process at a time work on a shop's token. */
export interface ShopLock {
  /** Runs work while nobody else, in this process or another, runs theirs for this domain. */
  holding<T>(domain: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Sets these locks apart from any other advisory lock: the first of the two keys. */
const tokenLocks = 1_935_630_448;

/**
 * Locks held by connections, not by transactions: Postgres frees them when the process dies. The connections are a few of
 * their own, so that those who wait never take the ones that the holder needs to finish.
 */
export function createShopLock({ url, log }: { url: string; log: Logger }): ShopLock {
  const pool = new pg.Pool({ connectionString: url, max: 3, application_name: 'aftercare-locks', allowExitOnIdle: true });
  pool.on('error', (error) => log.warn({ error }, 'a lock connection was lost'));
  const queues = new Map<string, Promise<unknown>>();

  const alone = async <T>(domain: string, work: () => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken = true;
    try {
      await client.query('select pg_advisory_lock($1, hashtext($2))', [tokenLocks, domain]);
      try {
        return await work();
      } finally {
        await client.query('select pg_advisory_unlock($1, hashtext($2))', [tokenLocks, domain]);
        broken = false;
      }
    } finally {
      client.release(broken);
    }
  };

  return {
    async holding(domain, work) {
      const before = queues.get(domain) ?? Promise.resolve();
      const mine = before.then(() => alone(domain, work));
      const settled = mine.catch(() => undefined);
      queues.set(domain, settled);
      try {
        return await mine;
      } finally {
        if (queues.get(domain) === settled) queues.delete(domain);
      }
    },
    close: () => pool.end(),
  };
}
