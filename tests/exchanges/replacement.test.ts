import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { roomLeft } from '#app/modules/compensation/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import { approveReplacement, exchangeCard, returnDetail, sendReplacement } from '#app/modules/returns/index.server.ts';
import { processReturn } from '#app/modules/returns/money/process-return.server.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { moveStock } from '#sandbox/world/stock.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { playOf, promise } from '../returns-requests/stage.ts';
import { firstLocation, only, openWork } from '../sandbox/world/shop-in-memory.ts';
import { addSizes } from './stage.ts';

const stage = await openLedgerStage();

/** A shirt of 20.00 that broke, and is under warranty. */
async function play({ left = 3 } = {}) {
  const shop = await stage.open(undefined, ['write_returns']);
  await promise(shop.ctx, {});
  const [shirt] = addSizes(shop.world, 'Shirt', { M: left }, { price: '20.00' }).sizes;
  const order = await shop.placeOrder({ lineItems: [{ variantId: shirt?.id ?? '', quantity: 1 }] });
  await fetchOrder(shop.known, { orderId: numericId('Order', order.id) });
  const at = playOf(shop, order);
  const lines = [at.wish({ outcome: 'warranty', note: 'The seam came off.' })];
  const answer = await at.submit(lines, (await at.plan(lines)).shown);
  if (answer.is !== 'made') throw new Error(JSON.stringify(answer));
  const newest = () => at.returns().at(-1);
  const returnId = () => numericId('Return', newest()?.id ?? '');
  return {
    ...shop,
    ...at,
    order,
    shirt,
    newest,
    returnId,
    card: async () => exchangeCard(shop.ctx, (await returnDetail(shop.ctx, returnId())).view),
    approve: () => approveReplacement(shop.ctx, { returnId: returnId(), by: null }),
    send: (key = randomUUID()) => sendReplacement(shop.ctx, { returnId: returnId(), key, by: null }),
    ledger: () => shop.ctx.tx(async (tx) => (await tx.compensations.findMany()).map(({ road, state, amount }) => `${road} ${state} ${amount}`)),
  };
}

describe('goods under warranty', () => {
  it('are replaced for nothing once a person approves and sends: nobody owes or gets anything', async () => {
    const { approve, send, newest, card, world, order, ledger } = await play();
    expect(newest()).toMatchObject({ status: 'REQUESTED', exchangeLineItems: [] });
    expect(await card()).toMatchObject({ replacement: 'approve', lines: [] });
    expect(await approve()).toEqual({ is: 'done' });
    expect(newest()).toMatchObject({ status: 'OPEN', exchangeLineItems: [{ quantity: 1, discount: { value: { percentage: 100 } } }] });
    expect(await card()).toMatchObject({ replacement: 'send', sendNow: null, lines: [{ sent: 0 }] });
    const key = randomUUID();
    expect(await Promise.all([send(key), send(key)])).toContainEqual({ is: 'done' });
    expect(await send(key)).toEqual({ is: 'done' });
    expect(newest()).toMatchObject({ exchangeLineItems: [{ processedQuantity: 1 }], lineItems: [{ processedQuantity: 0 }] });
    expect(openWork(world, order)).toMatchObject({ status: 'OPEN', holds: [] });
    expect(world.refunds.where('order', order.id)).toEqual([]);
    expect(await ledger()).toEqual(['reship given 2000']);
    expect(await card()).toMatchObject({ owed: null, replacement: null, lines: [{ sent: 1 }] });
  });

  it('are not refunded as well: the ledger counts the replacement', async () => {
    const { ctx, approve, send, newest } = await play();
    await approve();
    await send();
    const record = newest();
    const begun = await processReturn(ctx, {
      returnId: record?.id ?? '', currency: 'EUR', to: 'original', units: [{ id: only(record?.lineItems ?? []).id, quantity: 1 }], exchanges: [], shipping: null, duties: [], dispositions: [], creditExpiresAt: null,
      notify: false, shown: { refund: 2_000, owed: 0 }, bonus: null, goodwillLimit: 0, requestKey: randomUUID(), source: 'staff', actor: null,
    });
    expect(begun).toMatchObject({ state: 'refused', refusal: { of: 'line', left: 0 } });
  });

  it('are owed also where some money went back before, and nothing is left to refund then', async () => {
    const { approve, send, world, order, ledger, mirror, ctx, worth } = await play();
    world.change((change) => refundCreate(change, { orderId: order.id, transactions: [{ orderId: order.id, parentId: order.transactions[0]?.id, amount: '5.00', gateway: 'manual', kind: 'REFUND' }] }));
    await mirror(order);
    await approve();
    expect(await send()).toEqual({ is: 'done' });
    expect(await ledger()).toEqual(['reship given 1500']);
    const left = await worth(order);
    expect(await ctx.tx((tx) => roomLeft(tx, left, 0))).toEqual({ order: { plain: 0, all: 0 }, lines: new Map(left.lines.map(({ lineId }) => [lineId, { plain: 0, all: 0 }])) });
  });

  it('are not promised where they are not there, nor sent twice', async () => {
    const gone = await play();
    gone.world.change((change) => moveStock(change, gone.shirt?.id ?? '', firstLocation(gone.world).id, { available: -9, committed: 9 }));
    expect(await gone.approve()).toEqual({ is: 'sold_out' });
    expect(gone.newest()).toMatchObject({ status: 'REQUESTED' });
    const { approve, send, ledger } = await play();
    await approve();
    await send();
    expect(await send()).toEqual({ is: 'moved', now: null });
    expect(await ledger()).toEqual(['reship given 2000']);
  });
});
