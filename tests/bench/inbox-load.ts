import { setTimeout as sleep } from 'node:timers/promises';
import { browser } from '../../sandbox/machine/open-app.ts';
import { quantile } from './figures.ts';
import type { Stage } from './stage.ts';

/** Whoever asks the app as one of the shop's staff does, each time with a session token of its own. */
export interface Desk {
  ask(path: string, init?: RequestInit): Promise<Response>;
}

export function deskOf({ sandbox, appUrl, domain }: Stage): Desk {
  return {
    async ask(path, init = {}) {
      const authorization = `Bearer ${await sandbox.oauth.mintIdToken(domain)}`;
      return fetch(`${appUrl}${path}`, { ...init, headers: { ...browser, authorization, ...Object.fromEntries(new Headers(init.headers)) } });
    },
  };
}

/** Pages asked for at a steady rate, whether or not they are answered in time; p95 of the milliseconds to the whole answer. Throws where one is no page. */
export async function pagesAtRate(desk: Desk, pages: readonly string[], perSecond: number): Promise<number> {
  const underway: Promise<number>[] = [];
  const started = performance.now();
  for (const page of pages) {
    underway.push(timed(desk, page));
    const wait = started + (underway.length / perSecond) * 1_000 - performance.now();
    if (wait > 0) await sleep(wait);
  }
  return quantile((await Promise.all(underway)).toSorted((left, right) => left - right), 0.95);
}

async function timed(desk: Desk, page: string): Promise<number> {
  const started = performance.now();
  const answer = await desk.ask(page);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${page} was answered ${answer.status}: ${text.slice(0, 300)}`);
  return performance.now() - started;
}

/**
 * Windows that listen at once while `change` changes a conversation so many times; p95 of the milliseconds from asking for a change until the last window has heard
 * of it, and until the last of all has read the page again.
 */
export async function liveUpdates(desk: Desk, { windows, times, page, change }: { windows: number; times: number; page: string; change(time: number): Promise<void> }): Promise<{ heard: number; shown: number }> {
  const gone = new AbortController();
  const readers = await Promise.all(Array.from({ length: windows }, () => listener(desk, gone.signal)));
  const heard: number[] = [];
  const shown: number[] = [];
  try {
    for (let time = 0; time < times; time += 1) {
      const waiting = readers.map((next) => next());
      const started = performance.now();
      await change(time);
      await Promise.all(waiting);
      heard.push(performance.now() - started);
      await Promise.all(readers.map(() => timed(desk, page)));
      shown.push(performance.now() - started);
      await sleep(200);
    }
  } finally {
    gone.abort();
  }
  const p95 = (values: number[]) => quantile(values.toSorted((left, right) => left - right), 0.95);
  return { heard: p95(heard), shown: p95(shown) };
}

/** One open window: waits for the next notice of a conversation that comes after it is asked. */
async function listener(desk: Desk, signal: AbortSignal): Promise<() => Promise<void>> {
  const answer = await desk.ask('/live', { signal });
  const reader = answer.body?.getReader();
  if (answer.status !== 200 || !reader) throw new Error(`A window could not listen: ${answer.status}`);
  let told: () => void = () => undefined;
  const listen = async () => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) if (Buffer.from(next.value).includes('"tickets"')) told();
  };
  listen().catch(() => undefined);
  return () => new Promise((done) => (told = done));
}
