import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { listTroubles } from '../../app/modules/parcels/trouble/list-troubles.server.ts';
import { troubleFigures } from '../../app/modules/parcels/trouble/trouble-figures.server.ts';
import { troubleGroups } from '../../app/modules/parcels/trouble/trouble-groups.server.ts';
import { watchParcels } from '../../app/modules/parcels/trouble/watch-parcels.server.ts';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import { nodeFlags } from '../../sandbox/machine/node-flags.ts';
import { contextOf } from '../harness/shop-context.ts';

/** What a round took. */
export interface Round {
  seconds: number;
  /** Bytes: before the round, at its highest in the first and in the second half. */
  memory: { before: number; firstHalf: number; secondHalf: number };
  /** Milliseconds of one more round, in which nothing is due. */
  idle: number;
  /** Milliseconds of what the admin asks about the troubles found, the middle of five. */
  asked: { list: number; groups: number; figures: number };
}

/** One round of watching in a process of its own, run as the worker is, after a small round that warmed it. */
export async function watchRound(order: { url: string; shops: { warm: number; shop: number }; now: string }): Promise<Round> {
  const child = fork(import.meta.filename, [JSON.stringify(order)], { execArgv: nodeFlags('worker') });
  const [round] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [Round | number];
  if (typeof round === 'number') throw new Error(`The watching process ended with ${round}.`);
  return round;
}

if (import.meta.main) {
  const { url, shops, now } = JSON.parse(process.argv[2] ?? '') as Parameters<typeof watchRound>[0];
  const database = openDatabase({ url, pool: 4, name: 'bench' });
  const context = (id: number) => contextOf(database, { id, ianaTimezone: 'America/New_York' }, { clock: { now: () => new Date(now) } });
  await watchParcels(context(shops.warm));
  await sleep(1_000);
  const before = process.memoryUsage.rss();
  const seen: number[] = [];
  const watching = setInterval(() => seen.push(process.memoryUsage.rss()), 20);
  const started = performance.now();
  await watchParcels(context(shops.shop));
  const seconds = (performance.now() - started) / 1000;
  clearInterval(watching);
  const again = performance.now();
  await watchParcels(context(shops.shop));
  const idle = performance.now() - again;
  const half = Math.ceil(seen.length / 2);
  const memory = { before, firstHalf: Math.max(before, ...seen.slice(0, half)), secondHalf: Math.max(before, ...seen.slice(half)) };
  const ctx = context(shops.shop);
  const asked = {
    list: await middle(() => listTroubles(ctx, { kind: 'silent', hub: 'Leipzig' })),
    groups: await middle(() => troubleGroups(ctx, 'hub')),
    figures: await middle(() => troubleFigures(ctx)),
  };
  await database.close();
  process.send?.({ seconds, memory, idle, asked } satisfies Round);
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
  }
  return took.sort((left, right) => left - right)[2] ?? Number.NaN;
}
