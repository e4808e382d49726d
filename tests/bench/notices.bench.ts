import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import { migrate } from '../../prisma/migrate.ts';
import { build } from '../../sandbox/machine/build.ts';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { startProgram, type Program } from '../../sandbox/machine/processes.ts';
import { quantile, report, type Figure } from './figures.ts';
import { startMailSink } from './mail-sink.ts';
import { fillShop, scanEverything, untilQuiet } from './notices-burst.ts';
import { processorTime } from './notices-processor-time.ts';

const root = resolve(import.meta.dirname, '../..');
type Sink = Awaited<ReturnType<typeof startMailSink>>;

interface Run {
  name: string;
  /** Messages that may be unclear afterwards: what a worker that died had on the wire. */
  unclear: number;
  /** What is done to the worker or the mail server while the burst is under way. */
  trouble?(stage: { worker: Program; restart(): void; sink: Sink }): Promise<void>;
}

const runs: readonly Run[] = [
  { name: 'calm', unclear: 0 },
  {
    name: 'worker killed',
    unclear: 40,
    async trouble({ worker, restart, sink }) {
      while (sink.received.length < 100) await sleep(20);
      worker.kill();
      await sleep(1_000);
      restart();
    },
  },
  {
    name: 'SMTP refusing, then slow',
    unclear: 0,
    async trouble({ sink }) {
      while (sink.received.length < 100) await sleep(20);
      sink.behaviour.refuses = true;
      await sleep(3_000);
      Object.assign(sink.behaviour, { refuses: false, delayMs: 25 });
    },
  },
];

/** Two scans of each of many people's parcels, from the moment they are stored to the mail server: the right notices to everybody, nothing twice. */
export async function bench(args: string[]): Promise<boolean> {
  const people = Number(args[0] ?? 5_000);
  const only = args[1];
  await build();
  const home = clusterHome('bench-notices');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(join(root, 'tmp'), { recursive: true });
  const postgres = await startPostgres({ home, port: await freePort(), durable: true });
  const postgresPid = Number(readFileSync(join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const figures: Figure[] = [{ name: 'people, two scans each', value: people, unit: '', target: null }];
  try {
    for (const [at, run] of runs.entries()) {
      if (only !== undefined && !run.name.startsWith(only)) continue;
      await postgres.createDatabase(`bench_${at}`);
      const url = postgres.url(`bench_${at}`);
      await migrate(url);
      console.log(`${run.name} ...`);
      figures.push(...(await measure({ url, people, run, postgresPid })));
    }
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return report('notices', figures);
}

/** The built app's worker, as in production. */
function startWorker(url: string, sink: Sink): Program {
  const env = {
    NODE_ENV: 'production', DATABASE_URL: url, SHOPIFY_API_KEY: 'bench', SHOPIFY_API_SECRET: 'bench', SHOPIFY_APP_URL: 'https://app.example.com', LOG_LEVEL: 'error',
    ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`, SMTP_URL: sink.url, MAIL_FROM: 'Bench <bench@example.com>', FILES_DIR: join(root, 'tmp', 'bench-notices-files'),
  };
  // For a look inside: --cpu-prof.
  const args = [...(process.env.BENCH_WORKER_FLAGS?.split(' ') ?? []), ...nodeFlags('worker'), 'build/server/index.js', 'worker'];
  return startProgram({ name: 'worker', args, env, log: join(root, 'tmp', 'bench-notices.log'), cwd: root });
}

async function measure({ url, people, run, postgresPid }: { url: string; people: number; run: Run; postgresPid: number }): Promise<Figure[]> {
  const sink = await startMailSink();
  const database = openDatabase({ url, pool: 3, name: 'bench' });
  const shop = await fillShop(database, people);
  const workers = [startWorker(url, sink)];
  const [worker] = workers;
  if (!worker) throw new Error('There is no worker.');
  try {
    await sleep(3_000); // It has started and waits.
    const before = { worker: processorTime(worker.pid), postgres: processorTime(postgresPid, { children: true }) };
    const began = Date.now();
    const trouble = run.trouble?.({ worker, restart: () => void workers.push(startWorker(url, sink)), sink });
    const known = await scanEverything(database, shop, people);
    const wrote = Date.now();
    await trouble;
    await untilQuiet(database, shop);
    const used = { worker: processorTime(worker.pid) - before.worker, postgres: processorTime(postgresPid, { children: true }) - before.postgres };
    return await figuresOf({ run, people, began, wrote, known, sink, database, shop, used });
  } finally {
    await Promise.all(workers.map((one) => one.stop()));
    await sink.stop();
    await database.close();
  }
}

interface Outcome {
  run: Run;
  people: number;
  began: number;
  wrote: number;
  known: ReadonlyMap<string, number>;
  sink: Sink;
  database: Database;
  shop: number;
  /** Seconds of processor time. */
  used: { worker: number; postgres: number };
}

async function figuresOf({ run, people, began, wrote, known, sink, database, shop, used }: Outcome): Promise<Figure[]> {
  const rows = await database.shopTransaction(shop, (tx) => tx.outbox.findMany({ select: { id: true, order_id: true, kind: true, state: true, held_by: true } }));
  const factOf = new Map(rows.map(({ id, order_id, kind }) => [String(id), `${order_id}:${kind.replace('notices.', '')}`]));
  const came = sink.received.map(({ message, at }) => ({ fact: factOf.get(message) ?? 'nobody’s', at }));
  const first = new Map(came.toReversed().map(({ fact, at }) => [fact, at]));
  const unclear = rows.filter(({ state }) => state === 'sending' || state === 'unknown').map(({ id }) => factOf.get(String(id)));
  const orders = Array.from({ length: people }, (_, at) => String(at + 1));
  const lost = orders.map((order) => `${order}:delivered`).filter((fact) => !first.has(fact) && !unclear.includes(fact)).length;
  const stale = orders.filter((order) => (first.get(`${order}:out_for_delivery`) ?? 0) > (first.get(`${order}:delivered`) ?? Infinity)).length;
  const delays = came.map(({ fact, at }) => (at - (known.get(fact) ?? at)) / 1_000).sort((one, other) => one - other);
  const seconds = (Math.max(...came.map(({ at }) => at)) - began) / 1_000;
  const calm = run.trouble === undefined;
  return [
    { name: `${run.name}: deliveries nobody was told of`, value: lost, unit: '', target: { atMost: 0 } },
    { name: `${run.name}: mails that came twice`, value: came.length - first.size, unit: '', target: { atMost: 0 } },
    { name: `${run.name}: told after newer news`, value: stale, unit: '', target: { atMost: 0 } },
    { name: `${run.name}: shown as unclear`, value: unclear.length, unit: '', target: { atMost: run.unclear } },
    { name: `${run.name}: held back, overtaken or no longer true`, value: rows.filter(({ held_by }) => held_by !== null).length, unit: '', target: null },
    { name: `${run.name}: mails`, value: came.length, unit: '', target: null },
    { name: `${run.name}: storing the scans`, value: (wrote - began) / 1_000, unit: 's', target: null },
    { name: `${run.name}: whole burst`, value: seconds, unit: 's', target: calm ? { atMost: 60 } : null },
    { name: `${run.name}: mails a second`, value: came.length / seconds, unit: '/s', target: calm ? { atLeast: 100 } : null },
    { name: `${run.name}: from scan to SMTP, p95`, value: quantile(delays, 0.95), unit: 's', target: null },
    ...(calm
      ? [
          { name: 'processor time of the worker, per mail', value: (used.worker * 1_000) / came.length, unit: 'ms', target: null },
          { name: 'processor time of Postgres, per mail', value: (used.postgres * 1_000) / came.length, unit: 'ms', target: null },
        ]
      : []),
  ];
}
