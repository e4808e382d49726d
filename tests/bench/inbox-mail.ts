import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { takeMail } from '#app/modules/inbox/arrivals/take-mail.server.ts';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { startProgram, type Program } from '../../sandbox/machine/processes.ts';
import { contextOf } from '../harness/shop-context.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { aMail } from '../inbox/mail-builder.ts';
import type { Figure } from './figures.ts';
import { processorTime } from './notices-processor-time.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'tmp', 'bench-inbox-files');

/**
 * Mail as it comes: handed over like by a door, then read, threaded and stored by the built worker; two in three begin a conversation, one answers it, every tenth comes
 * twice and every fifth has a file. Once undisturbed, once with the worker killed outright in the middle.
 */
export async function mailIn({ url, mails }: { url: string; mails: number }): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true });
  const database = openDatabase({ url, pool: 3, name: 'bench-mail' });
  try {
    const calm = await measure(database, url, { name: 'calm', mails, kills: 0 });
    const killed = await measure(database, url, { name: 'killed', mails: Math.round(mails / 2), kills: 2 });
    return [
      { name: 'mail in: handed over', value: calm.mails / calm.taking, unit: '/s', target: null },
      { name: 'mail in: read, threaded and stored', value: calm.mails / calm.keeping, unit: '/s', target: { atLeast: 30 } },
      { name: 'mail in: processor time of the worker, for each', value: calm.used.worker, unit: 'ms', target: null },
      { name: 'mail in: processor time of Postgres, for each', value: calm.used.postgres, unit: 'ms', target: null },
      ...[calm, killed].flatMap(({ name, lost, doubled, strayed }): Figure[] => [
        { name: `mail in, ${name}: lost`, value: lost, unit: '', target: { atMost: 0 } },
        { name: `mail in, ${name}: kept twice`, value: doubled, unit: '', target: { atMost: 0 } },
        { name: `mail in, ${name}: answers beside their conversation`, value: strayed, unit: '', target: { atMost: 0 } },
      ]),
    ];
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Run {
  name: string;
  mails: number;
  kills: number;
}

async function measure(database: Database, url: string, { name, mails, kills }: Run) {
  const { id } = await database.platform.shops.create({ data: { domain: `mail-${name}.myshopify.com`, name: 'Mail', access: 'needs_reopen' } });
  const ctx = contextOf(database, { id }, { clock: new MovableClock() });
  const store = createDiskStore(folder);
  const began = performance.now();
  for (let at = 0; at < mails; at += 1) {
    // The same mail comes to two addresses, each with its own way in.
    const ways = at % 10 === 0 ? 2 : 1;
    for (let way = 0; way < ways; way += 1) {
      await takeMail(ctx, store, { mailboxId: null, source: 'door', sourceKey: `${at}-${way}`, envelope: { from: `c${at}@customer.example`, to: ['help@shop.example'] }, bytes: written(at) });
    }
  }
  const taken = performance.now();
  const worker = startWorker(url);
  const workers: Program[] = [];
  const postgres = await postmaster(database);
  const spent = () => ({ worker: processorTime(worker.pid), postgres: processorTime(postgres, { children: true }) });
  try {
    let killed = 0;
    // A worker needs a while to begin; the clock runs from its first mail on.
    let first: number | null = null;
    let before = spent();
    for (;;) {
      await sleep(100);
      const { kept, waiting } = await standing(database, id);
      if (kept === 0) before = spent();
      else first ??= performance.now() - 100;
      if (waiting === 0) break;
      if (killed < kills && kept > (mails * (killed + 1)) / (kills + 2)) {
        killed += 1;
        (workers.at(-1) ?? worker).kill();
        workers.push(startWorker(url));
      }
    }
    const ended = performance.now();
    const now = spent();
    const used = { worker: ((now.worker - before.worker) * 1_000) / mails, postgres: ((now.postgres - before.postgres) * 1_000) / mails };
    const { lost, doubled, strayed } = await outcome(database, id, mails);
    return { name, mails, taking: (taken - began) / 1_000, keeping: (ended - (first ?? taken)) / 1_000, used, lost, doubled, strayed };
  } finally {
    await Promise.all([worker, ...workers].map((one) => one.stop()));
  }
}

/** Every third answers the one before it. */
function written(at: number): Buffer {
  const isAnswer = at % 3 === 2;
  const person = isAnswer ? at - 1 : at;
  const mail = aMail({
    from: `Customer ${person} <c${person}@customer.example>`,
    subject: isAnswer ? `Re: Order ${1_000 + person}` : `Order ${1_000 + at}: where is it?`,
    text: `Hello,\nthis is mail ${at} about my order ${1_000 + person}. It has not arrived yet.\n\nThank you\nCustomer ${person}`,
    html: `<p>Hello,<br>this is mail <b>${at}</b> about my order ${1_000 + person}. It has not arrived yet.</p>${'<p>Thank you, <a href="https://shop.example/">from the shop</a></p>'.repeat(20)}`,
    ...(isAnswer ? { fields: [`In-Reply-To: <${at - 1}@customer.example>`] } : {}),
    ...(at % 5 === 0 ? { files: [{ name: 'photo.jpg', type: 'image/jpeg', content: 'x'.repeat(40_000) }] } : {}),
  });
  return Buffer.from(mail.toString('utf8').replace('<1@customer.example>', `<${at}@customer.example>`));
}

function startWorker(url: string): Program {
  const env = {
    NODE_ENV: 'production', DATABASE_URL: url, SHOPIFY_API_KEY: 'bench', SHOPIFY_API_SECRET: 'bench', SHOPIFY_APP_URL: 'https://app.example.com', LOG_LEVEL: 'error',
    ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 7).toString('base64')}`, SMTP_URL: 'smtp://localhost:9', MAIL_FROM: 'Bench <bench@example.com>', FILES_DIR: folder,
  };
  const args = [...(process.env.BENCH_WORKER_FLAGS?.split(' ') ?? []), ...nodeFlags('worker'), 'build/server/index.js', 'worker'];
  return startProgram({ name: 'worker', args, env, log: join(root, 'tmp', 'bench-inbox.log'), cwd: root });
}

/** The process whose children serve the database's connections. */
async function postmaster(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${rows[0]?.pid ?? 0}/status`, 'latin1'))?.[1]);
}

async function standing(database: Database, shop: number): Promise<{ kept: number; waiting: number }> {
  return database.shopTransaction(shop, async (tx) => {
    const waiting = await tx.mail_arrivals.count({ where: { state: 'waiting' } });
    return { waiting, kept: (await tx.mail_arrivals.count()) - waiting };
  });
}

async function outcome(database: Database, shop: number, mails: number): Promise<{ lost: number; doubled: number; strayed: number }> {
  const kept = await database.shopTransaction(shop, (tx) => tx.messages.findMany({ where: { direction: 'in' }, select: { mail_id: true, ticket_id: true } }));
  const tickets = new Map(kept.map(({ mail_id, ticket_id }) => [mail_id ?? '', ticket_id]));
  const numbers = Array.from({ length: mails }, (_, at) => at);
  const idOf = (at: number) => `<${at}@customer.example>`;
  return {
    lost: numbers.filter((at) => !tickets.has(idOf(at))).length,
    doubled: kept.length - tickets.size,
    strayed: numbers.filter((at) => at % 3 === 2 && tickets.get(idOf(at)) !== tickets.get(idOf(at - 1))).length,
  };
}
