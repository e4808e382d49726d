import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../../prisma/migrate.ts';
import { build } from '../machine/build.ts';
import { requireSpace } from '../machine/disk-space.ts';
import { nodeFlags } from '../machine/node-flags.ts';
import { clusterHome, startPostgres } from '../machine/postgres.ts';
import { startProgram, untilAnswers, type Program } from '../machine/processes.ts';
import { openApp } from '../machine/open-app.ts';
import { appEnvironment } from './app-environment.ts';
import { openInbox } from './open-inbox.ts';
import { openReturns } from './open-returns.ts';
import { nameOrders, type OrderToTry } from './name-orders.ts';
import { demoSecrets, demoShop, portsFrom, root, takenPorts, tmp } from './places.ts';

export interface Demo {
  admin: string;
  storefront: string;
  mailbox: string;
  /** Where customers write to, and the mail server that takes it. */
  support: string;
  phone: string;
  log: string;
  /** Orders a newcomer may look up. */
  toTry: OrderToTry[];
  /** Resolves when any part ended by itself. */
  ended: Promise<unknown>;
}

interface Options {
  /** Folder under `tmp/` and name of the cluster; tests run demos of their own beside a merchant's. */
  name?: string;
  port: number;
  orders: number;
  fresh: boolean;
  /** The merchant of a new shop has opened the returns portal; tests open their own. */
  returns: boolean;
  say(line: string): void;
  /** Called early with what stops whatever has been started so far. */
  onStop(work: () => Promise<void>): void;
}

const database = 'aftercare';

/** Builds and starts everything a newcomer needs to see the product, and writes `tmp/demo.json` once all of it answers. */
export async function startDemo({ name = 'demo', port, orders, fresh, returns, say, onStop }: Options): Promise<Demo> {
  const ports = portsFrom(port);
  const taken = await takenPorts(Object.values(ports));
  if (taken.length > 0) {
    throw new Error(`Port ${taken.join(', ')} is taken, perhaps by a demo that still runs. Stop it, or choose others: PORT=5000 npm run demo`);
  }
  const contract = join(tmp, `${name}.json`);
  const data = join(tmp, name);
  rmSync(contract, { force: true });
  if (fresh) for (const folder of [data, clusterHome(name)]) rmSync(folder, { recursive: true, force: true });
  requireSpace(data, 100);
  const log = join(data, 'log');
  mkdirSync(log, { recursive: true });
  const isNew = !existsSync(join(data, 'secrets.json'));
  const secrets = demoSecrets(data);
  const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const started = Date.now();
    const done = await work();
    say(`  ${what.padEnd(44)} ${((Date.now() - started) / 1000).toFixed(1)} s`);
    return done;
  };

  const running: { stop(): Promise<void> }[] = [];
  onStop(async () => {
    rmSync(contract, { force: true });
    for (const part of running.toReversed()) await part.stop();
  });
  const programs: Program[] = [];
  const start = (program: string, args: string[], env: Record<string, string>): Program => {
    const started = startProgram({ name: program, args, env, log: join(log, `${program}.log`), cwd: root });
    running.push(started);
    programs.push(started);
    return started;
  };

  await step('App built', build);
  const postgres = await step('Postgres started', () => startPostgres({ home: clusterHome(name), port: ports.postgres, durable: true }));
  running.push(postgres);
  await postgres.createDatabase(database).catch((error: { code?: string }) => {
    if (error.code !== '42P04') throw error; // It is there from an earlier run.
  });
  await step('Database up to date', () => migrate(postgres.url(database)));

  const base = `http://localhost:${ports.sandbox}`;
  await step('Shop opened', async () => {
    const sandbox = start('sandbox', ['sandbox/main.ts'], {
      PORT: String(port),
      SANDBOX_DATA: join(data, 'shop'),
      SANDBOX_SEED: String(orders),
      SHOPIFY_API_SECRET: secrets.clientSecret,
      SANDBOX_MERCHANT_TOKEN: secrets.merchantToken,
    });
    await untilAnswers(`${base}/health`, sandbox, 300, join(log, 'sandbox.log'));
  });
  const environment = appEnvironment({ ports, secrets, base, databaseUrl: postgres.url(database) });
  const app = (role: 'web' | 'worker') => start(role, [...nodeFlags(role), '--import', './sandbox/network-redirect.ts', 'build/server/index.js', role], environment);
  await step('App started', async () => {
    const web = app('web');
    app('worker');
    await untilAnswers(`http://localhost:${ports.app}/health/ready`, web, 60, join(log, 'web.log'));
  });
  await step('App opened in the admin', () => openApp({ base, handle: demoShop.handle, appHandle: 'aftercare' }));
  const inAdmin = { base, handle: demoShop.handle, appHandle: 'aftercare', app: `http://localhost:${ports.app}` };
  const supportAddress = `support@${demoShop.handle}.example`;
  if (isNew) await step('Inbox opened', () => openInbox({ ...inAdmin, name: demoShop.name, supportAddress }));
  if (returns && isNew) await step('Returns portal opened', () => openReturns(inAdmin));

  const demo = {
    shop: demoShop.domain,
    admin: `${base}/store/${demoShop.handle}/apps/aftercare`,
    storefront: `http://localhost:${ports.storefront}`,
    adminApi: { url: `${base}/shop/${demoShop.domain}/admin/api/2026-10/graphql.json`, token: secrets.merchantToken },
    app: { url: `http://localhost:${ports.appPublic}`, clientId: environment.SHOPIFY_API_KEY, clientSecret: secrets.clientSecret },
    databaseUrl: postgres.url(database),
    smtp: { host: 'localhost', port: ports.inboundSmtp },
    supportAddress,
    outbox: `${base}/outbox.json`,
    log,
  };
  writeFileSync(contract, JSON.stringify(demo, null, 2));
  return {
    admin: demo.admin,
    storefront: demo.storefront,
    mailbox: `${base}/mailbox`,
    support: `${supportAddress}, by SMTP at localhost:${ports.inboundSmtp}`,
    phone: `${base}/phone`,
    log,
    toTry: await nameOrders(demo.adminApi),
    ended: Promise.race(programs.map((program) => program.ended)),
  };
}
