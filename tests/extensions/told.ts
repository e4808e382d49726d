import type { CustomerOrder, StaffOrder, ToldParcel } from '#app/modules/extensions/answers.ts';

/** A parcel as the app tells it. */
export function toldParcel(changes: Partial<ToldParcel> = {}): ToldParcel {
  return {
    id: '1',
    heading: 'Your parcel',
    status: 'Your parcel is on its way',
    tone: 'moving',
    date: 'Expected Tuesday, 24 November',
    why: 'This date comes from DHL and may still change.',
    advice: null,
    carrier: 'DHL',
    number: 'RR123456785DE',
    follow: { url: 'https://www.dhl.de/track?id=RR123456785DE', text: 'Follow at DHL' },
    contents: [{ title: 'Mug, blue', imageUrl: 'https://cdn.shopify.com/mug.png', quantity: 2 }],
    scans: [{ text: 'On the way', message: 'Processed in parcel centre', when: '22 Nov, 08:10', at: '2026-11-22T07:10:00.000Z', place: 'Leipzig, Germany' }],
    ...changes,
  };
}

/** An order as the app tells its customer. */
export function toldOrder(changes: Partial<CustomerOrder> = {}): CustomerOrder {
  return {
    locale: 'en',
    name: '#1001',
    summary: 'Your order is on its way',
    tone: 'moving',
    parcels: [toldParcel()],
    waiting: [],
    coming: null,
    comingWhy: null,
    returnsUrl: null,
    trackingUrl: 'https://shop.example/apps/aftercare/track?key=5001.order.x.y',
    ...changes,
  };
}

/** An order as the app tells the people of the shop. */
export function toldStaffOrder(changes: Partial<StaffOrder['parcels'][number]> = {}): StaffOrder {
  const { id, heading, status, tone, date, why, carrier, number } = toldParcel();
  return { parcels: [{ id, heading, status, tone, date, why, carrier, number, troubles: [], ...changes }], path: '/app/orders/5001' };
}
