import { setTimeout as sleep } from 'node:timers/promises';
import { quantile, report } from './figures.ts';
import { setStage } from './stage.ts';

const runs = 5;

/** Cold start: from spawning the process to the first answer of `/health/ready`, and to the worker holding its first job. */
export async function bench(): Promise<boolean> {
  const stage = await setStage('start');
  try {
    const web: number[] = [];
    const worker: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      const program = await stage.startWeb();
      web.push(performance.now() - started);
      await program.stop();
    }
    await stage.startWeb().then((program) => stage.openApp().then(() => program.stop()));
    for (let run = 0; run < runs; run += 1) {
      // A job of the web process waits from the opening; the worker shows it is up by taking up the clock's schedule.
      await stage.database.query(`delete from graphile_worker._private_known_crontabs`);
      const started = performance.now();
      const program = stage.startWorker();
      while ((await stage.database.query(`select 1 from graphile_worker._private_known_crontabs limit 1`)).rowCount === 0) await sleep(10);
      worker.push(performance.now() - started);
      await program.stop();
    }
    const median = (values: number[]) => quantile(values.toSorted((left, right) => left - right), 0.5) / 1000;
    return report('start', [
      { name: 'web ready, median', value: median(web), unit: 's', target: { atMost: 3 } },
      { name: 'worker ready, median', value: median(worker), unit: 's', target: { atMost: 3 } },
    ]);
  } finally {
    await stage.stop();
  }
}
