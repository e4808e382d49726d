import express from 'express';
import type { ServerBuild } from '@remix-run/node';
import { resolve } from 'node:path';
import { second } from '#app/kernel/time.ts';
import { loadConfig } from '#app/platform/config/config.server.ts';
import { refuseWideRole } from '#app/platform/db/refuse-wide-role.server.ts';
import { startWorker } from '#app/platform/jobs/worker.server.ts';
import { startApp } from '#app/wiring/app.server.ts';
import { boundJobs } from '#app/wiring/jobs.server.ts';
import { ticks } from '#app/wiring/ticks.server.ts';
import { createHealth } from './health.server.ts';
import { startWeb } from './web.server.ts';

/** So long may stopping take; platforms kill after thirty seconds. */
const patience = 20 * second;

export type Role = 'web' | 'worker' | 'all';

/** Where pages and browser files come from: the build, or the development server. */
export type Front = Pick<Parameters<typeof startWeb>[0], 'build' | 'assets' | 'mode'>;

/** Starts what the role asks for and stops it in order on SIGTERM or SIGINT: requests finish, jobs are given back. */
export async function runProcess(role: Role, front: () => Promise<Front> = builtFront): Promise<void> {
  const app = startApp(loadConfig(process.env));
  await refuseWideRole(app.database);
  const health = createHealth(app.database);
  const worker = role === 'web' ? null : await startWorker({
    database: app.database,
    databaseUrl: app.config.databaseUrl,
    jobs: boundJobs(app),
    ticks: ticks(app),
    concurrency: app.config.workerConcurrency,
    contextOf: app.shops.contextOf,
    isParked: app.isParked,
    log: app.log,
    metrics: app.metrics,
  });
  const web = role === 'worker' ? null : await startWeb({ app, health, ...(await front()) });
  app.log.info({ role, port: web?.port }, 'started');

  let stopping = false;
  const stop = async (cause: string) => {
    if (stopping) return;
    stopping = true;
    app.log.info({ cause }, 'stopping');
    // Whatever hangs (a database that is gone, a provider that does not answer): rows and jobs are safe, so we go.
    setTimeout(() => {
      app.log.error({ cause }, 'stopping took too long');
      process.exit(1);
    }, patience).unref();
    health.stopping();
    await Promise.all([web?.stop(), worker?.stop()]);
    await app.close();
    app.log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  worker?.ended.catch((error: unknown) => {
    app.log.fatal({ error }, 'the worker ended unexpectedly');
    process.exit(1);
  });
}

/** What the build left beside this file. The pages are imported late, so that tests can touch main without them. */
async function builtFront(): Promise<Front> {
  const build: ServerBuild = await import('virtual:remix/server-build');
  const client = resolve('build/client');
  const forever = express.Router().use('/assets', express.static(resolve(client, 'assets'), { immutable: true, maxAge: '1y' }));
  return { build, assets: [forever, express.static(client, { maxAge: '1h', index: false })], mode: 'production' };
}
