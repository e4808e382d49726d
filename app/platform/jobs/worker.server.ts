import { EventEmitter } from 'node:events';
import { run, parseCronItems, type JobHelpers, type Logger as QueueLogger, type WorkerEvents, Logger as GraphileLogger } from 'graphile-worker';
import { z } from 'zod';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Metrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Job } from './job.server.ts';
import { holdLease } from './worker-lease.server.ts';

/** A job beside the use case that does it. */
export interface BoundJob {
  name: string;
  perform(ctx: ShopContext, payload: unknown): Promise<void>;
}

/** Work the clock starts, for no shop in particular; usually it writes a job for each. */
export interface Tick {
  name: string;
  /** Five crontab fields, UTC. */
  at: string;
  perform(): Promise<void>;
}

export interface Worker {
  /** Takes no new job, lets the running ones finish, gives back what does not finish in time. */
  stop(): Promise<void>;
  /** Resolves when the worker ended, for whatever reason. */
  ended: Promise<void>;
}

interface Options {
  database: Database;
  /** For the one connection whose life says that this process lives. */
  databaseUrl: string;
  jobs: readonly BoundJob[];
  ticks: readonly Tick[];
  concurrency: number;
  contextOf(shopId: number): Promise<ShopContext | null>;
  /** True for failures that trying again cannot mend before somebody acts (a shop that must open the app). */
  isParked(error: unknown): boolean;
  log: Logger;
  metrics: Metrics;
}

const envelope = z.object({ shopId: z.number().int(), data: z.unknown() });

/** Binds a job to its use case; the payload is checked before the use case sees it. */
export function bind<Payload>(job: Job<Payload>, perform: (ctx: ShopContext, payload: Payload) => Promise<void>): BoundJob {
  return { name: job.name, perform: (ctx, payload) => perform(ctx, job.payload.parse(payload)) };
}

/** Runs jobs until stopped. Any number of workers may run against one database. */
export async function startWorker(options: Options): Promise<Worker> {
  const { log, metrics } = options;
  const timed = async (name: string, work: () => Promise<void>) => {
    const stopTimer = metrics.jobs.startTimer({ job: name });
    try {
      await work();
      stopTimer({ outcome: 'done' });
    } catch (error) {
      const parked = options.isParked(error);
      stopTimer({ outcome: parked ? 'parked' : 'failed' });
      log[parked ? 'info' : 'error']({ job: name, error }, parked ? 'job parked until the shop opens the app' : 'job failed');
      if (!parked) throw error;
    }
  };
  const shopTask = (job: BoundJob) => async (raw: unknown, helpers: JobHelpers) => {
    const { shopId, data } = envelope.parse(raw);
    const ctx = await options.contextOf(shopId);
    if (!ctx) return; // The shop was erased after the job was written.
    const inJob = { ...ctx, log: ctx.log.child({ job: job.name, jobId: helpers.job.id }) };
    await timed(job.name, () => job.perform(inJob, data));
  };
  const lease = await holdLease({ url: options.databaseUrl, database: options.database, log });
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => lease.cover(worker.workerId));
  const runner = await run({
    pgPool: options.database.pool,
    events,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: queueLogger(log),
    taskList: {
      ...Object.fromEntries(options.jobs.map((job) => [job.name, shopTask(job)])),
      ...Object.fromEntries(options.ticks.map((tick) => [tick.name, () => timed(tick.name, tick.perform)])),
    },
    parsedCronItems: parseCronItems(options.ticks.map((tick) => ({ task: tick.name, match: tick.at, identifier: tick.name }))),
  });
  return {
    async stop() {
      await runner.stop();
      await runner.promise;
      await lease.giveUp();
    },
    ended: Promise.race([runner.promise, lease.lost]),
  };
}

function queueLogger(log: Logger): QueueLogger {
  return new GraphileLogger(() => (level, message) => {
    if (level === 'error') log.error({ queue: true }, message);
    else if (level === 'warning') log.warn({ queue: true }, message);
    else log.debug({ queue: true }, message);
  });
}
