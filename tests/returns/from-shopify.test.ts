import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catchUpReturns, locateReturn, readReturns, returnTopics } from '#app/modules/returns/index.server.ts';
import { reconcileOrders } from '#app/modules/orders/index.server.ts';
import { OrderReturnsDocument } from '#app/platform/shopify/operations.generated.ts';
import { redactPerson } from '#app/modules/privacy/redact-person.server.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import { processAll } from '../sandbox/returns/returned-order.ts';
import { approve, askForReturn, deliveredOrder, hear, idOf, openReturnsShop, receiptOf, told } from './stage.ts';

type Shop = Awaited<ReturnType<typeof openReturnsShop>>;
let shop: Shop;
beforeAll(async () => {
  shop = await openReturnsShop();
}, 120_000);

const held = (record: { id: string }) => shop.ctx.tx((tx) => tx.returns.findFirst({ where: { id: idOf(record) } }));
const later = (seconds: number) => shop.stage.sandbox.clock.travelTo(new Date(shop.stage.sandbox.clock.now().getTime() + seconds * 1_000));

describe('a return that is begun and changed in Shopify', () => {
  it('is here with every step, from the request to the end', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    later(2);
    const record = askForReturn(world, order);
    await hear(ctx, world, 'returns/request', record.id);
    expect(await held(record)).toMatchObject({ name: record.name, status: 'requested', next_step: 'decide', imported: false });
    const [line] = await ctx.tx((tx) => tx.return_lines.findMany({ where: { return_id: idOf(record) } }));
    expect(line).toMatchObject({ quantity: 1, reason: 'too-small', customer_note: 'One size up would fit.', value: 1000n, order_line_id: idOf(order.lineItems[0] ?? order) });

    later(2);
    approve(world, record);
    await hear(ctx, world, 'returns/approve', record.id);
    expect(await held(record)).toMatchObject({ status: 'open', next_step: 'send' });

    const work = world.reverseFulfillmentOrders.where('return', record.id)[0];
    if (!work) throw new Error('no way back');
    const delivery = world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work.id, reverseDeliveryLineItems: [], trackingInput: { number: 'RT123', url: null } })).reverseDelivery;
    await hear(ctx, world, 'reverse_deliveries/attach_deliverable', delivery?.id ?? '');
    expect(await ctx.tx((tx) => tx.reverse_deliveries.findMany({ where: { return_id: idOf(record) } }))).toMatchObject([{ number: 'RT123' }]);

    const inside = work.lineItems[0];
    world.change((change) => reverseFulfillmentOrderDispose(change, { dispositionInputs: [{ reverseFulfillmentOrderLineItemId: inside?.id ?? '', quantity: 1, dispositionType: 'NOT_RESTOCKED' }] }));
    await hear(ctx, world, 'reverse_fulfillment_orders/dispose', work.id);
    expect(await held(record)).toMatchObject({ next_step: 'settle' });

    const open = world.returns.get(record.id);
    if (!open) throw new Error('no return');
    later(2);
    processAll(world, open);
    await hear(ctx, world, 'returns/process', record.id);
    expect(await held(record)).toMatchObject({ status: 'open', next_step: 'close', refund_ids: [expect.any(String)] });

    world.change((change) => returnClose(change, { id: record.id }));
    await hear(ctx, world, 'returns/close', record.id);
    expect(await held(record)).toMatchObject({ status: 'closed', next_step: 'done' });
    world.change((change) => returnReopen(change, { id: record.id }));
    await hear(ctx, world, 'returns/reopen', record.id);
    expect(await told(ctx, order)).toEqual([
      'return.requested', 'return.approved', 'return.labelled', 'return.received', 'return.processed', 'return.refunded', 'return.closed', 'return.reopened',
    ]);
  });

  it('keeps the reason it was declined for, and leaves cancelled ones without anybody to wait for', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const first = askForReturn(world, order);
    world.change((change) => returnDeclineRequest(change, { id: first.id, declineReason: 'FINAL_SALE', declineNote: 'It was on sale.' }));
    const second = approve(world, askForReturn(world, order));
    world.change((change) => returnCancel(change, { id: second.id }));
    await hear(ctx, world, 'returns/cancel', second.id);
    expect(await held(first)).toMatchObject({ status: 'declined', decline_reason: 'final_sale', decline_note: 'It was on sale.', next_step: 'done' });
    expect(await held(second)).toMatchObject({ status: 'canceled', next_step: 'done' });
    expect((await told(ctx, order)).toSorted()).toEqual(['return.approved', 'return.cancelled', 'return.declined', 'return.requested', 'return.requested']);
  });
});

describe('webhooks that come late, twice or not at all', () => {
  it('end where Shopify stands, and tell nothing twice', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = askForReturn(world, order);
    const early = receiptOf(world, 'returns/request', record.id);
    approve(world, record);
    world.change((change) => returnClose(change, { id: record.id }));
    const close = receiptOf(world, 'returns/close', record.id);
    for (const receipt of [close, early, close, early]) {
      await ctx.tx((tx) => returnTopics.apply(tx, ctx.shop, [receipt]));
      await readReturns(ctx);
    }
    expect(await held(record)).toMatchObject({ status: 'closed' });
    expect(await told(ctx, order)).toEqual(['return.requested', 'return.approved', 'return.closed']);
  });

  it('a first return that no webhook told of is found when orders are compared with Shopify', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    later(5);
    const record = askForReturn(world, order);
    await reconcileOrders(ctx);
    await catchUpReturns(ctx);
    await readReturns(ctx);
    expect(await held(record)).toMatchObject({ status: 'requested' });
  });

  it('what happened to a known return is found once its order moved on', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = askForReturn(world, order);
    await hear(ctx, world, 'returns/request', record.id);
    later(5);
    approve(world, record);
    await reconcileOrders(ctx);
    await catchUpReturns(ctx);
    await readReturns(ctx);
    expect(await held(record)).toMatchObject({ status: 'open' });
  });

  it('history is left alone while orders are imported, and read when they are all there', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = askForReturn(world, order);
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: idOf(order) }, data: { return_status: 'return_requested' } }));
    const pass = async () => {
      await catchUpReturns(ctx);
      await readReturns(ctx);
      return held(record);
    };
    const { id } = await ctx.tx((tx) => tx.imports.create({ data: { state: 'downloading' } }));
    expect(await pass()).toBeNull();
    await ctx.tx((tx) => tx.imports.updateMany({ where: { id }, data: { state: 'done' } }));
    expect(await pass()).toMatchObject({ status: 'requested' });
  });

  it('a part that names a return unknown here leads to its order', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = approve(world, askForReturn(world, order));
    const work = world.reverseFulfillmentOrders.where('return', record.id)[0];
    await locateReturn(ctx, { workId: idOf(work ?? record) });
    await readReturns(ctx);
    expect(await held(record)).toMatchObject({ status: 'open' });
  });
});

it('a reading costs less than the half of what Shopify allows one question', async () => {
  const { ctx, world } = shop;
  const order = await deliveredOrder(ctx, world);
  const send = globalThis.fetch;
  const costs: number[] = [];
  globalThis.fetch = async (...request) => {
    const answer = await send(...request);
    costs.push(z.object({ extensions: z.object({ cost: z.object({ requestedQueryCost: z.number() }) }) }).parse(await answer.clone().json()).extensions.cost.requestedQueryCost);
    return answer;
  };
  try {
    await ctx.admin.run(OrderReturnsDocument, { id: order.id, after: null });
  } finally {
    globalThis.fetch = send;
  }
  expect(costs).toEqual([expect.any(Number)]);
  expect(costs[0]).toBeLessThan(500);
});

describe('shops and people', () => {
  it('asks nothing of a shop that has not granted it', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = askForReturn(world, order);
    const ungranted = { ...ctx, shop: { ...ctx.shop, scopes: ['read_orders'] } };
    await hear(ungranted, world, 'returns/request', record.id);
    await catchUpReturns(ungranted);
    expect(await held(record)).toBeNull();
    await readReturns(ctx);
    expect(await held(record)).not.toBeNull();
  });

  it('keeps no words of a person who was taken out, also of what is told afterwards', async () => {
    const { ctx, world } = shop;
    const order = await deliveredOrder(ctx, world);
    const record = askForReturn(world, order);
    await hear(ctx, world, 'returns/request', record.id);
    await ctx.tx((tx) => redactPerson(tx, { customerId: '0', orderIds: [idOf(order)], contacts: [] }, new Date()));
    later(5);
    approve(world, record);
    await hear(ctx, world, 'returns/approve', record.id);
    expect(await held(record)).toMatchObject({ status: 'open' });
    expect(await ctx.tx((tx) => tx.return_lines.findMany({ where: { return_id: idOf(record) } }))).toMatchObject([{ reason: 'too-small', customer_note: null }]);
  });
});
