import { afterAll, expect, it } from 'vitest';
import { createWriteShown } from '../../app/modules/tracking/write-shown.server.ts';
import { openStorefront } from './storefront.ts';

const { database, ctx } = await openStorefront();
afterAll(() => database.close());

const entry = (at: number) => ({
  type: 'promise.shown' as const, happenedAt: ctx.clock.now(), orderId: null, source: 'app' as const,
  data: { shipmentId: String(at), from: '2026-11-24', to: '2026-11-24', source: 'rule', where: 'page' }, dedupeKey: `promise:${at}:shown`,
});

it('everything that is shown at once is written before anybody is answered, in few transactions', async () => {
  let transactions = 0;
  const writeShown = createWriteShown({ askAsShop: (shop, work) => ((transactions += 1), database.askAsShop(shop, work)) });
  await Promise.all(Array.from({ length: 50 }, async (_, at) => {
    await writeShown(ctx.shop.id, [entry(at)]);
    expect(await ctx.tx((tx) => tx.journal.count({ where: { dedupe_key: `promise:${at}:shown` } }))).toBe(1);
  }));
  expect(transactions).toBeLessThan(10);
});

it('a write that fails fails for those in it, and the next is tried again', async () => {
  let fails = true;
  const writeShown = createWriteShown({ askAsShop: (shop, work) => (fails ? Promise.reject(new Error('gone')) : database.askAsShop(shop, work)) });
  await expect(writeShown(ctx.shop.id, [entry(100)])).rejects.toThrow('gone');
  fails = false;
  await writeShown(ctx.shop.id, [entry(101)]);
  expect(await ctx.tx((tx) => tx.journal.count({ where: { dedupe_key: 'promise:101:shown' } }))).toBe(1);
});
