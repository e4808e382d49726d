import { randomInt } from 'node:crypto';
import pg from 'pg';
import { second } from '#app/kernel/time.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** The sign that this process lives: an advisory lock on a connection of its own, which ends with it however it ends. */
export interface WorkerLease {
  /** Jobs taken by this worker are given back to the others once the lease is gone. */
  cover(workerId: string): void;
  giveUp(): Promise<void>;
  /** Rejects when the connection is lost: others take our jobs now, so we must stop. */
  lost: Promise<never>;
}

const lockClass = 7_236_412;
const sweepEvery = 5 * second;

/** Without this a job held by a killed worker, and its shop's line behind it, would wait the four hours after which the queue gives it up. */
export async function holdLease({ url, database, log }: { url: string; database: Database; log: Logger }): Promise<WorkerLease> {
  const lease = randomInt(1, 2 ** 31 - 1);
  const client = new pg.Client({ connectionString: url, application_name: 'aftercare-worker-lease', keepAlive: true });
  let over = false;
  const lost = new Promise<never>((_, reject) => {
    const end = (error?: Error) => over || reject(error ?? new Error('The connection that holds the worker lease was closed.'));
    client.on('error', end);
    client.on('end', () => end());
  });
  // Whoever waits for the worker's end hears of it; nobody may be waiting yet.
  lost.catch(() => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock($1, $2)', [lockClass, lease]);

  const sweep = async () => {
    const freed = await freeJobsOfTheDead(database.pool);
    if (freed.length > 0) log.warn({ workers: freed.length }, 'gave back the jobs of workers that died');
  };
  await sweep();
  const timer = setInterval(() => void sweep().catch((error: unknown) => log.warn({ error }, 'dead workers were not looked for')), sweepEvery);
  timer.unref();

  return {
    cover(workerId) {
      database.pool
        .query('insert into platform.job_workers (worker_id, lease) values ($1, $2)', [workerId, lease])
        .catch((error: unknown) => log.warn({ error }, 'a worker is not covered by the lease'));
    },
    async giveUp() {
      over = true;
      clearInterval(timer);
      await client.query('delete from platform.job_workers where lease = $1', [lease]).catch(() => undefined);
      await client.end();
    },
    lost,
  };
}

/**
 * A job whose key was given to a newer one while it ran has no attempt left, as the newer one does its work. Its worker would have removed it
 * at the end; of a worker that died it would stay for ever.
 */
const overtaken = `select graphile_worker.complete_jobs(array(
  select id from graphile_worker._private_jobs where key is null and locked_at is null and last_error is null and max_attempts > 1 and attempts >= max_attempts))`;

/**
 * Unlocks what is held by workers whose lease nobody holds, and by workers that never came to register. The dead are remembered for a while:
 * a job they were just taking may be committed after the first look.
 */
async function freeJobsOfTheDead(pool: pg.Pool): Promise<string[]> {
  await pool.query(
    `update platform.job_workers set died_at = now()
      where died_at is null and lease not in (
        select objid::bigint from pg_locks
         where locktype = 'advisory' and classid = $1 and granted
           and database = (select oid from pg_database where datname = current_database()))`,
    [lockClass],
  );
  await pool.query(`delete from platform.job_workers where died_at < now() - interval '10 minutes'`);
  const { rows } = await pool.query<{ worker_id: string }>(
    `select distinct locked_by as worker_id from graphile_worker.jobs
      where locked_by in (select worker_id from platform.job_workers where died_at is not null)
         or (locked_at < now() - interval '30 seconds' and locked_by not in (select worker_id from platform.job_workers))`,
  );
  const workers = rows.map((row) => row.worker_id);
  if (workers.length > 0) {
    await pool.query('select graphile_worker.force_unlock_workers($1)', [workers]);
    await pool.query(overtaken);
  }
  return workers;
}
