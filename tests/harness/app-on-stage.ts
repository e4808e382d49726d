import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { openApp } from '../../sandbox/machine/open-app.ts';
import { freePort } from '../../sandbox/machine/postgres.ts';
import { startProgram, untilAnswers, type Program } from '../../sandbox/machine/processes.ts';
import { signProxyQuery } from '../../sandbox/storefront/proxy-signature.ts';
import { delivery, type Delivery } from '../webhooks/delivery.ts';
import { freshDatabase } from './fresh-database.ts';
import { startInMemory } from './sandbox-in-memory.ts';
import { fillShops, newShops, type StagedShop } from './two-shops.ts';

const root = resolve(import.meta.dirname, '../..');
/** A browser that says it is one; Shopify's library turns robots away. */
export const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36' };
export const clientSecret = 'shpss_stage';

export interface WebProgram extends Program {
  url: string;
}

interface StageOptions {
  /** More of the app's environment. */
  environment?: Record<string, string>;
  /** The way the app's processes reach the database, where it is not the direct one. */
  reach?(databaseUrl: string): Promise<string>;
}

export interface ProxyVisit {
  /** The page of the storefront; the tracking page unless another is named. */
  page?: string;
  query?: Record<string, string>;
  /** Fields of a form; a POST. */
  form?: Record<string, string>;
  visitor?: string;
  /** What the visitor's browser calls itself. */
  agent?: string;
  /** Where it goes, where it is not the first web process. */
  url?: string;
}

/** Asks until the answer is true; says what it waited for where it never is. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  for (const started = Date.now(); Date.now() - started < seconds * 1_000; await sleep(50)) if (await holds()) return;
  throw new Error(`Not within ${seconds} s: ${what}`);
}

/** Nothing is done because of the hour: a tick would put right what a test puts there by hand, or do something for a shop that is said to be left alone. */
const stopClock = (database: pg.Pool) =>
  database.query(`
    create function graphile_worker.refuse_ticks() returns trigger language plpgsql as $$ begin
      if exists (select from graphile_worker._private_tasks t where t.id = new.task_id and t.identifier like 'tick.%') then return null; end if;
      return new;
    end $$;
    create trigger no_ticks before insert on graphile_worker._private_jobs for each row execute function graphile_worker.refuse_ticks()`);

export type Stage = Awaited<ReturnType<typeof appOnStage>>;

/**
 * The built app as in production, a web and a worker process on a database of their own, with the sandbox as Shopify and two shops
 * that installed it and whose orders are imported. The clockwork stands still: what requests and webhooks ask for is done, nothing else. One
 * stage per test file; everything is gone after `stop`.
 */
export async function appOnStage({ environment = {}, reach = async (url) => url }: StageOptions = {}) {
  if (!existsSync(join(root, 'build/server/index.js'))) throw new Error('The app is not built: `npm run build`.');
  const folder = mkdtempSync(join(tmpdir(), 'aftercare-stage-'));
  const databaseUrl = await freshDatabase();
  const database = new pg.Pool({ connectionString: databaseUrl, max: 3 });
  await stopClock(database);
  const programs: Program[] = [];
  const sandbox = await startInMemory({ clientSecret, shops: newShops });
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await sandbox.stop();
    await database.end();
    rmSync(folder, { recursive: true, force: true });
  };
  const { a, b } = await fillShops(sandbox);

  const shared = {
    NODE_ENV: 'production',
    DATABASE_URL: await reach(databaseUrl),
    SHOPIFY_API_KEY: sandbox.app.clientId,
    SHOPIFY_API_SECRET: clientSecret,
    SHOPIFY_APP_URL: sandbox.urls.appPublic,
    ENCRYPTION_KEYS: `stage:${randomBytes(32).toString('base64')}`,
    SMTP_URL: `smtp://${sandbox.smtp.host}:${sandbox.smtp.port}`,
    MAIL_FROM: 'Stage <stage@example.com>',
    FILES_DIR: join(folder, 'files'),
    LOG_LEVEL: 'info',
    SANDBOX_URL: sandbox.urls.base,
    ...environment,
  };
  const said = () => programs.map(({ name }) => readFileSync(join(folder, `${name}.log`), 'utf8')).join('');
  /** The logs go with the stage, so a stage that cannot be set tells them. */
  const failWithLogs = (error: unknown): never => {
    throw new Error(`${error instanceof Error ? error.message.slice(0, 300) : String(error)}\n${said()}`, { cause: error });
  };
  const start = (role: 'web' | 'worker', more: Record<string, string>) => {
    const name = `${role}-${programs.length}`;
    const log = join(folder, `${name}.log`);
    const args = [...nodeFlags(role), '--import', './sandbox/network-redirect.ts', 'build/server/index.js', role];
    const program = startProgram({ name, args, env: { ...shared, ...more }, log, cwd: root });
    programs.push(program);
    return { program, log };
  };
  /** One more web process; the sandbox's tunnel goes on leading to the first. */
  const startWeb = async (more: Record<string, string> = {}): Promise<WebProgram> => {
    const port = await freePort();
    const { program, log } = start('web', { PORT: String(port), ...more });
    const url = `http://localhost:${port}`;
    await untilAnswers(`${url}/health/ready`, program, 40, log).catch(failWithLogs);
    return { ...program, url };
  };
  const startWorker = (more: Record<string, string> = {}): Program => start('worker', more).program;

  /** What one shop's rows say, read as that shop. */
  const rows = async <Row extends pg.QueryResultRow>(shop: { domain: string } | { id: number }, query: string, values: unknown[] = []): Promise<Row[]> => {
    const client = await database.connect();
    try {
      await client.query('begin');
      const id = 'id' in shop ? shop.id : (await client.query<{ id: number }>('select id from platform.shops where domain = $1', [shop.domain])).rows[0]?.id;
      await client.query(`select set_config('app.shop_id', $1, true), set_config('role', 'aftercare_app', true)`, [String(id)]);
      return (await client.query<Row>(query, values)).rows;
    } finally {
      await client.query('commit').catch(() => undefined);
      client.release();
    }
  };

  /** Nothing of this shop waits to be done, now. */
  const isIdle = async (shop: { domain: string }) => {
    const { rows: waiting } = await database.query(
      `select 1 from graphile_worker._private_jobs j, platform.shops s where s.domain = $1 and j.payload->>'shopId' = s.id::text and j.run_at <= now() and j.attempts < j.max_attempts`,
      [shop.domain],
    );
    return waiting.length === 0;
  };

  const worker = startWorker();
  const web = await startWeb();
  sandbox.urls.appLocal = web.url;
  const open = (shop: StagedShop) => openApp({ base: sandbox.urls.base, handle: shop.handle, appHandle: sandbox.app.handle });
  const isImported = async (shop: StagedShop) => (await rows<{ state: string }>(shop, 'select state from imports order by id desc limit 1'))[0]?.state === 'done';
  await Promise.all([open(a), open(b)]).catch(failWithLogs);
  await until('the orders of both shops are imported', async () => (await isImported(a)) && (await isImported(b)), 40).catch(failWithLogs);
  await until('what the imports began is done', async () => (await isIdle(a)) && (await isIdle(b))).catch(failWithLogs);

  return {
    sandbox,
    database,
    web,
    worker,
    a,
    b,
    startWeb,
    startWorker,
    rows,
    isImported,
    /** Everything a shop has, one figure for each table: how many rows, and what is in them. How far a reconcile has read is left out, and so are receipts. */
    async held(shop: { domain: string } | { id: number }): Promise<Record<string, string>> {
      const { rows: tables } = await database.query<{ name: string }>(
        `select c.relname as name from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'shop_id'
          where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not in ('sync_cursors', 'webhook_receipts') order by 1`,
      );
      const figure = `count(*) || coalesce(' ' || md5(string_agg(held::text, ',' order by held::text)), '') as figure`;
      const figures = tables.map(async ({ name }) => [name, (await rows<{ figure: string }>(shop, `select ${figure} from ${name} held`))[0]?.figure ?? ''] as const);
      return Object.fromEntries(await Promise.all(figures));
    },
    /** Opens the app as a merchant does, which installs it where it is not. */
    open,
    isIdle,
    /** The row of the shop that both sides of the wall know. */
    async shopRow(domain: string) {
      const found = await database.query<{ id: number; name: string; state: string; access: string; scopes: string[] }>('select id, name, state, access, scopes from platform.shops where domain = $1', [domain]);
      return found.rows[0] ?? null;
    },
    /** A request of the admin's page, with a session token of this shop's owner. */
    async admin(shop: { domain: string }, path: string, init: RequestInit = {}): Promise<Response> {
      const authorization = `Bearer ${await sandbox.oauth.mintIdToken(shop.domain)}`;
      return fetch(`${web.url}${path}`, { redirect: 'manual', ...init, headers: { ...browser, authorization, ...Object.fromEntries(new Headers(init.headers)) } });
    },
    /** The document that the admin loads in its frame. */
    async document(shop: { domain: string }, path: string): Promise<Response> {
      const signed = await sandbox.oauth.launchParameters(shop.domain, 'en');
      return fetch(`${web.url}${path}${path.includes('?') ? '&' : '?'}${signed}`, { redirect: 'manual', headers: browser });
    },
    /** A visitor's request of the storefront, as Shopify forwards it. */
    proxy(shop: { domain: string }, { page = 'track', query = {}, form, visitor = randomBytes(6).toString('hex'), agent = browser['user-agent'], url = web.url }: ProxyVisit = {}): Promise<Response> {
      const added = { shop: shop.domain, path_prefix: '/apps/aftercare', timestamp: String(Math.floor(Date.now() / 1_000)), logged_in_customer_id: '' };
      const signed = signProxyQuery(new URLSearchParams(query), added, sandbox.app.clientSecret);
      const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
      return fetch(`${url}/proxy/${page}?${signed}`, { redirect: 'manual', headers: { 'user-agent': agent, 'x-forwarded-for': visitor }, ...init });
    },
    /** A webhook, signed as Shopify does unless told otherwise. */
    async webhook(webhook: Delivery, door: { url?: string; path?: string } = {}): Promise<Response> {
      const request = delivery({ ...webhook, secret: webhook.secret ?? sandbox.app.clientSecret });
      return fetch(`${door.url ?? web.url}${door.path ?? '/webhooks'}`, { method: 'POST', headers: request.headers, body: await request.arrayBuffer() });
    },
    /** Turns one of the sandbox's switches of the Admin API. */
    async control(path: string, body: unknown = {}): Promise<void> {
      const answer = await fetch(`${sandbox.urls.base}/control/admin-api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`The switch ${path} was not turned: ${await answer.text()}`);
    },
    /** What all programs of this stage logged so far. */
    said,
    stop,
  };
}
