import { day, hour } from '../../app/kernel/time.ts';
import type { Scan } from '../../app/modules/carriers/index.server.ts';
import type { CustomerOrderView, OrderParcel } from '../../app/modules/orders/index.server.ts';
import type { ParcelStory } from '../../app/modules/parcels/index.server.ts';
import type { TrackedOrder } from '../../app/modules/tracking/index.server.ts';
import type { Proven } from '../../app/modules/tracking/tracking-answer.ts';
import { trackingPageSetting, type TrackingPage } from '../../app/modules/tracking/tracking-page-setting.ts';
import type { Visit } from '../../app/modules/tracking/ui/visit.ts';
import { trackingWords } from '../../app/modules/tracking/words.ts';
import { dateFormat } from '../../app/platform/i18n/date-format.ts';

export const now = new Date('2026-11-21T13:30:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const eur = (minor: number) => ({ shop: { minor, currency: 'EUR' }, presentment: { minor, currency: 'EUR' } });

const picture = (color: string) =>
  `https://cdn.shopify.com/s/files/1/${color}.png`;

export const lines: CustomerOrderView['lines'] = [
  { id: '11', title: 'Merino scarf', variantTitle: 'Forest / 180 cm', sku: 'SC-1', imageUrl: picture('scarf'), quantity: 2, currentQuantity: 2, unfulfilledQuantity: 0, requiresShipping: true, unitPrice: eur(4900), discount: eur(0) },
  { id: '12', title: 'Enamel mug', variantTitle: null, sku: 'MG-1', imageUrl: null, quantity: 1, currentQuantity: 1, unfulfilledQuantity: 0, requiresShipping: true, unitPrice: eur(1800), discount: eur(0) },
];

const contents: OrderParcel['lines'] = lines.map(({ id, title, variantTitle, imageUrl, quantity }) => ({ lineId: id, title, variantTitle, imageUrl, quantity }));

/** A scan of so long ago. */
export function scan(hoursAgo: number, status: Scan['status'], more: Partial<Scan> = {}): Scan {
  return {
    id: `shopify:${hoursAgo}`, source: 'shopify', code: null, message: null, status, cause: null, happenedAt: ago(hoursAgo * hour), utcOffset: null, estimatedDeliveryAt: null,
    place: { city: 'Leipzig', province: null, country: 'DE', zip: null }, ...more,
  };
}

export function parcel(changes: Partial<ParcelStory> = {}): ParcelStory {
  return {
    shipmentId: '901',
    orderId: '5001',
    fulfillmentId: '801',
    number: '00340434161094042557',
    method: 'carrier',
    carrier: 'dhl_express',
    carrierName: 'DHL Express',
    url: 'https://www.dhl.com/track?id=00340434161094042557',
    numberDoubt: null,
    status: 'in_transit',
    cause: null,
    since: ago(5 * hour),
    attempts: 0,
    goingBack: false,
    destination: { country: 'DE', province: null },
    placedAt: ago(4 * day),
    shippedAt: ago(3 * day),
    firstScanAt: ago(2 * day),
    lastScanAt: ago(5 * hour),
    deliveredAt: null,
    returnedAt: null,
    promise: { from: '2026-11-24', to: '2026-11-24', source: 'carrier' },
    missedTo: null,
    firstPromisedTo: '2026-11-24',
    slips: 0,
    troubles: [],
    scans: [
      scan(72, 'pre_shipment', { place: { city: null, province: null, country: null, zip: null } }),
      scan(48, 'in_transit', { message: 'Shipment picked up', place: { city: 'Hamburg', province: null, country: 'DE', zip: null } }),
      scan(5, 'in_transit', { message: 'Arrived at hub' }),
    ],
    withdrawn: false,
    ...changes,
  };
}

/** An order with these parcels, everything in the first of them. */
export function tracked(parcels: ParcelStory[] = [parcel()], view: CustomerOrderView = order(), more: Partial<TrackedOrder> = {}): TrackedOrder {
  return { view, parcels: parcels.map((story, at) => ({ story, lines: at === 0 ? contents : [] })), withdrawn: [], coming: null, missed: null, isLateToShip: false, isPickup: false, ...more };
}

export const proven: Proven = { key: 'a-key', personal: true, action: true };

/** A visit in a language, to a shop in Berlin. */
export function visit(locale: string, page: Partial<TrackingPage> = {}): Visit {
  const words = trackingWords([locale]);
  const zone = 'Europe/Berlin';
  return {
    words, dates: dateFormat(words.locale, zone), shop: { name: 'Nordlicht', ianaTimezone: zone }, page: { ...trackingPageSetting.initial, ...page }, banner: null, chosen: null, storefront: null,
    address: '/apps/aftercare/track', contact: '/apps/aftercare/contact', home: '/', now,
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
    parcels: [],
    ...changes,
  };
}
