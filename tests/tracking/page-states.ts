import type { ParcelStory } from '../../app/modules/parcels/index.server.ts';
import type { TrackingAnswer } from '../../app/modules/tracking/tracking-answer.ts';
import { emptyForm } from '../../app/modules/tracking/ui/look-up-form.tsx';
import { lines, now, order, parcel, proven, scan, tracked } from './fixtures.ts';

const known = { ...proven, personal: false, action: false };
const shown = (stories: ParcelStory[], view = order(), more = {}): TrackingAnswer => ({ kind: 'order', tracked: tracked(stories, view, more), proven: known });
const waiting = lines.map((line, at) => ({ ...line, unfulfilledQuantity: at }));
const back = { status: 'exception', cause: 'returned_to_sender', goingBack: true, promise: null } as const;
const unknown = { city: null, province: null, country: null, zip: null };
const wide = { ...proven };

/** The page in every state a customer meets it in. */
export const pageStates: Record<string, TrackingAnswer> = {
  form: { kind: 'form', form: emptyForm },
  miss: { kind: 'form', form: { order: '#1001', contact: 'ada@example.com', errors: { form: 'We could not find an order with this number and this email or phone number.' } } },
  'number-miss': { kind: 'number-unknown', number: 'NOPE-1', error: 'miss' },
  limited: { kind: 'limited', retryAfter: 540 },
  crowded: { kind: 'limited', retryAfter: 540, byMail: true },
  moving: shown([parcel()]),
  full: { kind: 'order', tracked: tracked(), proven: wide },
  split: shown([parcel({ status: 'delivered', deliveredAt: now, promise: null }), parcel({ shipmentId: '902', number: '1Z999AA10123456784', carrierName: 'UPS' })], order({ lines: waiting }), { coming: { from: '2026-11-26', to: '2026-11-28', source: 'rule', basis: {} } }),
  late: shown([parcel({ status: 'delayed', cause: 'weather', promise: { from: '2026-11-26', to: '2026-11-27', source: 'learned' }, missedTo: '2026-11-20', slips: 1, scans: [...parcel().scans, scan(2, 'delayed', { cause: 'weather' })] })]),
  missed: shown([parcel({ promise: null, missedTo: '2026-11-19', troubles: [{ id: '1', kind: 'silent', cause: null, since: now }] })]),
  customs: shown([parcel({ status: 'exception', cause: 'payment', promise: null, scans: [...parcel().scans, scan(2, 'exception', { cause: 'payment', place: { city: 'Osaka', province: null, country: 'JP', zip: null } })] })]),
  attempted: shown([parcel({ status: 'attempted', cause: 'not_home', attempts: 1, promise: { from: '2026-11-23', to: '2026-11-23', source: 'carrier' } })]),
  pickup: shown([parcel({ method: 'pickup', number: null, carrierName: null, url: null, status: 'ready_for_pickup', promise: null, scans: [scan(3, 'ready_for_pickup', { place: unknown })] })]),
  returning: shown([parcel(back)]),
  lost: shown([parcel({ status: 'exception', cause: 'lost', promise: null })]),
  'delivered-late': shown([parcel({ status: 'delivered', deliveredAt: now, promise: null, missedTo: '2026-11-19' })], order(), { withdrawn: [parcel({ shipmentId: '900', number: 'OLD-NUMBER-1', withdrawn: true })] }),
  announced: shown([parcel({ status: 'pre_shipment', firstScanAt: null, scans: [], promise: { from: '2026-11-25', to: '2026-11-27', source: 'rule' } })]),
  unsent: shown([], order({ lines: lines.map((line) => ({ ...line, unfulfilledQuantity: line.quantity })) }), { coming: { from: '2026-11-26', to: '2026-11-28', source: 'rule', basis: {} }, isLateToShip: true }),
  'unsent-late': shown([], order({ lines: lines.map((line) => ({ ...line, unfulfilledQuantity: line.quantity })) }), { coming: { from: '2026-11-26', to: '2026-11-28', source: 'rule', basis: {} }, missed: '2026-11-20', isLateToShip: true }),
  'returning-late': shown([parcel({ ...back, missedTo: '2026-11-19' })]),
  cancelled: shown([], order({}, { cancelledAt: now })),
  digital: shown([], order({ lines: lines.map((line) => ({ ...line, requiresShipping: false })) })),
  number: { kind: 'parcel', parcel: parcel() },
  'code-ask': { kind: 'code', key: 'k', after: 'report', state: { step: 'ask' } },
  'code-enter': { kind: 'code', key: 'k', after: 'report', state: { step: 'enter', to: 'a•••@e•••.com', isWrong: false } },
  'code-wrong': { kind: 'code', key: 'k', after: 'report', state: { step: 'enter', to: null, isWrong: true } },
  'code-limited': { kind: 'code', key: 'k', after: 'order', state: { step: 'limited', retryAfter: 300 } },
  report: { kind: 'report', tracked: tracked([parcel({ status: 'delivered', deliveredAt: now, promise: null }), parcel({ shipmentId: '902' })]), proven, formId: 'f', draft: { kind: '', wish: '', shipmentId: '', lines: [], words: '' }, error: null },
  'report-late': { kind: 'report', tracked: tracked([parcel({ status: 'delayed', missedTo: '2026-11-20', slips: 1 }), parcel({ shipmentId: '902' })]), proven, formId: 'f', draft: { kind: 'late', wish: '', shipmentId: '901', lines: [], words: '' }, error: 'report.wishMissing' },
  'report-refused': { kind: 'report', tracked: tracked(), proven, formId: 'f', draft: { kind: 'damaged', wish: '', shipmentId: '', lines: [{ lineId: '11', quantity: 1 }], words: 'Torn' }, error: 'report.photoTooBig' },
  reported: { kind: 'reported', orderName: '#1001', key: 'k' },
};
