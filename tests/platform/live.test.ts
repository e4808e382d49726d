import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { announce, openLive, type Live, type LiveNotice } from '../../app/platform/live/live.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

let database: Database;
let live: Live;
let shops: number[];

beforeAll(async () => {
  const url = await freshDatabase();
  database = openDatabase({ url, pool: 4, name: 'test' });
  live = openLive({ url, log: createLog('silent', 'test') });
  shops = await Promise.all(['a', 'b', 'c', 'd'].map(async (name) => (await database.platform.shops.create({ data: { domain: `${name}.myshopify.com` } })).id));
});
afterAll(async () => {
  await live.close();
  await database.close();
});

it('brings a committed change to the screens of its own shop only, and comes back after a lost connection', async () => {
  const [mine = 0, other = 0] = shops;
  const heard: LiveNotice[] = [];
  const leaving = new AbortController();
  const listening = (async () => {
    for await (const notice of live.notices(mine, leaving.signal)) heard.push(notice);
  })();
  const tell = (shop: number, id: string) => database.shopTransaction(shop, (tx) => announce(tx, 'orders', id));
  const until = async (count: number, again: () => Promise<void>) => {
    for (let tries = 0; heard.length < count && tries < 100; tries += 1) {
      await again();
      await new Promise((done) => setTimeout(done, 50));
    }
  };

  await until(1, () => tell(mine, '1'));
  await tell(other, '2');
  await database.shopTransaction(mine, async (tx) => {
    await announce(tx, 'orders', 'rolled back');
    throw new Error('no');
  }).catch(() => undefined);
  await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'aftercare-live'`);
  for (let tries = 0; !heard.some(({ id }) => id === '3') && tries < 100; tries += 1) {
    await tell(mine, '3');
    await new Promise((done) => setTimeout(done, 50));
  }
  leaving.abort();
  await listening;

  expect(heard.at(-1)).toEqual({ shopId: mine, topic: 'orders', id: '3' });
  expect(heard.every((notice) => notice.shopId === mine && notice.id !== 'rolled back')).toBe(true);
});

it('says that something was missed to whoever read before it was told, or before anybody listened', async () => {
  // Two of whom nothing is told that may still be on its way.
  const [, , mine = 0, other = 0] = shops;
  const first = async (shop: number, since: Date) => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 150);
    for await (const notice of live.notices(shop, leaving.signal, since)) return notice.topic;
    return null;
  };
  expect(await first(mine, new Date(0))).toBe('missed');
  const read = new Date();
  expect(await first(mine, read)).toBeNull();
  await database.shopTransaction(mine, (tx) => announce(tx, 'orders', '4'));
  await vi.waitFor(async () => expect(await first(mine, read)).toBe('missed'), { timeout: 5_000 });
  expect(await first(other, read)).toBeNull();
  const later = new Date();
  await database.shopTransaction(mine, (tx) => announce(tx, 'presence', '4'));
  await new Promise((heard) => setTimeout(heard, 200));
  expect(await first(mine, new Date(later.getTime() + 1))).toBeNull();
});

it('says to screens that stayed open while the connection was lost that they may have missed something', async () => {
  const [mine = 0] = shops;
  const leaving = new AbortController();
  const heard: string[] = [];
  const listening = (async () => {
    for await (const { topic, id } of live.notices(mine, leaving.signal)) heard.push(id ?? topic);
  })();
  await database.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'aftercare-live' and datname = current_database()`);
  await database.shopTransaction(mine, (tx) => announce(tx, 'orders', 'in between'));
  await vi.waitFor(() => expect(heard).toEqual(['missed']), { timeout: 5_000 });
  leaving.abort();
  await listening;
});
