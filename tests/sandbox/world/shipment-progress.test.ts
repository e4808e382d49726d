import { describe, expect, it } from 'vitest';
import { fulfillmentEventCreate, type FulfillmentEventInput } from '#sandbox/world/commands/fulfillment-event-create.ts';
import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { shipmentProgress } from '#sandbox/world/fulfillment-status.ts';
import { addOrder, only, openShop } from './shop-in-memory.ts';

type Scan = Omit<FulfillmentEventInput, 'fulfillmentId'>;

function after(scans: Scan[]) {
  const { world } = openShop();
  const order = addOrder(world, { fulfillmentStatus: 'FULFILLED' });
  const { id } = only(world.fulfillments.where('order', order.id));
  for (const scan of scans) world.change((change) => fulfillmentEventCreate(change, { ...scan, fulfillmentId: id }));
  const progress = () => shipmentProgress(only(world.fulfillments.where('order', order.id)), world.fulfillmentEvents.where('fulfillment', id));
  return { world, id, progress };
}

const day = (date: number, hour = 8) => `2026-11-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;

describe('the display status of a parcel', () => {
  it.each<[string, Scan[], ReturnType<typeof shipmentProgress>]>([
    ['is fulfilled without events', [], { displayStatus: 'FULFILLED', inTransitAt: null, deliveredAt: null, estimatedDeliveryAt: null }],
    [
      'is the label before anything moves',
      [{ status: 'LABEL_PRINTED', happenedAt: day(1) }],
      { displayStatus: 'LABEL_PRINTED', inTransitAt: null, deliveredAt: null, estimatedDeliveryAt: null },
    ],
    [
      'is the last scan, with the first movement as the start of the journey',
      [
        { status: 'IN_TRANSIT', happenedAt: day(2), estimatedDeliveryAt: day(5) },
        { status: 'OUT_FOR_DELIVERY', happenedAt: day(4) },
      ],
      { displayStatus: 'OUT_FOR_DELIVERY', inTransitAt: day(2), deliveredAt: null, estimatedDeliveryAt: day(5) },
    ],
    [
      'does not go back when an old scan is reported late',
      [
        { status: 'DELIVERED', happenedAt: day(4, 15) },
        { status: 'IN_TRANSIT', happenedAt: day(3) },
      ],
      { displayStatus: 'DELIVERED', inTransitAt: day(3), deliveredAt: day(4, 15), estimatedDeliveryAt: null },
    ],
    [
      'follows the newest promise',
      [
        { status: 'IN_TRANSIT', happenedAt: day(2), estimatedDeliveryAt: day(5) },
        { status: 'DELAYED', happenedAt: day(3), estimatedDeliveryAt: day(7) },
      ],
      { displayStatus: 'DELAYED', inTransitAt: day(2), deliveredAt: null, estimatedDeliveryAt: day(7) },
    ],
    [
      'can fail after an attempt',
      [
        { status: 'ATTEMPTED_DELIVERY', happenedAt: day(4) },
        { status: 'FAILURE', happenedAt: day(5) },
      ],
      { displayStatus: 'FAILURE', inTransitAt: day(4), deliveredAt: null, estimatedDeliveryAt: null },
    ],
  ])('%s', (_what, scans, expected) => {
    expect(after(scans).progress()).toEqual(expected);
  });

  it('is cancelled once the fulfillment is', () => {
    const { world, id, progress } = after([{ status: 'IN_TRANSIT', happenedAt: day(2) }]);
    world.change((change) => fulfillmentCancel(change, { id }));
    expect(progress().displayStatus).toBe('CANCELED');
  });
});
