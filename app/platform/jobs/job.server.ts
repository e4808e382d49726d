import type { z } from 'zod';
import { runInBulk, sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** A kind of work for one shop: its name, what it needs, how often it is tried. */
export interface Job<Payload = unknown> {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts: number;
  /** `shop`: jobs of one shop run one after the other on this line; null: as many at once as there are workers. */
  line: string | null;
  /** Goes before everything that is due and not urgent, of any shop. */
  urgent: boolean;
}

export interface When {
  /** Jobs of one key coalesce: the later one replaces the one that waits. */
  key?: string;
  /** `preserve_run_at` keeps the first appointed time (throttle); `replace` moves it (debounce). */
  keyMode?: 'replace' | 'preserve_run_at';
  runAt?: Date;
}

/** Declares a job. The handler is bound in `wiring/jobs.server.ts`. */
export function defineJob<Payload>(job: {
  name: string;
  payload: z.ZodType<Payload>;
  maxAttempts?: number;
  line?: string;
  urgent?: true;
}): Job<Payload> {
  return { maxAttempts: 12, ...job, line: job.line ?? null, urgent: job.urgent ?? false };
}

/** Writes a job in the caller's transaction: it exists exactly if the transaction commits. */
export async function enqueue<Payload>(tx: ShopTx, job: Job<Payload>, payload: Payload, when: When = {}): Promise<void> {
  const body = JSON.stringify(job.payload.parse(payload));
  const queue = job.line === null ? sql`null` : sql`app.shop_id() || ':' || ${job.line}`;
  await tx.$queryRaw`select app.add_job(${job.name}, ${body}::json, ${queue}, ${when.runAt ?? null}::timestamptz,
    ${job.maxAttempts}::int, ${when.key ?? null}, ${when.keyMode ?? null}, ${job.urgent ? -1 : 0}::int)::text`;
}

/** Writes many jobs of one kind at once, each under a key of its own; a later one of a key replaces the one that waits. */
export async function enqueueAll<Payload>(tx: ShopTx, job: Job<Payload>, works: readonly { key: string; payload: Payload; runAt?: Date }[]): Promise<void> {
  if (works.length === 0) return;
  const jobs = works.map(({ key, payload, runAt }) => ({ key, payload: job.payload.parse(payload), run_at: runAt ?? null }));
  const question = `select app.add_jobs($1, $2::json, app.shop_id() || ':' || $3, $4::int, $5::int)::text`;
  await runInBulk(tx, question, [job.name, JSON.stringify(jobs), job.line, job.maxAttempts, job.urgent ? -1 : 0], 'jobs-add');
}

/** Takes back a job that waits under this key. */
export async function cancelJob(tx: ShopTx, key: string): Promise<void> {
  await tx.$queryRaw`select app.remove_job(${key})::text`;
}

/** Takes back the jobs that wait under these keys; what already runs is left to finish. */
export async function cancelJobs(tx: ShopTx, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await runInBulk(tx, 'select app.remove_jobs($1::text[])::text', [keys], 'jobs-remove');
}

/**
 * Takes up to so many more jobs of a kind that are due for this shop, stand in no line and were never tried, to be done in the caller's
 * transaction: they are done exactly if it commits.
 */
export async function takeAlong<Payload>(tx: ShopTx, job: Job<Payload>, most: number): Promise<Payload[]> {
  const rows = await runInBulk<{ payload: unknown }>(tx, 'select app.take_jobs($1, $2::int) as payload', [job.name, most], 'jobs-take');
  return rows.map(({ payload }) => job.payload.parse(payload));
}
