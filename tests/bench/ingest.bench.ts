import { setTimeout as sleep } from 'node:timers/promises';
import { seedShop } from '../../sandbox/seed/index.ts';
import { quantile, report, type Figure } from './figures.ts';
import { compareWithShop } from './compare-with-shop.ts';
import { setStage, type Stage } from './stage.ts';
import { sendAll, shuffledWithDuplicates, sign, type Signed } from './webhook-load.ts';

const perSecond = 1_150;

/**
 * What the shop really did (orders, fulfillments, scans, refunds, customers), sent as signed webhooks over HTTP, shuffled over the whole
 * run, 10 % twice: once undisturbed, once with the worker and then the web process killed in the middle.
 */
export async function bench(args: string[]): Promise<boolean> {
  const orders = Number(args[0] ?? 1_200);
  const figures: Figure[] = [];
  figures.push(...(await calm(orders)));
  for (const { name, value, unit } of figures) console.log(`${name}: ${value.toFixed(1)} ${unit}`);
  figures.push(...(await stormy(Math.round(orders / 2))));
  return report('ingest', figures);
}

async function calm(orders: number): Promise<Figure[]> {
  return onStage('ingest-calm', orders, async (stage, webhooks) => {
    await stage.startWeb();
    stage.startWorker();
    const load = await sendAll(`${stage.appUrl}/webhooks`, webhooks, perSecond);
    const applying = await untilApplied(stage);
    const { differences } = await compareWithShop(stage);
    const distinct = new Set(webhooks.map(({ webhookId }) => webhookId)).size;
    return [
      { name: 'webhooks sent', value: webhooks.length, unit: '', target: null },
      { name: 'accepted', value: webhooks.length / load.seconds, unit: '/s', target: { atLeast: 1_000 } },
      { name: 'acknowledged, p99', value: quantile(load.acknowledged, 0.99), unit: 'ms', target: { atMost: 250 } },
      { name: 'acknowledged, median', value: quantile(load.acknowledged, 0.5), unit: 'ms', target: null },
      { name: 'not accepted at once', value: load.retried, unit: '', target: null },
      { name: 'applied, while and after they came', value: distinct / applying, unit: '/s', target: { atLeast: 400 } },
      { name: 'differences from the shop', value: differences, unit: '', target: { atMost: 0 } },
    ];
  });
}

async function stormy(orders: number): Promise<Figure[]> {
  return onStage('ingest-kill', orders, async (stage, webhooks) => {
    const web = await stage.startWeb();
    const worker = stage.startWorker();
    const third = (webhooks.length / perSecond / 3) * 1000;
    const sending = sendAll(`${stage.appUrl}/webhooks`, webhooks, perSecond);
    await sleep(third);
    worker.kill();
    await sleep(500);
    stage.startWorker();
    await sleep(third - 500);
    web.kill();
    await stage.startWeb();
    const load = await sending;
    await untilApplied(stage);
    const { differences, lost, twice } = await compareWithShop(stage, webhooks);
    return [
      { name: 'killed: refused and sent again', value: load.retried, unit: '', target: null },
      { name: 'killed: webhooks lost', value: lost, unit: '', target: { atMost: 0 } },
      { name: 'killed: facts written twice', value: twice, unit: '', target: { atMost: 0 } },
      { name: 'killed: differences from the shop', value: differences, unit: '', target: { atMost: 0 } },
    ];
  });
}

/** Fills a shop whose app listens to nothing yet, keeps the webhooks back, and runs the work with them in hand. */
async function onStage(name: string, orders: number, work: (stage: Stage, webhooks: Signed[]) => Promise<Figure[]>): Promise<Figure[]> {
  const stage = await setStage(name);
  try {
    const { sandbox, domain } = stage;
    const web = await stage.startWeb();
    await stage.openApp();
    const worker = stage.startWorker();
    await untilImported(stage);
    await Promise.all([web.stop(), worker.stop()]);
    sandbox.webhooks.setSwitches({ paused: true });
    await seedShop({ runAdmin: sandbox.runAdmin, domain, orders, clock: sandbox.clock, seed: orders });
    await sleep(200); // Seeding held this process busy: connections that timed out meanwhile must be noticed before one is used.
    // Cancellations end in a job of their own; the webhooks, held back, would never settle.
    await fetch(`${sandbox.urls.base}/control/admin-api/${domain}/settle`, { method: 'POST' });
    const held = sandbox.webhooks.deliveries({ state: 'pending', limit: 1_000_000 }).filter(({ uri }) => uri === '/webhooks');
    console.log(`${name}: ${held.length} webhooks of ${orders} orders`);
    return await work(stage, shuffledWithDuplicates(held.map(sign), 0.1));
  } finally {
    await stage.stop();
  }
}

async function untilImported(stage: Stage): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const state = await importState(stage);
    if (state === 'done') return;
    if (state === 'failed') throw new Error('The import of the empty shop failed.');
    await sleep(100);
  }
  throw new Error('The import of the empty shop did not end.');
}

async function importState(stage: Stage): Promise<string | null> {
  return stage.asShop(async (client) => (await client.query<{ state: string }>('select state from imports order by id desc limit 1')).rows[0]?.state ?? null);
}

/** Asked often while the machine is measured: it must cost next to nothing, however many receipts there are. */
async function anyReceipt(stage: Stage, state: 'pending' | 'failed'): Promise<boolean> {
  return stage.asShop(async (client) => ((await client.query(`select from webhook_receipts where state = '${state}' limit 1`)).rowCount ?? 0) > 0);
}

async function anyJob(stage: Stage): Promise<boolean> {
  return ((await stage.database.query(`select from graphile_worker._private_jobs limit 1`)).rowCount ?? 0) > 0;
}

/** Seconds from the first webhook received until none is pending. */
async function untilApplied(stage: Stage): Promise<number> {
  for (let waited = 0; waited < 300_000; waited += 200) {
    if (!(await anyReceipt(stage, 'pending')) && !(await anyJob(stage)) && !(await anyReceipt(stage, 'failed'))) break;
    await sleep(200);
  }
  return stage.asShop(async (client) => {
    const { rows } = await client.query<{ seconds: string }>(`select extract(epoch from max(settled_at) - min(received_at)) as seconds from webhook_receipts`);
    return Number(rows[0]?.seconds);
  });
}
