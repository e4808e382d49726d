import type { PlannedOrder } from './planned-order.ts';
import type { PlannedReturn, ReturnEnd } from './planned-return.ts';
import { seedProducts } from './products.ts';
import type { Random } from './random.ts';

const hour = 3_600_000;
const day = 24 * hour;

const REASONS: readonly (readonly [weight: number, value: { reason: string; note: string | null; sellable: boolean }])[] = [
  [20, { reason: 'changed-my-mind', note: null, sellable: true }],
  [18, { reason: 'too-small', note: 'One size up would fit.', sellable: true }],
  [12, { reason: 'too-big', note: null, sellable: true }],
  [14, { reason: 'damaged-or-defective', note: 'Arrived with a dent.', sellable: false }],
  [12, { reason: 'item-not-as-described', note: 'The colour is darker than in the picture.', sellable: true }],
  [7, { reason: 'received-the-wrong-item', note: 'I ordered the other one.', sellable: true }],
  [9, { reason: 'style', note: null, sellable: true }],
];

/** What is said of some goods more often than of others: one size runs small, and glass breaks. */
const TELLING = [
  { handle: 'wool-socks', variant: 1, reason: 'too-small' },
  { handle: 'storm-lantern', variant: 0, reason: 'damaged-or-defective' },
];

/**
 * About one delivered order in six comes back in part. It has a chance of its own, so that the orders stay what they are without it, and no part of that is the
 * moment: a small shop would have returns at one second and none at the next.
 */
export function planReturn(order: Omit<PlannedOrder, 'return'>, random: Random): PlannedReturn | null {
  const parcel = order.parcels.find((candidate) => candidate.scans.some((scan) => scan.status === 'DELIVERED'));
  const delivered = parcel?.scans.findLast((scan) => scan.status === 'DELIVERED');
  if (order.kind !== 'web' || order.refund || order.cancel || !parcel || !delivered || !random.chance(0.17)) return null;
  const requestedAt = new Date(delivered.at.getTime() + random.between(1, 14) * day + random.between(1, 9) * hour);
  const decidedAt = new Date(requestedAt.getTime() + random.between(2, 70) * hour);
  const sentAt = new Date(decidedAt.getTime() + random.between(20, 90) * hour);
  const receivedAt = new Date(sentAt.getTime() + random.between(3, 8) * day);
  const line = random.pick(parcel.lines);
  return { line, ...reasonFor(order.lines[line], random), end: endOf(order, random), requestedAt, decidedAt, sentAt, receivedAt, number: `RT${random.digits(10)}` };
}

/** Only what comes in sizes is too small or too big. */
function reasonFor(line: PlannedOrder['lines'][number] | undefined, random: Random) {
  const sized = seedProducts.find(({ handle }) => handle === line?.handle)?.option?.name === 'Size';
  const told = TELLING.find(({ handle, variant }) => handle === line?.handle && variant === line.variant);
  const suiting = REASONS.filter(([, { reason }]) => sized || !reason.startsWith('too-'));
  return random.weighted(suiting.map(([weight, value]) => [value.reason === told?.reason ? 8 * weight : weight, value] as const));
}

/** Guests have no account for store credit; exchanges stay in the shop's own currency, where they are even to the cent. */
function endOf({ buyer }: Pick<PlannedOrder, 'buyer'>, random: Random): ReturnEnd {
  return random.weighted<ReturnEnd>([[62, 'refunded'], [buyer.guest ? 0 : 14, 'credited'], [buyer.market.currency === 'USD' ? 30 : 0, 'exchanged'], [10, 'declined']]);
}
