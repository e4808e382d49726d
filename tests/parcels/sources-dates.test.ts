import { describe, expect, it } from 'vitest';
import { readCarrierAnswer } from '../../app/modules/carriers/index.server.ts';
import { readSourceAnswer } from '../../app/modules/parcels/sources/read-source-answer.ts';
import { dayOfNumber } from '../../app/modules/promises/calendar-day.ts';
import { toldDay } from '../../app/modules/promises/told-day.ts';
import { readWebhookCheckpoint } from '../../app/modules/orders/read-webhook-fulfillment.ts';
import { checkpointShape } from '../../app/modules/orders/webhook-shapes.ts';
import { aftershipPush, seventeenTrackAnswer, seventeenTrackEvent } from './sources-fixtures.ts';

const zones = ['Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin', 'Europe/London'];
const dayIn = (zone: string, at: Date | null | undefined) => at && dayOfNumber(toldDay(at, zone));

describe.each(zones)('to a customer in %s', (zone) => {
  it.each([
    '2026-11-24', '2026-11-24T00:00:00', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00-05:00', '2026-11-24T00:00:00+08:00', '2026-11-24 00:00:00.000+0800',
    '2026-11-24T23:59:59-05:00', '2026-11-24T23:59:59Z', '2026-11-24T23:59:59.999+09:00', '2026-11-24T23:59+01:00',
  ])('the date written %j stays November 24', (written) => {
    const [aftership] = readSourceAnswer('aftership', aftershipPush('1', {}, { courier_estimated_delivery_date: { estimated_delivery_date: written } }));
    const [seventeen] = readSourceAnswer('17track', seventeenTrackAnswer('1Z1', [seventeenTrackEvent()], { time_metrics: { estimated_delivery_date: { to: written } } }));
    expect(dayIn(zone, aftership?.estimatedDeliveryAt)).toBe('2026-11-24');
    expect(dayIn(zone, seventeen?.estimatedDeliveryAt)).toBe('2026-11-24');
  });

  it.each(['20261124', '2026-11-24'])('the date a carrier itself writes as %j stays November 24', (written) => {
    const ups = { trackResponse: { shipment: [{ package: [{ trackingNumber: '1Z1', deliveryDate: [{ type: 'SDD', date: written }], activity: [{ date: '20261120', time: '101500', status: { type: 'I', code: 'AR', description: 'Arrived at Facility' } }] }] }] } };
    expect(dayIn(zone, readCarrierAnswer('ups', ups).scans.at(-1)?.estimatedDeliveryAt)).toBe('2026-11-24');
  });
});

describe.each(zones)('to a customer in %s of a shop in New York', (zone) => {
  const scan = { id: 1, fulfillment_id: 2, order_id: 3, status: 'in_transit', happened_at: '2026-11-20T10:00:00-05:00' };
  const dayOf = (written: string) => dayOfNumber(toldDay(new Date(written), zone, 'America/New_York'));

  it.each(['2026-11-24', '2026-11-24T00:00:00-05:00', '2026-11-24T23:59:59-05:00', '2026-11-24T00:00:00Z'])('the day that a webhook writes as %j stays November 24', (written) => {
    const { facts } = readWebhookCheckpoint(checkpointShape.parse({ ...scan, estimated_delivery_at: written }));
    expect(dayOf(facts.estimated_delivery_at ?? '')).toBe('2026-11-24');
  });

  it.each(['2026-11-24T05:00:00Z', '2026-11-25T04:59:59Z', '2026-11-24T00:00:00Z'])('and so does the same day in a reading, which knows no clock but UTC’s: %j', (written) => {
    expect(dayOf(written)).toBe('2026-11-24');
  });
});

it('an hour that is named is a moment, and the customer’s clock says on which day it falls', () => {
  const [news] = readSourceAnswer('aftership', aftershipPush('1', {}, { courier_estimated_delivery_date: { estimated_delivery_date: '2026-11-24T20:00:00-05:00' } }));
  expect(dayIn('America/New_York', news?.estimatedDeliveryAt)).toBe('2026-11-24');
  expect(dayIn('Pacific/Auckland', news?.estimatedDeliveryAt)).toBe('2026-11-25');
});
