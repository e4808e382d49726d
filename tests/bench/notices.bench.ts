import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import { migrate } from '../../prisma/migrate.ts';
import { clusterHome, freePort, startPostgres } from '../../sandbox/machine/postgres.ts';
import { startProgram, type Program } from '../../sandbox/machine/processes.ts';
import { queueMessage } from '../../app/modules/outbox/queue-message.server.ts';
import { quantile, report, type Figure } from './figures.ts';
import { startMailSink } from './mail-sink.ts';

const root = resolve(import.meta.dirname, '../..');
type Sink = Awaited<ReturnType<typeof startMailSink>>;

interface Run {
  name: string;
  /** What is done to the worker or the mail server while the burst is under way. */
  trouble?(stage: { worker: Program; restart(): void; sink: Sink }): Promise<void>;
}

const runs: readonly Run[] = [
  { name: 'calm' },
  {
    name: 'worker killed',
    async trouble({ worker, restart, sink }) {
      while (sink.received.length < 100) await sleep(20);
      worker.kill();
      await sleep(1_000);
      restart();
    },
  },
  {
    name: 'SMTP refusing, then slow',
    async trouble({ sink }) {
      while (sink.received.length < 100) await sleep(20);
      sink.behaviour.refuses = true;
      await sleep(3_000);
      Object.assign(sink.behaviour, { refuses: false, delayMs: 25 });
    },
  },
];

/** A burst of two pieces of news about each of many people's parcels, from the moment it is written to the mail server: the newest truth to each, nothing twice. */
export async function bench(args: string[]): Promise<boolean> {
  const people = Number(args[0] ?? 5_000);
  const home = clusterHome('bench-notices');
  rmSync(home, { recursive: true, force: true });
  const postgres = await startPostgres({ home, port: await freePort(), durable: true });
  const figures: Figure[] = [{ name: 'people, two pieces of news each', value: people, unit: '', target: null }];
  try {
    for (const [at, run] of runs.entries()) {
      await postgres.createDatabase(`bench_${at}`);
      const url = postgres.url(`bench_${at}`);
      await migrate(url);
      console.log(`${run.name} ...`);
      figures.push(...(await measure(url, people, run)));
    }
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
  return report('notices', figures);
}

async function measure(url: string, people: number, run: Run): Promise<Figure[]> {
  const sink = await startMailSink();
  const database = openDatabase({ url, pool: 3, name: 'bench' });
  const start = () => startProgram({ name: 'worker', args: [join(import.meta.dirname, 'outbox-worker.ts'), url, sink.url], env: {}, log: join(root, 'tmp', 'bench-notices.log'), cwd: root });
  const workers = [start()];
  try {
    const shop = await fill(database, people);
    const written = new Map<string, number>();
    const began = Date.now();
    const trouble = workers[0] ? run.trouble?.({ worker: workers[0], restart: () => void workers.push(start()), sink }) : undefined;
    const size = 100;
    for (let first = 0; first < people; first += size) {
      for (const stage of [1, 2]) {
        await database.shopTransaction(shop, async (tx) => {
          for (let person = first; person < Math.min(first + size, people); person++) {
            await queueMessage(tx, {
              channel: 'email', kind: 'bench.parcel', reason: `News ${stage} of the parcel.`, dedupeKey: `${person}:${stage}`, topic: `parcel:${person}`, rank: stage, urgent: true,
              orderId: String(person), to: `person-${person}@example.com`, subject: `${person}:${stage}`, text: 'News of your parcel.', html: '<p>News of your parcel.</p>', locale: 'en',
            });
            written.set(`${person}:${stage}`, Date.now());
          }
        });
      }
    }
    const wrote = Date.now();
    await trouble;
    // What a killed worker held stays in its hands until its lease ends: it is looked at below, not waited for.
    const waiting = () =>
      database.shopTransaction(shop, (tx) => tx.outbox.count({ where: { OR: [{ state: 'queued' }, { state: 'sending', claimed_at: { gt: new Date(Date.now() - 10_000) } }] } }));
    while ((await waiting()) > 0) await sleep(250);

    const rows = await database.shopTransaction(shop, (tx) => tx.outbox.findMany({ select: { subject: true, state: true, held_by: true } }));
    const subjects = sink.received.map(({ subject }) => subject);
    const came = new Set(subjects);
    const inHand = rows.filter(({ state }) => state === 'sending' || state === 'unknown').map(({ subject }) => subject);
    const lost = Array.from({ length: people }, (_, person) => `${person}:2`).filter((subject) => !came.has(subject) && !inHand.includes(subject)).length;
    const last = Math.max(...sink.received.map(({ at }) => at));
    const delays = sink.received.map(({ subject, at }) => (at - (written.get(subject) ?? at)) / 1_000).sort((one, other) => one - other);
    const seconds = (last - began) / 1_000;
    const calm = run.trouble === undefined;
    return [
      { name: `${run.name}: newest news that never came`, value: lost, unit: '', target: { atMost: 0 } },
      { name: `${run.name}: mails that came twice`, value: subjects.length - came.size, unit: '', target: { atMost: 0 } },
      { name: `${run.name}: shown as unclear`, value: inHand.length, unit: '', target: calm ? { atMost: 0 } : { atMost: 4 } },
      { name: `${run.name}: overtaken before they left`, value: rows.filter(({ held_by }) => held_by === 'overtaken').length, unit: '', target: null },
      { name: `${run.name}: mails`, value: subjects.length, unit: '', target: null },
      { name: `${run.name}: writing the burst`, value: (wrote - began) / 1_000, unit: 's', target: null },
      { name: `${run.name}: whole burst`, value: seconds, unit: 's', target: calm ? { atMost: 60 } : null },
      { name: `${run.name}: news handled a second`, value: (2 * people) / seconds, unit: '/s', target: calm ? { atLeast: 100 } : null },
      { name: `${run.name}: from news to SMTP, p95`, value: quantile(delays, 0.95), unit: 's', target: null },
    ];
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    await sink.stop();
    await database.close();
  }
}

/** A shop with an order for each person. */
async function fill(database: Database, people: number): Promise<number> {
  const { id: shop } = await database.platform.shops.create({ data: { domain: 'bench.myshopify.com', name: 'Bench' } });
  await database.shopTransaction(shop, (tx) => tx.$executeRaw`
    insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, fingerprint, search, subtotal, subtotal_presentment, discounts, discounts_presentment,
           shipping, shipping_presentment, tax, tax_presentment, total, total_presentment)
    select at::text, '#' || at, now(), now(), now(), 'EUR', 'EUR', 'x', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from generate_series(0, ${people}::int - 1) at`);
  return shop;
}
