import type { OrderParcels, ParcelRow, ParcelStory, TroubleRow } from '#app/modules/parcels/index.server.ts';

/** A parcel from Newark that has not been scanned since Leipzig, and missed its day. */
export const parcelStory = (part: Partial<ParcelStory> = {}): ParcelStory => ({
  shipmentId: '1', orderId: '5001', fulfillmentId: '91', number: '1Z9999999999999999', method: 'carrier', carrier: 'ups', carrierName: 'UPS', url: 'https://carrier.example/1Z9999999999999999',
  numberDoubt: null, status: 'in_transit', cause: null, since: new Date('2026-11-16T10:00:00Z'), attempts: 0, goingBack: false, destination: { country: 'DE', province: null }, placedAt: new Date('2026-11-12T10:00:00Z'),
  shippedAt: new Date('2026-11-13T10:00:00Z'), firstScanAt: new Date('2026-11-13T18:00:00Z'), lastScanAt: new Date('2026-11-16T10:00:00Z'), deliveredAt: null, returnedAt: null,
  promise: { from: '2026-11-23', to: '2026-11-24', source: 'learned' }, missedTo: '2026-11-19', firstPromisedTo: '2026-11-19', slips: 1,
  troubles: [{ id: '11', kind: 'silent', cause: null, since: new Date('2026-11-19T10:00:00Z') }],
  scans: [
    { id: 's1', source: 'shopify', status: 'in_transit', cause: null, code: null, message: 'Departed the hub', happenedAt: new Date('2026-11-16T10:00:00Z'), utcOffset: null, estimatedDeliveryAt: null, place: { city: 'Leipzig', province: null, country: 'DE', zip: null } },
  ],
  withdrawn: false,
  ...part,
});

export const troubleRow = (part: Partial<TroubleRow> = {}): TroubleRow => ({
  id: '11', orderId: '5001', orderName: '#1001', recipient: 'Ada Fairbanks-Montgomery', kind: 'silent', cause: null, carrier: 'ups', origin: 'DE', destination: 'FR', hub: 'Leipzig',
  evidence: { lastScanAt: '2026-11-16T10:00:00.000Z', place: 'Leipzig', country: 'DE', limitHours: 58, samples: 210, lane: 'ups/*/DE/FR' },
  since: new Date('2026-11-19T10:00:00Z'), changedAt: new Date('2026-11-19T10:00:00Z'), imported: false, mark: null, closed: null,
  parcel: { shipmentId: '1', number: '1Z9999999999999999', status: 'in_transit', lastScanAt: new Date('2026-11-16T10:00:00Z'), promisedTo: '2026-11-24', missedTo: '2026-11-19' },
  ...part,
});

export const parcelRow = (part: Partial<ParcelRow> = {}): ParcelRow => ({
  shipmentId: '1', orderId: '5001', orderName: '#1001', recipient: 'Ada Fairbanks-Montgomery', number: '1Z9999999999999999', company: 'UPS', carrier: 'ups', origin: 'DE', destination: 'FR',
  status: 'delivered', cause: null, shippedAt: new Date('2026-11-13T10:00:00Z'), lastScanAt: new Date('2026-11-20T10:00:00Z'), deliveredAt: new Date('2026-11-20T10:00:00Z'), promise: null,
  missedTo: '2026-11-19', numberDoubt: null, troubles: [],
  ...part,
});

export const orderParcels: OrderParcels = { stories: [parcelStory()], troubles: [troubleRow()], carriers: { ups: 'UPS' } };
