import { second } from '#app/kernel/time.ts';
import { loadConfig } from '#app/platform/config/config.server.ts';
import { refuseWideRole } from '#app/platform/db/refuse-wide-role.server.ts';
import { startWorker } from '#app/platform/jobs/worker.server.ts';
import { createOpenImap, openMailDoor, readMailboxes } from '#app/modules/inbox/index.server.ts';
import { startApp } from '#app/wiring/app.server.ts';
import { boundJobs } from '#app/wiring/jobs.server.ts';
import { ticks } from '#app/wiring/ticks.server.ts';
import { createHealth } from './health.server.ts';
import type { Front, startWeb } from './web.server.ts';

/** So long may stopping take; platforms kill after thirty seconds. */
const patience = 20 * second;

export type Role = 'web' | 'worker' | 'all';

/** Starts what the role asks for and stops it in order on SIGTERM or SIGINT: requests and mails finish, jobs are given back. */
export async function runProcess(role: Role, front: () => Promise<Front> = loadBuiltFront): Promise<void> {
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
  const web = role === 'worker' ? null : await openWeb({ app, health, ...(await front()) });
  const { mailDoor } = app.config;
  const mail = role === 'worker' || mailDoor === null ? null : await openMailDoor({ ...app, door: mailDoor });
  const mailboxes = role === 'web' ? null : readMailboxes({ ...app, databaseUrl: app.config.databaseUrl, openImap: createOpenImap({ sealer: app.sealer, clients: app.config.mailLogins }), allowInside: app.config.mail.allowInside });
  app.log.info({ role, port: web?.port, mailPort: mail?.port }, 'started');

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
    await Promise.all([web?.stop(), mail?.stop(), mailboxes?.stop(), worker?.stop()]);
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

// What only the web needs is loaded late: a worker has no use for it, and tests can touch main without the pages.
const openWeb: typeof startWeb = async (options) => (await import('./web.server.ts')).startWeb(options);
const loadBuiltFront = async (): Promise<Front> => (await import('./built-front.server.ts')).builtFront();
