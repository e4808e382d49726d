import { day, hour } from '../../app/kernel/time.ts';
import type { CustomerOrderView, OrderParcel } from '../../app/modules/orders/index.server.ts';

export const now = new Date('2026-11-21T13:30:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const eur = (minor: number) => ({ shop: { minor, currency: 'EUR' }, presentment: { minor, currency: 'EUR' } });

const picture = (color: string) =>
  `https://cdn.shopify.com/s/files/1/${color}.png`;

export const lines: CustomerOrderView['lines'] = [
  { id: '11', title: 'Merino scarf', variantTitle: 'Forest / 180 cm', sku: 'SC-1', imageUrl: picture('scarf'), quantity: 2, currentQuantity: 2, unfulfilledQuantity: 0, requiresShipping: true, unitPrice: eur(4900), discount: eur(0) },
  { id: '12', title: 'Enamel mug', variantTitle: null, sku: 'MG-1', imageUrl: null, quantity: 1, currentQuantity: 1, unfulfilledQuantity: 0, requiresShipping: true, unitPrice: eur(1800), discount: eur(0) },
];

export function parcel(changes: Partial<OrderParcel> = {}): OrderParcel {
  return {
    id: '901',
    fulfillmentId: '801',
    fulfillmentName: '#1001-F1',
    carrier: 'DHL Express',
    number: '00340434161094042557',
    url: 'https://www.dhl.com/track?id=00340434161094042557',
    status: 'in_transit',
    shippedAt: ago(3 * day),
    inTransitAt: ago(2 * day),
    deliveredAt: null,
    estimatedDeliveryAt: new Date(now.getTime() + 3 * day),
    cancelled: false,
    removedAt: null,
    checkpoints: [
      { id: 'c1', status: 'label_printed', message: null, happenedAt: ago(3 * day), city: null, province: null, country: null },
      { id: 'c2', status: 'carrier_picked_up', message: 'Shipment picked up', happenedAt: ago(2 * day), city: 'Hamburg', province: null, country: 'DE' },
      { id: 'c3', status: 'in_transit', message: 'Arrived at hub', happenedAt: ago(5 * hour), city: 'Leipzig', province: null, country: 'DE' },
    ],
    lines: lines.map(({ id, title, variantTitle, imageUrl, quantity }) => ({ lineId: id, title, variantTitle, imageUrl, quantity })),
    ...changes,
  };
}

export function order(changes: Partial<Omit<CustomerOrderView, 'order'>> = {}, header: Partial<CustomerOrderView['order']> = {}): CustomerOrderView {
  return {
    order: {
      id: '5001',
      name: '#1001',
      processedAt: ago(4 * day),
      cancelledAt: null,
      cancelReason: null,
      closedAt: null,
      financialStatus: 'paid',
      fulfillmentStatus: 'fulfilled',
      returnStatus: null,
      taxesIncluded: true,
      test: false,
      money: { subtotal: eur(11600), discounts: eur(0), shipping: eur(490), tax: eur(1930), duties: eur(0), tip: eur(0), total: eur(12090), refunded: eur(0) },
      ...header,
    },
    firstName: 'Ada',
    customerLocale: 'en',
    destination: { city: 'Lyon', province: null, countryCode: 'FR' },
    statusPageUrl: null,
    lines,
    parcels: [parcel()],
    ...changes,
  };
}
