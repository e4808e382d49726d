import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedShop } from '../../sandbox/seed/index.ts';
import { report } from './figures.ts';
import { importState } from './import-state.ts';
import { setStage } from './stage.ts';

/** The whole history by bulk operation: how fast orders are applied, and how much memory the worker needs for it. */
export async function bench(args: string[]): Promise<boolean> {
  const orders = Number(args[0] ?? 50_000);
  const stage = await setStage('import');
  try {
    const { sandbox, domain } = stage;
    const world = sandbox.worlds.find(domain);
    if (!world) throw new Error('The shop is missing.');
    console.log(`Making ${orders} orders ...`);
    await world.bulk(() => seedShop({ runAdmin: sandbox.runAdmin, domain, orders, clock: sandbox.clock, seed: 1 }));
    await stage.startWeb();
    await stage.openApp();
    const worker = stage.startWorker();
    let peak = 0;
    let applying = 0;
    for (;;) {
      peak = Math.max(peak, residentMegabytes(worker.pid));
      const state = await importState(stage);
      if (state === 'downloading' && applying === 0) applying = performance.now();
      if (state === 'done') break;
      await sleep(400);
    }
    const seconds = (performance.now() - applying) / 1000;
    const applied = await stage.asShop(async (client) => Number((await client.query('select count(*) from orders')).rows[0]?.count));
    return report('import', [
      { name: 'orders in the mirror', value: applied, unit: '', target: { atLeast: orders } },
      { name: 'applied', value: applied / seconds, unit: 'orders/s', target: { atLeast: 1_000 } },
      { name: 'peak memory of the worker', value: peak, unit: 'MB', target: { atMost: 400 } },
    ]);
  } finally {
    await stage.stop();
  }
}

function residentMegabytes(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
