import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import { createLimits, limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

const database = openDatabase({ url: await freshDatabase(), pool: 3, name: 'test' });
const limits = createLimits(database, createLog('silent', 'test'));
const { points, seconds } = limitPolicies['lookup-visitor'];
afterAll(() => database.close());

it('what is used up is seen without being taken, and when the window ends', async () => {
  for (let at = 0; at < points; at += 1) await limits.take('lookup-visitor', 'ada');
  const [ada, bob] = await limits.used([['lookup-visitor', 'ada'], ['lookup-visitor', 'bob']]);
  expect([ada?.points, bob]).toEqual([points, { points: 0, retryAfter: null }]);
  expect(ada?.retryAfter).toBeGreaterThan(seconds - 30);
});

it('an attempt that is given back may be taken again', async () => {
  for (let at = 0; at < points; at += 1) await limits.take('lookup-visitor', 'cleo');
  await limits.giveBack('lookup-visitor', 'cleo');
  expect(await limits.used([['lookup-visitor', 'cleo']])).toEqual([{ points: points - 1, retryAfter: null }]);
});

it('what is used up is refused from memory, whatever else is asked with it', async () => {
  await limits.used([['lookup-visitor', 'ada']]);
  await database.pool.query('truncate platform.rate_limits');
  const [other, ada] = await limits.used([['lookup-address', 'x'], ['lookup-visitor', 'ada']]);
  expect([other?.retryAfter, typeof ada?.retryAfter]).toEqual([null, 'number']);
});

it('a question beside the limits of several is answered in the same message, and what it finds used up is known from then on', async () => {
  const { id } = await database.platform.shops.create({ data: { domain: 'beside.myshopify.com' } });
  const statement = { name: 'own-shop', text: 'select app.shop_id() as shop', values: [] };
  for (let at = 0; at < points; at += 1) await limits.take('lookup-visitor', 'dora');
  expect(limits.knownUsed(asking('dora'))).toBeNull();
  const { used, rows } = await limits.usedBeside([asking('dora'), asking('eli')], id, statement);
  expect([used[0]?.[0]?.points, typeof used[0]?.[0]?.retryAfter, used[1], rows]).toEqual([points, 'number', [{ points: 0, retryAfter: null }], [{ shop: id }]]);
  expect([typeof limits.knownUsed(asking('dora'))?.[0]?.retryAfter, limits.knownUsed(asking('eli'))]).toEqual(['number', null]);
});

const asking = (key: string) => [['lookup-visitor', key]] as const;
