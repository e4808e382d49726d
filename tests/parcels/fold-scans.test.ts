import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelCauses, parcelStatuses, type Scan } from '#app/modules/carriers/index.server.ts';
import { foldScans } from '#app/modules/parcels/fold-scans.ts';
import { mergeScans } from '#app/modules/parcels/merge-scans.ts';
import { at, scan } from './scan.ts';

const now = at(200);
const state = (...scans: Scan[]) => {
  const { status, cause } = foldScans(scans, now);
  return cause === null ? status : `${status}/${cause}`;
};

describe('the state of a parcel', () => {
  it.each<[string, Scan[], string]>([
    ['nothing told yet is a label', [], 'pre_shipment'],
    ['a label made', [scan(0, 'pre_shipment')], 'pre_shipment'],
    ['moves', [scan(0, 'pre_shipment'), scan(5, 'in_transit')], 'in_transit'],
    ['a label printed after the first scan is no step back', [scan(5, 'in_transit'), scan(6, 'pre_shipment')], 'in_transit'],
    ['news that changes nothing', [scan(5, 'in_transit'), scan(6, null)], 'in_transit'],
    ['is on the van', [scan(5, 'in_transit'), scan(30, 'out_for_delivery')], 'out_for_delivery'],
    ['came back from the van', [scan(30, 'out_for_delivery'), scan(44, 'in_transit')], 'in_transit'],
    ['delivered stands against a late depot scan', [scan(30, 'delivered'), scan(31, 'in_transit')], 'delivered'],
    ['a handover tried again says the delivery was none', [scan(30, 'delivered'), scan(54, 'out_for_delivery')], 'out_for_delivery'],
    ['a handover scan within the hour is a clock that is off', [scan(30, 'delivered'), scan(30.5, 'out_for_delivery')], 'delivered'],
    ['an attempt stays through the depot', [scan(30, 'attempted', { cause: 'not_home' }), scan(34, 'in_transit')], 'attempted/not_home'],
    ['an attempt ends on the next van', [scan(30, 'attempted'), scan(34, 'in_transit'), scan(54, 'out_for_delivery')], 'out_for_delivery'],
    ['waits in a shop', [scan(30, 'ready_for_pickup'), scan(34, 'in_transit')], 'ready_for_pickup'],
    ['held by customs', [scan(5, 'exception', { cause: 'customs' })], 'exception/customs'],
    ['through customs', [scan(5, 'exception', { cause: 'customs' }), scan(40, 'in_transit')], 'in_transit'],
    ['lost and found', [scan(5, 'exception', { cause: 'lost' }), scan(90, 'in_transit')], 'in_transit'],
    ['delayed', [scan(5, 'in_transit'), scan(9, 'delayed', { cause: 'weather' })], 'delayed/weather'],
    ['delayed, then moving', [scan(9, 'delayed', { cause: 'weather' }), scan(20, 'in_transit')], 'in_transit'],
    ['on its way back whatever follows', [scan(9, 'exception', { cause: 'returned_to_sender' }), scan(30, 'in_transit'), scan(50, 'out_for_delivery')], 'exception/returned_to_sender'],
    ['back where it came from is not delivered', [scan(9, 'exception', { cause: 'returned_to_sender' }), scan(80, 'delivered')], 'exception/returned_to_sender'],
    ['refused after a delivery scan', [scan(9, 'delivered'), scan(10, 'exception', { cause: 'refused' })], 'exception/refused'],
    ['refused, then delivered after all', [scan(9, 'exception', { cause: 'refused' }), scan(30, 'delivered')], 'delivered'],
    ['the label was withdrawn', [scan(0, 'pre_shipment'), scan(1, 'exception', { cause: 'label_voided' })], 'exception/label_voided'],
  ])('%s', (_, scans, expected) => {
    expect(state(...scans)).toBe(expected);
    expect(state(...scans.toReversed())).toBe(expected);
  });

  it('is expired after 30 days without news, unless it arrived', () => {
    const later = at(31 * 24);
    expect(foldScans([scan(0, 'in_transit')], later)).toMatchObject({ status: 'expired', since: at(30 * 24) });
    expect(foldScans([scan(0, 'delivered')], later).status).toBe('delivered');
  });

  it('counts an attempt told by two sources and repeated within hours once', () => {
    const scans = [scan(30, 'attempted'), scan(30.5, 'attempted', { source: 'shopify' }), scan(31, 'attempted'), scan(54, 'attempted')];
    expect(foldScans(scans, now).attempts).toBe(2);
  });

  it('knows its first and last scan, its last place and the last date told', () => {
    const folded = foldScans([scan(0, 'pre_shipment', { estimatedDeliveryAt: at(100) }), scan(5, 'in_transit', { city: 'Leipzig' }), scan(9, 'in_transit', { source: 'shopify', estimatedDeliveryAt: at(120) })], now);
    expect(folded).toMatchObject({ firstScanAt: at(5), lastScanAt: at(9), lastPlace: 'Leipzig', lastCountry: 'DE', told: { at: at(120), source: 'shopify' } });
  });

  const anyScan = fc
    .record({
      hours: fc.integer({ min: 0, max: 190 }),
      status: fc.constantFrom(null, ...parcelStatuses.filter((status) => status !== 'expired')),
      cause: fc.constantFrom(null, ...parcelCauses),
      source: fc.constantFrom('ups', 'shopify', '17track'),
      city: fc.constantFrom(undefined, 'Leipzig', 'Köln'),
    })
    .map(({ hours, status, ...part }) => scan(hours, status, part));

  it('does not depend on the order in which scans are told, nor on repeats', () => {
    fc.assert(
      fc.property(fc.array(anyScan, { maxLength: 12 }), fc.func(fc.integer()), (scans, shuffle) => {
        const shuffled = [...scans, ...scans.slice(0, 3)].sort((left, right) => shuffle(left.id) - shuffle(right.id));
        const unique = [...new Map(shuffled.map((one) => [one.id, one])).values()];
        const known = [...new Map(scans.map((one) => [one.id, one])).values()];
        expect(foldScans(unique.map((one) => known.find(({ id }) => id === one.id) ?? one), now)).toEqual(foldScans(known, now));
      }),
    );
  });

  it('never says delivered of what is on its way back', () => {
    fc.assert(
      fc.property(fc.array(anyScan, { maxLength: 12 }), (scans) => {
        const { goingBack, status, deliveredAt } = foldScans(scans, now);
        if (goingBack) expect([status, deliveredAt]).toEqual(['exception', null]);
        expect(status === 'delivered').toBe(deliveredAt !== null);
      }),
    );
  });
});

describe('scans of several sources', () => {
  it('tell one scan once, in the words of the one who knows more', () => {
    const told = mergeScans([scan(5, 'in_transit', { source: 'shopify' }), scan(5.5, 'in_transit', { source: '17track', city: 'Leipzig' })]);
    expect(told.map(({ source }) => source)).toEqual(['17track']);
  });

  it('stay apart in different places, hours apart, or from one source', () => {
    const apart = [scan(5, 'in_transit', { source: 'shopify', city: 'Köln' }), scan(5.2, 'in_transit', { city: 'Leipzig' }), scan(8, 'in_transit', { source: 'shopify' }), scan(5.1, 'in_transit', { city: 'Leipzig' })];
    expect(mergeScans(apart)).toHaveLength(4);
  });
});
