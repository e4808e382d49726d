import express from 'express';
import type { ServerBuild } from '@remix-run/node';
import { resolve } from 'node:path';
import { loadConfig } from '../platform/config/config.server.ts';
import { refuseWideRole } from '../platform/db/refuse-wide-role.server.ts';
import { startWorker } from '../platform/jobs/worker.server.ts';
import { startApp } from '../wiring/app.server.ts';
import { boundJobs } from '../wiring/jobs.server.ts';
import { ticks } from '../wiring/ticks.server.ts';
import { createHealth } from './health.server.ts';
import { startWeb } from './web.server.ts';

export type Role = 'web' | 'worker' | 'all';

/** Starts what the role asks for and stops it in order on SIGTERM or SIGINT: requests finish, jobs are given back. */
export async function runProcess(role: Role): Promise<void> {
  const app = startApp(loadConfig(process.env));
  await refuseWideRole(app.database);
  const health = createHealth(app.database);
  const worker = role === 'web' ? null : await startWorker({
    database: app.database,
    jobs: boundJobs(app),
    ticks: ticks(app),
    concurrency: app.config.workerConcurrency,
    contextOf: app.shops.contextOf,
    isParked: app.isParked,
    log: app.log,
    metrics: app.metrics,
  });
  const web = role === 'worker' ? null : await startWeb({ app, health, build: await remixBuild(), assets: builtAssets(), mode: 'production' });
  app.log.info({ role, port: web?.port }, 'started');

  let stopping = false;
  const stop = async (cause: string) => {
    if (stopping) return;
    stopping = true;
    app.log.info({ cause }, 'stopping');
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

/** Made by the build beside this file; a plain import would draw it into every test that touches main. */
async function remixBuild(): Promise<ServerBuild> {
  return (await import('virtual:remix/server-build')) as unknown as ServerBuild;
}

function builtAssets() {
  const client = resolve('build/client');
  const forever = express.Router().use('/assets', express.static(resolve(client, 'assets'), { immutable: true, maxAge: '1y' }));
  return [forever, express.static(client, { maxAge: '1h', index: false })];
}
