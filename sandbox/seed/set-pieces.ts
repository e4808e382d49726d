import { Temporal } from 'temporal-polyfill';
import { type Market, markets, workshop } from './people.ts';
import { mobileNumber } from './phone-numbers.ts';
import { type ParcelFate, planJourney, type Scan } from './plan-journey.ts';
import type { PlannedBuyer, PlannedOrder, PlannedParcel } from './planned-order.ts';
import type { PlannedReturn } from './planned-return.ts';
import { createRandom, type Random } from './random.ts';
import { type Carrier, trackingNumber } from './tracking-numbers.ts';

/** A parcel of a set piece: so many days ago its label was printed, and what happened up to which scan. */
interface Way {
  carrier: Carrier;
  daysAgo: number;
  fate: ParcelFate;
  upTo?: Scan['status'];
  /** The number has a digit that cannot be right. */
  mistyped?: true;
}

/** An order that every seeded shop has, so that nobody has to look for what it shows. */
interface SetPiece {
  person: [given: string, family: string, mailbox: string];
  country: Market['country'];
  shipping: PlannedOrder['shipping'];
  ways: Way[];
  /** Handed over without a parcel so many days ago. */
  handedOver?: number;
  /** What was delivered came back whole, and its money went back. */
  cameBack?: true;
}

const inAmerica = { country: 'US', shipping: 'standard' } as const;
const pieces: SetPiece[] = [
  { ...inAmerica, person: ['Robin', 'Hale', 'robin.hale'], ways: [{ carrier: 'UPS', daysAgo: 6, fate: 'delivered' }, { carrier: 'USPS', daysAgo: 2, fate: 'delivered', upTo: 'IN_TRANSIT' }] },
  { ...inAmerica, person: ['Wren', 'Castillo', 'wren.castillo'], ways: [{ carrier: 'UPS', daysAgo: 5, fate: 'late', upTo: 'DELAYED' }] },
  { ...inAmerica, person: ['Odell', 'Pruitt', 'odell.pruitt'], ways: [{ carrier: 'UPS', daysAgo: 7, fate: 'bad_address' }] },
  { ...inAmerica, person: ['June', 'Albright', 'june.albright'], shipping: 'pickup', ways: [], handedOver: 1 },
  { ...inAmerica, person: ['Clem', 'Vasquez', 'clem.vasquez'], shipping: 'local', ways: [], handedOver: 1 },
  { person: ['Greta', 'Voss', 'greta.voss'], country: 'DE', shipping: 'express', ways: [{ carrier: 'DHL Express', daysAgo: 5, fate: 'customs' }] },
  { ...inAmerica, person: ['Sal', 'Whitaker', 'sal.whitaker'], ways: [{ carrier: 'UPS', daysAgo: 4, fate: 'never_scanned', mistyped: true }] },
  { ...inAmerica, person: ['Marlow', 'Dunn', 'marlow.dunn'], ways: [{ carrier: 'USPS', daysAgo: 9, fate: 'never_scanned' }] },
  ...(['Ines Farrow', 'Theo Langley', 'Pia Sorrell', 'Abel Kimura'] as const).map((name): SetPiece => {
    const [given = '', family = ''] = name.split(' ');
    return { ...inAmerica, person: [given, family, `${given}.${family}`.toLowerCase()], ways: [{ carrier: 'UPS', daysAgo: 13, fate: 'silent' }] };
  }),
  { ...inAmerica, person: ['Tess', 'Holloway', 'tess.holloway'], ways: [{ carrier: 'UPS', daysAgo: 24, fate: 'delivered' }], cameBack: true },
];

/** Orders a newcomer may look up, and what each shows. */
export const ordersToTry: readonly { email: string; shows: string }[] = [
  { email: 'robin.hale@example.com', shows: 'two parcels: one delivered, one under way' },
  { email: 'wren.castillo@example.com', shows: 'a parcel that missed its date' },
  { email: 'odell.pruitt@example.com', shows: 'a parcel on its way back to the shop' },
];

/** The first so many set pieces as they stand at a moment. */
export function planSetPieces(now: Date, atMost: number): PlannedOrder[] {
  return pieces.slice(0, atMost).map((piece, index) => planPiece(piece, now, createRandom(9_000 + index)));
}

function planPiece({ person, country, shipping, ways, handedOver, cameBack }: SetPiece, now: Date, random: Random): PlannedOrder {
  const buyer = buyerOf(person, country, random);
  const lines = Array.from({ length: Math.max(1, ways.length) }, (_, index) => ({ handle: index === 0 ? 'storm-lantern' : 'waxed-tote', variant: 0, quantity: 1 }));
  const parcels = ways.map((way, index) => parcelOf(way, index, buyer, now, random));
  if (handedOver !== undefined) parcels.push({ lines: [0], shippedAt: morning(now, handedOver), carrier: null, number: null, scans: [] });
  const [first] = parcels;
  const at = new Date((first?.shippedAt ?? now).getTime() - random.between(15, 22) * 3_600_000);
  return { at, kind: 'web', buyer, lines, shipping, discount: null, note: null, parcels, cancel: null, refund: null, return: cameBack && first ? backFrom(first, random) : null };
}

/** Asked for three days after it came, approved a day later, sent on the next, and received within the week. */
function backFrom({ scans, shippedAt }: PlannedParcel, random: Random): PlannedReturn {
  const came = scans.at(-1)?.at ?? shippedAt;
  const after = (days: number) => new Date(came.getTime() + days * 86_400_000);
  const moments = { requestedAt: after(3), decidedAt: after(4), sentAt: after(5), receivedAt: after(11) };
  return { line: 0, reason: 'changed-my-mind', note: null, end: 'refunded', ...moments, number: `RT${random.digits(10)}`, sellable: true };
}

function parcelOf({ carrier, daysAgo, fate, upTo, mistyped }: Way, line: number, buyer: PlannedBuyer, now: Date, random: Random): PlannedParcel {
  const shippedAt = morning(now, daysAgo);
  const scans = planJourney(carrier, buyer.home, shippedAt, fate, random);
  const last = upTo === undefined ? -1 : scans.findIndex(({ status }) => status === upTo);
  const number = trackingNumber(carrier, random);
  return { lines: [line], shippedAt, carrier, number: mistyped ? withWrongDigit(number) : number, scans: last < 0 ? scans : scans.slice(0, last + 1) };
}

/** Ten in the workshop's morning, so many days ago. */
function morning(now: Date, daysAgo: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(workshop.zone).subtract({ days: daysAgo });
  return new Date(local.with({ hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }).epochMilliseconds);
}

function withWrongDigit(number: string): string {
  return `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`;
}

/** Somebody who lives beyond the carrier's great hub. */
function buyerOf([firstName, lastName, mailbox]: SetPiece['person'], country: Market['country'], random: Random): PlannedBuyer {
  const market = markets.map(([, one]) => one).find((one) => one.country === country);
  const home = market?.homes.find(({ zone }) => zone !== workshop.zone);
  if (!market || !home) throw new Error(`Nobody lives in ${country}`);
  return { firstName, lastName, email: `${mailbox}@example.com`, phone: mobileNumber(country, random), gives: 'both', guest: false, market, home };
}
