import type { ReturnRow, ReturnView } from '#app/modules/returns/views.ts';
import { dollars } from '../admin-ui/fixtures.ts';

const at = (clock: string) => new Date(`2026-11-20T${clock}:00Z`);

export const returnRow = (part: Partial<ReturnRow> = {}): ReturnRow => ({
  id: '81', name: '#1001-R1', orderId: '5001', orderName: '#1001', customerName: 'Nell Hart', status: 'requested', next: 'decide',
  createdAt: at('10:00'), waitsSince: at('10:00'), items: 2, reasons: ['Too small', 'Style'], late: false, exchange: false, exception: false, ...part,
});

export const returnView = (part: Partial<ReturnView> = {}): ReturnView => ({
  id: '81', name: '#1001-R1', orderId: '5001', orderName: '#1001', status: 'requested', next: 'decide', waitsSince: at('10:00'), createdAt: at('10:00'), approvedAt: null, imported: false, receivedAt: null, leftToPeople: null,
  decline: null,
  lines: [
    {
      id: '1', orderLineId: '61', title: 'Stoneware mug', variantTitle: 'Moss', sku: 'MUG-M', imageUrl: null, quantity: 2, processed: 0, refunded: 0, reason: 'Too small', reasonNote: null,
      customerNote: 'One <b>size</b> up would fit.', restocking: { percentage: 10, amount: dollars(360) }, value: dollars(3_600),
    },
  ],
  exchangeLines: [], shippingFee: null, deliveries: [], received: [], inspections: [], refused: 0, refunds: [], ...part,
});

/** A return on which everything happened that can be shown. */
export const wholeReturn = returnView({
  status: 'open',
  next: 'settle',
  exchangeLines: [{ id: '2', title: 'Stoneware mug, large', variantTitle: 'Moss', sku: 'MUG-L', quantity: 2, processed: 1 }],
  shippingFee: dollars(595),
  deliveries: [{ id: '3', carrier: 'UPS', number: '1Z9999999999999999', url: 'https://example.com/track', labelUrl: 'https://example.com/label.pdf', labelMadeAt: at('12:00'), standing: { status: 'delivered', since: at('17:00'), place: 'Berlin' } }],
  received: [{ id: '4', title: 'Stoneware mug', disposition: 'restocked', quantity: 2, place: 'Berlin', at: at('18:00') }],
  refunds: [{ id: '31', createdAt: at('19:00'), amount: dollars(1_800) }],
});
