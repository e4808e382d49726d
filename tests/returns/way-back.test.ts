import { beforeAll, describe, expect, it } from 'vitest';
import type { Scan } from '#app/modules/carriers/index.server.ts';
import { storeScans } from '#app/modules/parcels/sources/store-scans.server.ts';
import { noteParcelsBack, returnDetail } from '#app/modules/returns/index.server.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseDeliveryShippingUpdate } from '#sandbox/world/commands/reverse-delivery-shipping-update.ts';
import { approve, askForReturn, deliveredOrder, hear, idOf, openReturnsShop, told } from './stage.ts';

let shop: Awaited<ReturnType<typeof openReturnsShop>>;
beforeAll(async () => {
  shop = await openReturnsShop();
}, 120_000);

let numbers = 1_000;
const scan = (status: Scan['status'], hours: number): Scan => ({
  id: `ups:${status}`, source: 'ups', status, cause: null, code: null, message: 'Berlin', happenedAt: new Date(Date.now() + hours * 3_600_000), utcOffset: null, estimatedDeliveryAt: null,
  place: { city: 'Berlin', province: null, country: 'DE', zip: '10115' },
});

/** An open return with a parcel on its way back. */
async function sentBack() {
  const { ctx, world } = shop;
  const order = await deliveredOrder(ctx, world);
  const record = approve(world, askForReturn(world, order));
  const work = world.reverseFulfillmentOrders.where('return', record.id)[0];
  const number = `RT00000${(numbers += 1)}`;
  const made = world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: work?.id ?? '', reverseDeliveryLineItems: [], trackingInput: { number, url: null } }));
  await hear(ctx, world, 'returns/approve', record.id);
  const hearOf = async (...scans: Scan[]) => {
    const fresh = await ctx.tx((tx) => storeScans(tx, ctx.shop, [{ number, scans }], new Date()));
    await noteParcelsBack(ctx, { orderIds: [idOf(order)] });
    return fresh.size;
  };
  return { order, record, number, hearOf, delivery: made.reverseDelivery, view: async () => (await returnDetail(ctx, idOf(record))).view };
}

const jobs = async () => (await shop.app.database.pool.query<{ task: string }>('select task_identifier as task from graphile_worker.jobs')).rows.map(({ task }) => task);

describe('a parcel on its way back', () => {
  it('moves its return from the customer to the carrier and to the merchant, and is told in the story once', async () => {
    const { order, hearOf, view } = await sentBack();
    expect(await view()).toMatchObject({ next: 'send', deliveries: [{ standing: null }] });
    expect(await hearOf(scan('in_transit', 1))).toBe(1);
    expect(await view()).toMatchObject({ next: 'arrive', deliveries: [{ standing: { status: 'in_transit', place: 'Berlin' } }] });
    expect(await hearOf(scan('in_transit', 1))).toBe(0);
    await hearOf(scan('delivered', 30));
    expect(await view()).toMatchObject({ next: 'inspect', deliveries: [{ standing: { status: 'delivered' } }] });
    expect(await told(shop.ctx, order)).toEqual(['return.requested', 'return.approved', 'return.labelled', 'return.moved', 'return.arrived']);
    expect(await jobs()).toContain('parcels.back-moved');
  });

  it('is no parcel to the customer: it has no row, no line, no trouble and no news there', async () => {
    const { order, hearOf } = await sentBack();
    const held = () => shop.ctx.tx(async (tx) => [await tx.parcels.count(), await tx.scans.count(), await tx.troubles.count(), await tx.journal.count({ where: { order_id: idOf(order), type: { startsWith: 'shipment.' } } })]);
    const before = await held();
    await hearOf(scan('exception', 1), scan('delivered', 2));
    expect(await held()).toEqual(before);
    expect(await jobs()).not.toContain('parcels.news');
  });

  it('begins anew under another number, and is waited for no longer once its return is over', async () => {
    const { record, hearOf, view, delivery } = await sentBack();
    await hearOf(scan('in_transit', 1));
    shop.world.change((change) => reverseDeliveryShippingUpdate(change, { reverseDeliveryId: delivery?.id ?? '', trackingInput: { number: 'RT77777777', url: null } }));
    await hear(shop.ctx, shop.world, 'reverse_deliveries/attach_deliverable', delivery?.id ?? '');
    expect(await view()).toMatchObject({ next: 'send', deliveries: [{ number: 'RT77777777', standing: null }] });
    shop.world.change((change) => returnClose(change, { id: record.id }));
    await hear(shop.ctx, shop.world, 'returns/close', record.id);
    const [row] = await shop.ctx.tx((tx) => tx.parcels_back.findMany({ where: { id: idOf(delivery ?? record) } }));
    expect(row?.settled_at).not.toBeNull();
  });
});
