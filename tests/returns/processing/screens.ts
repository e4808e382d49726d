import type { ReceiveView } from '#app/modules/returns/processing/receive-view.server.ts';
import type { RefundView } from '#app/modules/returns/processing/refund-view.server.ts';
import type { TroubleView } from '#app/modules/returns/processing/troubles.server.ts';
import type { InspectionView } from '#app/modules/returns/views.ts';
import { dollars } from '../../admin-ui/fixtures.ts';
import { returnView } from '../fixtures.ts';

const at = new Date('2026-11-20T18:00:00Z');
const view = returnView({ status: 'open', next: 'inspect' });

export const receiveView: ReceiveView = { view, left: [{ lineId: '1', units: 2 }], places: [{ id: '5', name: 'Berlin' }, { id: '6', name: 'Hamburg' }], byItself: { terms: { road: 'original', refundOn: 'inspection', lines: [{ units: 2 }] }, parcel: 'arrived', amount: { minor: 3_240, currency: 'USD' }, to: 'original' } };

export const refundView: RefundView = {
  view,
  currency: 'USD',
  hasCustomer: true,
  units: [{ lineId: '1', left: 2, accepted: 1 }],
  exchanges: [],
  asked: { units: [{ id: '1', quantity: 2 }], exchanges: [], to: 'original', shipping: false },
  preview: {
    rows: [
      { kind: 'price', title: 'Stoneware mug', quantity: 2, amount: 3_600 },
      { kind: 'restocking_fee', title: 'Stoneware mug', quantity: null, amount: -360 },
    ],
    taxIncluded: 0,
    refund: 3_240,
    owed: 0,
    fees: 360,
    bonus: 0,
    back: [{ paymentId: 'p1', name: 'Visa', gateway: 'shopify_payments', kind: 'gateway', amount: 3_240, arrival: { is: 'working_days', from: 5, to: 10 } }],
    credit: 0,
    shippingLeft: 400,
    equal: true,
  },
  promised: { refundOn: 'inspection', road: 'original', shown: { refund: 3_240, owed: 0, bonus: 0, currency: 'USD' } },
  limits: { goodwill: 1_000, refund: null, may: true },
  sentAgain: [],
};

export const inspection: InspectionView = { id: 'i1', lineId: '1', title: 'Stoneware mug', quantity: 1, finding: 'damaged', grade: 'spoiled', accepted: false, refusal: 'It was used.', note: 'Third time.', at };

export const trouble = (part: Partial<TroubleView> = {}): TroubleView => ({
  id: '00000000-0000-4000-8000-000000000001', kind: 'returns.process', orderId: '5001', orderName: '#1001', done: 0, problem: 'silent', detail: 'process: sent 5 times, and not done.', since: at,
  decisions: ['again', 'done', 'not_done'], amounts: [dollars(3_240).shop], ...part,
});
