import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { exchangeChoices, exchangesStillThere, findExchanges } from '#app/modules/returns/index.server.ts';
import { calculateReturn } from '#app/modules/returns/money/calculate-return.server.ts';
import { moveStock } from '#sandbox/world/stock.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { addVariant, firstLocation } from '../sandbox/world/shop-in-memory.ts';
import { addSizes, counted, variantId } from './stage.ts';

const stage = await openLedgerStage();

describe('what something may be exchanged for', () => {
  it('is every form of the product with its price and what is left of it', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const order = await placeOrder();
    const { productId } = addSizes(world, 'Shirt', { S: 2, M: 0, L: null }, { price: '19.50' });
    expect(await exchangeChoices(ctx, { orderId: numericId('Order', order.id), productId })).toMatchObject({
      title: 'Shirt',
      currency: 'EUR',
      options: ['Size'],
      variants: [
        { title: 'S', options: [{ name: 'Size', value: 'S' }], price: 1950, stock: 'in_stock', left: 2 },
        { title: 'M', price: 1950, stock: 'sold_out', left: 0 },
        { title: 'L', price: 1950, stock: 'in_stock', left: null },
      ],
    });
  });

  it('may be promised without stock where the merchant sells on', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const order = await placeOrder();
    const { productId, sizes } = addSizes(world, 'Shirt', { S: 0 }, { sellOn: true });
    expect((await exchangeChoices(ctx, { orderId: numericId('Order', order.id), productId }))?.variants).toMatchObject([{ stock: 'on_order', left: null }]);
    expect(await exchangesStillThere(ctx, [{ variantId: variantId(sizes[0]), quantity: 40 }])).toEqual([]);
  });

  it.each(['USD', 'JPY', 'KWD'])('costs in %s what the return will be calculated with', async (code) => {
    const { ctx, world, placeOrder } = await stage.open();
    const order = await placeOrder({ presentmentCurrency: code, lineItems: [{ title: 'Thing', quantity: 1, requiresShipping: true, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' }, presentmentMoney: { amount: '1234', currencyCode: code } } }] });
    const { productId, sizes } = addSizes(world, 'Shirt', { S: 1 }, { price: '7.77' });
    const choice = await exchangeChoices(ctx, { orderId: numericId('Order', order.id), productId });
    const planned = await calculateReturn(ctx.admin, { orderId: order.id, currency: code, units: [], exchanges: [{ variantId: sizes[0]?.id ?? '', quantity: 1, discount: null }], returnShippingFee: 0 });
    expect(choice).toMatchObject({ currency: code, variants: [{ price: planned.agreed[0]?.unitPrice }] });
  });

  it('is nothing that customers cannot buy', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const orderId = numericId('Order', (await placeOrder()).id);
    const { productId } = addSizes(world, 'Secret', { S: 5 }, { status: 'DRAFT' });
    expect(await exchangeChoices(ctx, { orderId, productId })).toBeNull();
    expect(await exchangeChoices(ctx, { orderId, productId: '999' })).toBeNull();
    expect((await findExchanges(ctx, { orderId, words: '', after: null })).products).toEqual([]);
  });

  it('is read once for everybody who looks within a minute, and anew after that', async () => {
    const count = counted();
    const { ctx, world, placeOrder, pass } = await stage.open(count.through);
    const orderId = numericId('Order', (await placeOrder()).id);
    const { productId } = addSizes(world, 'Shirt', { S: 2 });
    await Promise.all([exchangeChoices(ctx, { orderId, productId }), exchangeChoices(ctx, { orderId, productId })]);
    const once = count.asked();
    await exchangeChoices(ctx, { orderId, productId });
    expect(count.asked()).toBe(once);
    pass(2);
    await exchangeChoices(ctx, { orderId, productId });
    expect(count.asked()).toBe(2 * once);
  });
});

describe('other products', () => {
  it('are found by the beginnings of their words, a few at a time, cheapest form first and none that is sold out', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const orderId = numericId('Order', (await placeOrder()).id);
    for (let at = 10; at < 24; at += 1) addSizes(world, `Cup ${at}`, { S: 1 }, { price: `${at}.00` });
    addSizes(world, 'Cup gone', { S: 0 });
    addVariant(world, { price: '3.00' }, 'Bowl');
    const first = await findExchanges(ctx, { orderId, words: 'cu', after: null });
    expect(first.products).toHaveLength(12);
    expect(first.products[0]).toMatchObject({ title: 'Cup 10', from: 1000, currency: 'EUR' });
    const rest = await findExchanges(ctx, { orderId, words: 'cu', after: first.next });
    expect(rest).toMatchObject({ next: null, products: [{ title: 'Cup 22' }, { title: 'Cup 23' }] });
    expect((await findExchanges(ctx, { orderId, words: 'BOWL', after: null })).products).toMatchObject([{ title: 'Bowl', from: 300 }]);
  });

  it('are found by words alone: what looks like a search of Shopify’s is words too', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const orderId = numericId('Order', (await placeOrder()).id);
    addSizes(world, 'Secret', { S: 1 }, { status: 'DRAFT' });
    addSizes(world, 'Shirt', { S: 1 });
    for (const words of ['status:draft', 'shirt OR status:draft', '") OR ("', 'nothing* OR *']) expect((await findExchanges(ctx, { orderId, words, after: null })).products.map(({ title }) => title)).not.toContain('Secret');
  });
});

describe('what was chosen', () => {
  it('is asked for anew when it is confirmed: sold meanwhile, too few, or of another shop', async () => {
    const { ctx, world, placeOrder } = await stage.open();
    const orderId = numericId('Order', (await placeOrder()).id);
    const { productId, sizes } = addSizes(world, 'Shirt', { S: 2 });
    const chosen = variantId(sizes[0]);
    await exchangeChoices(ctx, { orderId, productId });
    expect(await exchangesStillThere(ctx, [{ variantId: chosen, quantity: 2 }])).toEqual([]);
    expect(await exchangesStillThere(ctx, [{ variantId: chosen, quantity: 2 }, { variantId: chosen, quantity: 1 }])).toEqual([{ variantId: chosen, problem: 'not_enough', left: 2 }]);
    world.change((change) => moveStock(change, sizes[0]?.id ?? '', firstLocation(world).id, { available: -2, committed: 2 }));
    expect(await exchangesStillThere(ctx, [{ variantId: chosen, quantity: 1 }])).toEqual([{ variantId: chosen, problem: 'sold_out', left: 0 }]);
    const other = await stage.open();
    await other.placeOrder();
    expect(await exchangesStillThere(other.ctx, [{ variantId: chosen, quantity: 1 }])).toEqual([{ variantId: chosen, problem: 'unknown', left: 0 }]);
  });
});
