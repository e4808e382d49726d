import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { exchangeSetting } from '#app/modules/returns/exchanges/exchange-setting.ts';
import { exchangesStillThere, holdExchanges, releaseHolds, settleHolds } from '#app/modules/returns/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { moveStock, reservedAt } from '#sandbox/world/stock.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { addReturn, firstLocation, only } from '../sandbox/world/shop-in-memory.ts';
import { addSizes, keepWish, losing, variantId } from './stage.ts';

const stage = await openLedgerStage();

/** A shop that sets aside for two days, with so many shirts. */
async function play({ shirts = 1, through = (client: AdminClient) => client, granted = ['write_inventory'], holdHours = 48 as number | null, sellOn = false } = {}) {
  const shop = await stage.open(through, granted);
  await changeSetting(shop.ctx, exchangeSetting, { value: { ...exchangeSetting.initial, holdHours }, version: 0, by: null });
  const order = await shop.placeOrder();
  const { sizes } = addSizes(shop.world, 'Shirt', { S: shirts }, { sellOn });
  const [shirt] = sizes;
  const wish = (quantity = 1, key = randomUUID(), more: { inPlaceOf?: string } = {}) => ({ wish: key, orderId: numericId('Order', order.id), wanted: [{ variantId: variantId(shirt), quantity }], ...more });
  const level = () => only(shop.world.variants.get(shirt?.id ?? '')?.stock ?? []);
  return {
    ...shop,
    order,
    shirt,
    wish,
    stock: () => ({ available: level().available, aside: reservedAt(level()) }),
    buy: (units: number) => shop.world.change((change) => moveStock(change, shirt?.id ?? '', firstLocation(shop.world).id, { available: -units, committed: units })),
    settle: () => settleHolds(shop.ctx, {}),
    states: () => shop.ctx.tx(async (tx) => (await tx.exchange_holds.findMany({ orderBy: { asked_at: 'asc' } })).map(({ state }) => state)),
  };
}

describe('what is exchanged for', () => {
  it('is set aside for as long as the shop says, and for sale again when the time is over', async () => {
    const { ctx, wish, stock, settle, pass, states, order, shirt } = await play({ shirts: 3 });
    expect(await holdExchanges(ctx, wish(2))).toEqual({ is: 'held', until: new Date(ctx.clock.now().getTime() + 48 * 3_600_000) });
    expect(stock()).toEqual({ available: 1, aside: 2 });
    await ctx.tx(async (tx) => keepWish(tx, { wish: only(await tx.exchange_holds.findMany()).wish, orderId: numericId('Order', order.id), returnId: null, variantId: variantId(shirt) }));
    pass(47 * 60);
    await settle();
    expect(stock()).toEqual({ available: 1, aside: 2 });
    pass(61);
    await settle();
    await settle();
    expect(stock()).toEqual({ available: 3, aside: 0 });
    expect(await states()).toEqual(['released']);
  });

  it('is not set aside where the shop does not want it, has not granted it, or there is no end of it', async () => {
    for (const how of [{ holdHours: null }, { granted: [] }, { sellOn: true, shirts: 0 }]) {
      const { ctx, wish, stock } = await play(how);
      expect(await holdExchanges(ctx, wish())).toEqual({ is: 'off' });
      expect(stock().aside).toBe(0);
    }
  });

  it('is told to be gone before anything is promised, and nothing is kept of the rest', async () => {
    const { ctx, wish, stock, world, shirt } = await play({ shirts: 2 });
    const { sizes } = addSizes(world, 'Cap', { S: 0 });
    const wanted = [...wish().wanted, { variantId: variantId(sizes[0]), quantity: 1 }];
    expect(await holdExchanges(ctx, { ...wish(), wanted })).toEqual({ is: 'gone', problems: [{ variantId: variantId(sizes[0]), problem: 'sold_out', left: 0 }] });
    expect(await holdExchanges(ctx, wish(3))).toEqual({ is: 'gone', problems: [{ variantId: variantId(shirt), problem: 'not_enough', left: 2 }] });
    expect(stock()).toEqual({ available: 2, aside: 0 });
  });

  it('goes to exactly one of many who want the last one at once', async () => {
    const { processes, ctx, wish, stock } = await play();
    const all = await Promise.all(Array.from({ length: 12 }, (_, at) => holdExchanges(processes[at % processes.length] ?? ctx, wish())));
    expect(all.filter(({ is }) => is === 'held')).toHaveLength(1);
    expect(all.filter(({ is }) => is === 'gone')).toHaveLength(11);
    expect(stock()).toEqual({ available: 0, aside: 1 });
  });

  it('is set aside once for a wish that is sent twice, in two tabs at once', async () => {
    const { processes, ctx, wish, stock } = await play({ shirts: 5 });
    const same = wish();
    await Promise.all([holdExchanges(ctx, same), holdExchanges(processes[1] ?? ctx, same)]);
    expect(await holdExchanges(ctx, same)).toMatchObject({ is: 'held' });
    expect(stock()).toEqual({ available: 4, aside: 1 });
  });

  it('is no longer there for anybody else, who are told so when they confirm', async () => {
    const { ctx, wish } = await play();
    await holdExchanges(ctx, wish());
    expect(await exchangesStillThere(ctx, wish().wanted)).toMatchObject([{ problem: 'sold_out' }]);
  });

  it('stays with a wish that takes the place of another, and a wish that is dropped lets it go', async () => {
    const { ctx, wish, stock } = await play();
    const first = wish();
    await holdExchanges(ctx, first);
    const second = wish(1, randomUUID(), { inPlaceOf: first.wish });
    expect(await holdExchanges(ctx, second)).toMatchObject({ is: 'held' });
    await releaseHolds(ctx, first.wish);
    expect(stock()).toEqual({ available: 0, aside: 1 });
    await releaseHolds(ctx, second.wish);
    expect(stock()).toEqual({ available: 1, aside: 0 });
  });

  it('is let go with a return that is cancelled, and after an hour for a wish that became none', async () => {
    const { ctx, wish, stock, settle, world, order, shirt, pass } = await play({ shirts: 2 });
    const [kept, lost] = [wish(), wish()];
    await holdExchanges(ctx, kept);
    await holdExchanges(ctx, lost);
    const record = addReturn(world, order, { exchangeLineItems: [{ variantId: shirt?.id ?? '', quantity: 1 }] });
    await ctx.tx((tx) => keepWish(tx, { wish: kept.wish, orderId: numericId('Order', order.id), returnId: numericId('Return', record.id), variantId: variantId(shirt) }));
    await readReturnsOf(ctx, numericId('Order', order.id), null);
    pass(61);
    await settle();
    expect(stock()).toEqual({ available: 1, aside: 1 });
    world.change((change) => returnCancel(change, { id: record.id }));
    await readReturnsOf(ctx, numericId('Order', order.id), null);
    await settle();
    expect(stock()).toEqual({ available: 2, aside: 0 });
  });
});

describe('where an answer is lost', () => {
  it.each([
    ['before Shopify heard', 'before'],
    ['after Shopify did it', 'after'],
  ] as const)('%s, it is found out, set aside once, and let go once', async (_when, when) => {
    const line = losing(when);
    const { ctx, wish, stock, settle, pass, states } = await play({ shirts: 4, through: line.through });
    line.lose(1);
    expect(await holdExchanges(ctx, wish())).toMatchObject({ is: 'unsure' });
    expect(stock().aside).toBe(when === 'after' ? 1 : 0);
    pass(3);
    await settle();
    expect(await states()).toEqual(['held']);
    expect(stock()).toEqual({ available: 3, aside: 1 });
    line.lose(1);
    pass(50 * 60);
    await settle();
    expect(await states()).toEqual(['releasing']);
    pass(3);
    await settle();
    expect(await states()).toEqual(['released']);
    expect(stock()).toEqual({ available: 4, aside: 0 });
  });

  it('and the goods are sold meanwhile, nothing is set aside', async () => {
    const line = losing('before');
    const { ctx, wish, stock, settle, pass, states, buy } = await play({ through: line.through });
    line.lose(1);
    await holdExchanges(ctx, wish());
    buy(1);
    pass(3);
    await settle();
    expect(await states()).toEqual(['refused']);
    expect(stock()).toEqual({ available: 0, aside: 0 });
  });

  it('and the shop no longer lets us, it is left as it is and tried again', async () => {
    const { ctx, wish, stock, states, pass } = await play();
    await holdExchanges(ctx, wish());
    pass(50 * 60);
    const locked = { ...ctx, admin: { run: () => Promise.reject(new OutcomeUnknown('test', null)) } };
    await settleHolds(locked, {});
    expect(await states()).toEqual(['releasing']);
    expect(stock().aside).toBe(1);
  });
});
