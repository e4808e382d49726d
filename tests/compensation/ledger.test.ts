import { randomUUID } from 'node:crypto';
import { expect, describe, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { giveRefund, giveStoreCredit } from '#app/modules/compensation/index.server.ts';
import { readStory } from '#app/modules/journal/index.server.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { oneCup, openLedgerStage } from './stage.ts';

const stage = await openLedgerStage();
const by = { goodwillLimit: 0, source: 'staff', actor: '1' } as const;

describe('the compensation ledger', () => {
  it('lets exactly one of fifty attempts at once give the same money, from portal, staff and jobs, in three processes', async () => {
    const shop = await stage.open();
    const [order, other] = [await shop.placeOrder(), await shop.placeOrder()];
    const [worth, otherWorth] = [await shop.worth(order), await shop.worth(other)];
    // The first job of a shop makes its line, for which all others wait: here they are to wait for the order alone.
    await shop.ctx.tx((tx) => giveRefund(tx, { ...by, ...oneCup(other), worth: otherWorth, requestKey: randomUUID(), at: new Date() }));
    const sources = ['portal', 'staff', 'job'] as const;
    const attempts = Array.from({ length: 50 }, async (_, at) => {
      const process = shop.processes[at % shop.processes.length] ?? shop.ctx;
      const begun = await process.tx((tx) => giveRefund(tx, { ...by, ...oneCup(order, 3), worth, source: sources[at % 3] ?? 'job', requestKey: randomUUID(), at: new Date() }));
      if (begun.state === 'begun') await shop.advance(begun.chainId, process);
      return begun;
    });
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter(({ state }) => state === 'begun')).toHaveLength(1);
    expect(outcomes.filter(({ state }) => state === 'refused')).toHaveLength(49);
    expect(outcomes.find(({ state }) => state === 'refused')).toMatchObject({ refusal: { of: 'line', left: 0 } });
    expect(await shop.states(order)).toEqual(['given']);
    expect(shop.refunded(order)).toBe(1);
  });

  it('takes one wish that is sent fifty times as one', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const worth = await shop.worth(order);
    const requestKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, at) => (shop.processes[at % 3] ?? shop.ctx).tx((tx) => giveRefund(tx, { ...by, ...oneCup(order), worth, requestKey, at: new Date() }))));
    expect(new Set(outcomes.map((outcome) => outcome.state === 'begun' && outcome.chainId)).size).toBe(1);
    await Promise.all([1, 2, 3].map((at) => shop.advance(outcomes[0]?.state === 'begun' ? outcomes[0].chainId : '', shop.processes[at % 3])));
    expect(await shop.states(order)).toEqual(['given']);
    expect(shop.refunded(order)).toBe(1);
  });

  it('counts what was refunded in Shopify’s own admin, told by the reading or by the mirror', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const before = await shop.worth(order);
    shop.pass(5);
    shop.world.change((change) => refundCreate(change, { orderId: order.id, refundLineItems: [{ lineItemId: order.lineItems[0]?.id ?? '', quantity: 2 }], transactions: [{ orderId: order.id, parentId: order.transactions[0]?.id, amount: '20.00', gateway: 'manual', kind: 'REFUND' }] }));
    const attempt = async (worth: typeof before, quantity: number) => shop.ctx.tx((tx) => giveRefund(tx, { ...by, ...oneCup(order, quantity), worth, requestKey: randomUUID(), at: new Date() }));
    expect(await attempt(await shop.worth(order), 2)).toMatchObject({ state: 'refused', refusal: { of: 'line', left: 1000 } });
    await shop.mirror(order);
    expect(await attempt(before, 2)).toMatchObject({ state: 'refused', refusal: { of: 'line', left: 1000 } });
    expect(await attempt(before, 1)).toMatchObject({ state: 'begun' });
    expect(await attempt(before, 1)).toMatchObject({ state: 'refused', refusal: { of: 'line', left: 0 } });
  });

  it('counts money given back in Shopify’s admin that was for no line', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    shop.world.change((change) => refundCreate(change, { orderId: order.id, transactions: [{ orderId: order.id, parentId: order.transactions[0]?.id, amount: '25.00', gateway: 'manual', kind: 'REFUND' }] }));
    const worth = await shop.worth(order);
    expect(await shop.ctx.tx((tx) => giveRefund(tx, { ...by, ...oneCup(order), worth, requestKey: randomUUID(), at: new Date() }))).toMatchObject({ state: 'refused', refusal: { of: 'order', left: 500 } });
  });

  it('gives goodwill up to its limit beyond what was paid, whichever comes first', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const worth = await shop.worth(order);
    const lineId = numericId('LineItem', order.lineItems[0]?.id ?? '');
    const goodwill = (amount: number) => shop.ctx.tx((tx) => giveStoreCredit(tx, { ...by, goodwillLimit: 500, worth, requestKey: randomUUID(), at: new Date(), input: { customerId: shop.customerId, currency: 'EUR', amount, expiresAt: null, notify: false }, wanted: [{ road: 'goodwill', amount, lines: [{ lineId, quantity: 0, amount }] }] }));
    expect(await goodwill(400)).toMatchObject({ state: 'begun' });
    const whole = await shop.ctx.tx((tx) => giveRefund(tx, { ...by, goodwillLimit: 500, ...oneCup(order, 3), worth, requestKey: randomUUID(), at: new Date() }));
    expect(whole).toMatchObject({ state: 'begun' });
    expect(await goodwill(101)).toMatchObject({ state: 'refused', refusal: { of: 'line', left: 100 } });
    expect(await goodwill(100)).toMatchObject({ state: 'begun' });
  });

  it('leaves nothing of a wish it refuses', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const worth = await shop.worth(order);
    await shop.ctx.tx((tx) => giveRefund(tx, { ...by, ...oneCup(order, 4), worth, requestKey: randomUUID(), at: new Date() }));
    expect(await shop.ctx.tx(async (tx) => [await tx.chains.count(), await tx.compensations.count(), await tx.journal.count({ where: { type: { startsWith: 'compensation.' } } })])).toEqual([0, 0, 0]);
  });

  it('tells the story of what was reserved and given', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const worth = await shop.worth(order);
    const begun = await shop.ctx.tx((tx) => giveRefund(tx, { ...by, ...oneCup(order), worth, requestKey: randomUUID(), at: shop.ctx.clock.now() }));
    if (begun.state === 'begun') await shop.advance(begun.chainId);
    const story = await shop.ctx.tx((tx) => readStory(tx, { orderId: worth.orderId }));
    expect(story.filter(({ type }) => type.startsWith('compensation.')).map(({ type, source, actor, data }) => ({ type, source, actor, data }))).toMatchObject([
      { type: 'compensation.reserved', source: 'staff', actor: '1', data: { road: 'refund', amount: { minor: 1000, currency: 'EUR' } } },
      { type: 'compensation.given', source: 'app', data: { road: 'refund', amount: { minor: 1000, currency: 'EUR' } } },
    ]);
  });
});
