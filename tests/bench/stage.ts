import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { migrate } from '../../prisma/migrate.ts';
import { build } from '../../sandbox/machine/build.ts';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { openApp } from '../../sandbox/machine/open-app.ts';
import { startProgram, untilAnswers, type Program } from '../../sandbox/machine/processes.ts';
import type { RunningSandbox } from '../../sandbox/start.ts';
import { startInMemory } from '../harness/sandbox-in-memory.ts';

const root = resolve(import.meta.dirname, '../..');
export const clientSecret = 'shpss_bench';

/** Everything a benchmark needs on one machine, as in production: durable Postgres, the built app in its own processes, the sandbox as Shopify. */
export interface Stage {
  sandbox: RunningSandbox;
  domain: string;
  appUrl: string;
  database: pg.Pool;
  /** Reads as the shop does: one transaction of the tenant role. */
  asShop<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  startWeb(): Promise<Program>;
  startWorker(): Program;
  /** Opens the app as a merchant would, which installs it and begins the import. */
  openApp(): Promise<void>;
  stop(): Promise<void>;
}

export async function setStage(name: string): Promise<Stage> {
  await build();
  const home = join(root, 'tmp', `bench-${name}`);
  const cluster = clusterHome(`bench-${name}`);
  for (const folder of [home, cluster]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const postgres = await startPostgres({ home: cluster, port: await freePort(), durable: true });
  await postgres.createDatabase('bench');
  await migrate(postgres.url('bench'));
  const database = new pg.Pool({ connectionString: postgres.url('bench'), max: 3 });
  database.on('error', () => undefined); // Postgres is stopped while this may still hold idle connections.

  const domain = 'bench.myshopify.com';
  const appPort = await freePort();
  const appUrl = `http://localhost:${appPort}`;
  const sandbox = await startInMemory({
    appLocal: appUrl,
    clientSecret,
    shops: [{ domain, name: 'Bench', email: 'bench@example.com', currency: 'USD', ianaTimezone: 'America/New_York', locales: ['en'], taxesIncluded: false }],
  });
  const environment = {
    NODE_ENV: 'production',
    DATABASE_URL: postgres.url('bench'),
    PORT: String(appPort),
    SHOPIFY_API_KEY: sandbox.app.clientId,
    SHOPIFY_API_SECRET: clientSecret,
    SHOPIFY_APP_URL: sandbox.urls.appPublic,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString('base64')}`,
    SMTP_URL: 'smtp://localhost:9',
    MAIL_FROM: 'Bench <bench@example.com>',
    LOG_LEVEL: 'warn',
    SANDBOX_URL: sandbox.urls.base,
  };
  const programs: Program[] = [];
  const start = (role: 'web' | 'worker'): Program => {
    const args = [...nodeFlags(role), '--import', './sandbox/network-redirect.ts', 'build/server/index.js', role];
    const program = startProgram({ name: role, args, env: environment, log: join(home, `${role}.log`), cwd: root });
    programs.push(program);
    return program;
  };
  return {
    sandbox,
    domain,
    appUrl,
    database,
    async asShop(work) {
      const client = await database.connect();
      try {
        await client.query('begin');
        await client.query(`select set_config('app.shop_id', (select id::text from platform.shops where domain = $1), true), set_config('role', 'aftercare_app', true)`, [domain]);
        return await work(client);
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
    async startWeb() {
      const web = start('web');
      await untilAnswers(`${appUrl}/health/ready`, web, 60, join(home, 'web.log'));
      return web;
    },
    startWorker: () => start('worker'),
    openApp: () => openApp({ base: sandbox.urls.base, handle: 'bench', appHandle: sandbox.app.handle }),
    async stop() {
      await Promise.all(programs.map((program) => program.stop()));
      await sandbox.stop();
      await database.end();
      await postgres.stop();
      for (const folder of [home, cluster]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
