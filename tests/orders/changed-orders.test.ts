import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markOrdersChanged, takeChangedOrders } from '#app/modules/orders/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openShops } from './shop.ts';

let database: Database;
let newShop: () => Promise<ShopContext>;

beforeAll(async () => {
  ({ database, newShop } = await openShops());
});
afterAll(() => database.close());

const mark = (ctx: ShopContext, ...ids: string[]) => ctx.tx((tx) => markOrdersChanged(tx, ids));
const take = (ctx: ShopContext, atMost = 10) => ctx.tx((tx) => takeChangedOrders(tx, atMost));

describe('changed orders', () => {
  it('are taken once each, however often they changed, those that waited longest first', async () => {
    const ctx = await newShop();
    await mark(ctx, '3', '1');
    await mark(ctx, '2');
    await mark(ctx, '1', '3');
    expect((await take(ctx, 2)).sort()).toEqual(['1', '3']);
    expect(await take(ctx)).toEqual(['2']);
    expect(await take(ctx)).toEqual([]);
  });

  it('can be noted while they are being looked at, without waiting, and are looked at again', async () => {
    const ctx = await newShop();
    await mark(ctx, '1');
    await ctx.tx(async (tx) => {
      expect(await takeChangedOrders(tx, 10)).toEqual(['1']);
      await mark(ctx, '1');
    });
    expect(await take(ctx)).toEqual(['1']);
  });

  it('stay noted where the looking failed', async () => {
    const ctx = await newShop();
    await mark(ctx, '1');
    const failing = ctx.tx(async (tx) => {
      await takeChangedOrders(tx, 10);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await take(ctx)).toEqual(['1']);
  });
});
