import type { MoneyPair } from '#app/kernel/money.ts';
import type { HomeOverview } from '#app/modules/home/views.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { OrderRow, OrderStory } from '#app/modules/orders/views.ts';
import type { MessageDetail } from '#app/modules/outbox/index.server.ts';

/** An order in dollars whose customer saw euros. */
export const pair = (minor: number, presentment = Math.round(minor * 0.9)): MoneyPair => ({
  shop: { minor, currency: 'USD' },
  presentment: { minor: presentment, currency: 'EUR' },
});
export const dollars = (minor: number): MoneyPair => ({ shop: { minor, currency: 'USD' }, presentment: { minor, currency: 'USD' } });

export const orderRow = (part: Partial<OrderRow> = {}): OrderRow => ({
  id: '5001',
  name: '#1001',
  processedAt: new Date('2026-11-20T03:30:00Z'),
  customerName: 'Ada Fairbanks-Montgomery',
  email: 'ada@example.com',
  financialStatus: 'paid',
  fulfillmentStatus: 'partially_fulfilled',
  deliveryStatus: 'in_transit',
  cancelledAt: null,
  test: false,
  tags: [],
  itemCount: 3,
  total: dollars(12_345),
  attention: [],
  ...part,
});

const shared = { version: 1, recordedAt: new Date('2026-11-20T10:00:00Z'), orderId: '5001', customerId: '7001', source: 'shopify', actor: null } as const;
const scan = { imported: false, checkpointId: 'c1', fulfillmentId: '91', city: 'Newark', country: 'US' };

/** One entry of every type the journal knows. */
export const everyEntry: { [Type in JournalEntry['type']]: Extract<JournalEntry, { type: Type }> } = {
  'order.placed': { ...shared, id: '1', type: 'order.placed', happenedAt: new Date('2026-11-18T15:00:00Z'), data: { imported: false, total: pair(12_345), items: 3 } },
  'order.edited': { ...shared, id: '2', type: 'order.edited', happenedAt: new Date('2026-11-18T16:00:00Z'), data: { imported: false, added: 1, removed: 2 } },
  'order.cancelled': { ...shared, id: '3', type: 'order.cancelled', happenedAt: new Date('2026-11-18T17:00:00Z'), data: { imported: false, reason: 'customer' } },
  'order.deleted': { ...shared, id: '4', type: 'order.deleted', happenedAt: new Date('2026-11-18T18:00:00Z'), data: {} },
  'order.payment': { ...shared, id: '5', type: 'order.payment', happenedAt: new Date('2026-11-18T19:00:00Z'), data: { imported: false, from: 'pending', to: 'paid' } },
  'order.return': { ...shared, id: '6', type: 'order.return', happenedAt: new Date('2026-11-18T20:00:00Z'), data: { imported: false, from: null, to: 'return_requested' } },
  'fulfillment.created': {
    ...shared,
    id: '7',
    type: 'fulfillment.created',
    happenedAt: new Date('2026-11-19T15:00:00Z'),
    data: { imported: false, fulfillmentId: '91', name: '#1001-F1', items: 2, carrier: 'UPS', numbers: ['1Z999'] },
  },
  'fulfillment.cancelled': {
    ...shared,
    id: '8',
    type: 'fulfillment.cancelled',
    happenedAt: new Date('2026-11-19T16:00:00Z'),
    data: { imported: false, fulfillmentId: '91', name: '#1001-F1' },
  },
  'shipment.added': {
    ...shared,
    id: '9',
    type: 'shipment.added',
    happenedAt: new Date('2026-11-19T17:00:00Z'),
    data: { imported: false, fulfillmentId: '91', number: '1Z999', carrier: 'UPS' },
  },
  'shipment.removed': {
    ...shared,
    id: '10',
    type: 'shipment.removed',
    happenedAt: new Date('2026-11-19T18:00:00Z'),
    data: { imported: false, fulfillmentId: '91', number: '1Z998', carrier: 'UPS' },
  },
  'shipment.scanned': {
    ...shared,
    id: '11',
    type: 'shipment.scanned',
    happenedAt: new Date('2026-11-20T04:30:00Z'),
    data: { ...scan, status: 'in_transit', message: 'Departed the hub' },
  },
  'shipment.delivered': { ...shared, id: '12', type: 'shipment.delivered', happenedAt: new Date('2026-11-21T09:00:00Z'), data: { ...scan, status: 'delivered', message: null } },
  'shipment.exception': { ...shared, id: '13', type: 'shipment.exception', happenedAt: new Date('2026-11-21T10:00:00Z'), data: { ...scan, status: 'failure', message: null } },
  'refund.created': {
    ...shared,
    id: '14',
    type: 'refund.created',
    happenedAt: new Date('2026-11-21T11:00:00Z'),
    data: { imported: false, refundId: '31', amount: pair(2_000), note: 'Cup arrived chipped' },
  },
  'message.sent': {
    ...shared,
    id: '15',
    type: 'message.sent',
    happenedAt: new Date('2026-11-21T11:10:00Z'),
    data: { messageId: '1', channel: 'email', kind: 'outbox.test', reason: 'You asked for a test' },
  },
  'message.failed': {
    ...shared,
    id: '16',
    type: 'message.failed',
    happenedAt: new Date('2026-11-21T11:20:00Z'),
    data: { messageId: '2', channel: 'sms', kind: 'outbox.test', reason: 'You asked for a test', outcome: 'No such number' },
  },
  'message.unknown': {
    ...shared,
    id: '17',
    type: 'message.unknown',
    happenedAt: new Date('2026-11-21T11:30:00Z'),
    data: { messageId: '3', channel: 'email', kind: 'outbox.test', reason: 'You asked for a test' },
  },
  'promise.made': {
    ...shared, id: '18', type: 'promise.made', happenedAt: new Date('2026-11-21T11:31:00Z'),
    data: { shipmentId: '1', from: '2026-11-23', to: '2026-11-25', source: 'learned', previousTo: '2026-11-22', reason: 'silent' },
  },
  'promise.shown': {
    ...shared, id: '19', type: 'promise.shown', happenedAt: new Date('2026-11-21T11:32:00Z'),
    data: { shipmentId: '1', from: '2026-11-23', to: '2026-11-25', source: 'learned', where: 'page' },
  },
  'promise.missed': { ...shared, id: '20', type: 'promise.missed', happenedAt: new Date('2026-11-21T11:33:00Z'), data: { shipmentId: '1', to: '2026-11-22' } },
  'trouble.opened': {
    ...shared, id: '21', type: 'trouble.opened', happenedAt: new Date('2026-11-21T11:34:00Z'),
    data: { imported: false, troubleId: '1', shipmentId: '1', kind: 'silent', cause: null, evidence: { hours: 80, limit: 60 } },
  },
  'trouble.closed': { ...shared, id: '22', type: 'trouble.closed', happenedAt: new Date('2026-11-21T11:35:00Z'), data: { troubleId: '1', shipmentId: '1', kind: 'silent', cause: null, outcome: 'recovered' } },
  'trouble.marked': {
    ...shared, id: '23', type: 'trouble.marked', happenedAt: new Date('2026-11-21T11:36:00Z'),
    data: { troubleId: '1', shipmentId: '1', kind: 'exception', cause: 'damaged', mark: 'dismissed', reason: 'Sent again' },
  },
  'problem.reported': {
    ...shared, id: '24', type: 'problem.reported', happenedAt: new Date('2026-11-21T11:37:00Z'),
    data: { reportId: 'r1', shipmentId: '1', kind: 'damaged', items: 1, photos: 2, words: 'The cup is chipped' },
  },
  'problem.closed': { ...shared, id: '25', type: 'problem.closed', happenedAt: new Date('2026-11-21T11:38:00Z'), data: { reportId: 'r1', kind: 'damaged' } },
  'problem.reopened': { ...shared, id: '26', type: 'problem.reopened', happenedAt: new Date('2026-11-21T11:38:30Z'), data: { reportId: 'r1', kind: 'damaged' } },
};

export const orderStory: OrderStory = {
  order: {
    id: '5001',
    name: '#1001',
    processedAt: new Date('2026-11-18T15:00:00Z'),
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    financialStatus: 'partially_refunded',
    fulfillmentStatus: 'partially_fulfilled',
    returnStatus: null,
    taxesIncluded: true,
    test: false,
    money: {
      subtotal: pair(11_000),
      discounts: pair(1_000),
      shipping: pair(845),
      tax: pair(1_500),
      duties: pair(0),
      tip: pair(0),
      total: pair(12_345),
      refunded: pair(2_000),
    },
    confirmationNumber: 'ABC123',
    email: 'ada@example.com',
    phone: null,
    customerLocale: 'de',
    sourceName: 'web',
    tags: ['gift', 'vip'],
    note: 'Please leave it with the neighbour on the second floor, she is at home until six.',
    shippingAddress: { name: 'Ada Fairbanks', address1: 'Hauptstr. 1', address2: null, city: 'Berlin', province: null, provinceCode: null, zip: '10115', countryCode: 'DE', phone: '+4930123456' },
    statusPageUrl: null,
    imported: false,
    attention: ['late'],
  },
  customer: {
    id: '7001',
    name: 'Ada Fairbanks',
    locale: 'de',
    tags: ['wholesale'],
    ordersCount: 4,
    amountSpent: { minor: 54_321, currency: 'USD' },
    contacts: [
      { kind: 'email', value: 'ada@example.com', source: 'customer' },
      { kind: 'phone', value: '+4930123456', source: 'order' },
    ],
    earlierOrders: { count: 1, newest: [{ id: '4999', name: '#999', processedAt: new Date('2025-03-02T10:00:00Z'), total: dollars(4_200), fulfillmentStatus: 'fulfilled' }] },
  },
  lines: [
    {
      id: 'l1',
      title: 'Stoneware mug with a rather long name that has to wrap on a phone',
      variantTitle: 'Moss',
      sku: 'MUG-MOSS',
      imageUrl: null,
      quantity: 2,
      currentQuantity: 2,
      unfulfilledQuantity: 1,
      requiresShipping: true,
      unitPrice: pair(4_000),
      discount: pair(1_000),
    },
    { id: 'l2', title: 'Tea towel', variantTitle: null, sku: null, imageUrl: null, quantity: 1, currentQuantity: 0, unfulfilledQuantity: 0, requiresShipping: true, unitPrice: pair(3_000), discount: pair(0) },
  ],
  parcels: [
    {
      id: 'p1',
      fulfillmentId: '91',
      fulfillmentName: '#1001-F1',
      carrier: 'UPS',
      number: '1Z9999999999999999',
      url: 'https://carrier.example/1Z9999999999999999',
      status: 'in_transit',
      shippedAt: new Date('2026-11-19T15:00:00Z'),
      inTransitAt: new Date('2026-11-20T04:30:00Z'),
      deliveredAt: null,
      estimatedDeliveryAt: new Date('2026-11-22T15:00:00Z'),
      cancelled: false,
      removedAt: null,
      lines: [{ lineId: 'l1', title: 'Stoneware mug', variantTitle: 'Moss', imageUrl: null, quantity: 1 }],
      checkpoints: [{ id: 'c1', status: 'in_transit', message: 'Departed the hub', happenedAt: new Date('2026-11-20T04:30:00Z'), city: 'Newark', province: 'NJ', country: 'US' }],
    },
  ],
  refunds: [{ id: '31', createdAt: new Date('2026-11-21T11:00:00Z'), note: 'Cup arrived chipped', amount: pair(2_000), lines: [] }],
  timeline: Object.values(everyEntry),
};

export const homeOverview: HomeOverview = {
  access: 'ok',
  figures: { total: 1_284, open: 17, inTransit: 42, attention: 2 },
  attention: [
    { id: '5001', name: '#1001', processedAt: new Date('2026-11-18T15:00:00Z'), customerName: 'Ada Fairbanks', reasons: ['late', 'no_scan'], since: new Date('2026-11-20T15:00:00Z') },
    { id: '5002', name: '#1002', processedAt: new Date('2026-11-18T15:00:00Z'), customerName: null, reasons: ['unfulfilled'], since: new Date('2026-11-21T02:00:00Z') },
  ],
  history: {
    id: '1',
    state: 'downloading',
    part: 'orders',
    ordersTotal: 4_000,
    ordersSeen: 1_100,
    ordersApplied: 1_000,
    startedAt: new Date('2026-11-21T11:50:00Z'),
    finishedAt: null,
    failure: null,
  },
  waitingDataRequests: 1,
  setup: { dismissed: false, historyImported: false, trackingPageOpened: true, senderTested: false },
};

export const message: MessageDetail = {
  id: '11',
  channel: 'email',
  kind: 'outbox.test',
  reason: 'You asked for a test message',
  state: 'sent',
  recipient: 'owner@example.com',
  subject: 'Test message from River & Oak',
  orderId: null,
  createdAt: new Date('2026-11-21T11:00:00Z'),
  sentAt: new Date('2026-11-21T11:00:05Z'),
  held: null,
  outcome: '250 OK',
  locale: 'en',
  secret: false,
  text: 'It arrived.',
  html: '<h1>It arrived.</h1><p>This is how your customers see it.</p>',
  attempts: 1,
  sendAfter: new Date('2026-11-21T11:00:00Z'),
  expiresAt: null,
  provider: 'smtp',
  providerId: 'abc',
};
