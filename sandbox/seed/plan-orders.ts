import { Temporal } from 'temporal-polyfill';
import { markets, type Place, workshop } from './people.ts';
import { mobileNumber } from './phone-numbers.ts';
import { type ParcelFate, planJourney } from './plan-journey.ts';
import type { PlannedBuyer, PlannedOrder, PlannedParcel } from './planned-order.ts';
import { planReturn } from './plan-return.ts';
import { seedProducts } from './products.ts';
import { createRandom, type Random } from './random.ts';
import { planSetPieces } from './set-pieces.ts';
import { type Carrier, trackingNumber } from './tracking-numbers.ts';

const day = 86_400_000;
const span = 55 * day;

/** Plans orders, oldest first, over the 55 days before `now`, the set pieces among them; the same seed and moment give the same plans. */
export function planOrders(options: { count: number; now: Date; seed?: number }): PlannedOrder[] {
  const random = createRandom(options.seed ?? 1);
  const start = options.now.getTime() - span;
  const setPieces = planSetPieces(options.now, options.count);
  const count = options.count - setPieces.length;
  const step = (span - 20 * 60_000) / count;
  const others = Array.from({ length: count }, (_, index) => {
    const moment = new Date(Math.floor((start + step * (index + random.next())) / 1000) * 1000);
    const order = planOrder(moment, random);
    return { ...order, return: planReturn(order, createRandom((options.seed ?? 1) * 100_003 + index)) };
  });
  return [...setPieces, ...others].sort((left, right) => left.at.getTime() - right.at.getTime());
}

function planOrder(moment: Date, random: Random): PlannedOrder {
  const buyer = planBuyer(random);
  const kind = buyer.market.country === 'US' && random.chance(0.08) ? 'pos' : random.chance(0.02) ? 'test' : 'web';
  const lines = planLines(random);
  const order: PlannedOrder = {
    at: moment,
    kind,
    buyer,
    lines,
    shipping: planShipping(buyer, random),
    discount: kind === 'web' ? random.weighted([[80, null], [12, 'WELCOME10'], [4, 'FIVER'], [4, 'FREESHIP']]) : null,
    note: random.chance(0.06) ? random.pick(['It is a gift, please leave the invoice out.', 'Please ring twice.', 'Bitte beim Nachbarn abgeben.', '请打电话给我']) : null,
    parcels: [],
    cancel: null,
    refund: null,
    return: null,
  };
  if (kind !== 'web') return order;
  if (random.chance(0.04)) {
    order.cancel = { at: new Date(moment.getTime() + random.between(1, 20) * 3_600_000), reason: random.pick(['CUSTOMER', 'INVENTORY']) };
    return order;
  }
  order.parcels = planParcels(order, random);
  const delivered = order.parcels[0]?.scans.findLast((scan) => scan.status === 'DELIVERED');
  if (delivered && random.chance(0.07)) {
    order.refund = { at: new Date(delivered.at.getTime() + random.between(2, 9) * day), line: 0, note: random.pick(['Arrived with a dent', 'Wrong size, sent back', 'Missing from the parcel']) };
  }
  return order;
}

/** In its own country people come by the shop, or have their order brought. */
function planShipping({ market }: PlannedBuyer, random: Random): PlannedOrder['shipping'] {
  if (market.country !== 'US') return random.chance(0.18) ? 'express' : 'standard';
  return random.weighted([[72, 'standard'], [16, 'express'], [8, 'pickup'], [4, 'local']]);
}

function planBuyer(random: Random): PlannedBuyer {
  const market = random.weighted(markets);
  const person = random.between(0, market.people.length - 1);
  const [given, family, mailbox] = at(market.people, person);
  const guest = random.chance(0.25);
  const home = at(market.homes, person % market.homes.length);
  const phone = mobileNumber(market.country, createRandom(1000 * person + home.street.length));
  const email = guest ? `${mailbox}${random.between(10, 99)}@example.net` : `${mailbox}@example.com`;
  return { firstName: given, lastName: family, email, phone, gives: random.weighted([[55, 'email'], [37, 'both'], [8, 'phone']]), guest, market, home };
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`Nothing at ${index}`);
  return found;
}

function planLines(random: Random): PlannedOrder['lines'] {
  const wanted = random.weighted([[50, 1], [30, 2], [15, 3], [5, 4]]);
  const handles = new Set<string>();
  while (handles.size < wanted) handles.add(random.pick(seedProducts).handle);
  return [...handles].map((handle) => {
    const values = seedProducts.find((product) => product.handle === handle)?.option?.values.length ?? 1;
    return { handle, variant: random.between(0, values - 1), quantity: random.weighted([[82, 1], [14, 2], [4, 3]]) };
  });
}

function planParcels(order: PlannedOrder, random: Random): PlannedParcel[] {
  const all = order.lines.map((_, index) => index);
  if (order.shipping === 'pickup' || order.shipping === 'local') {
    const handedOver = inWorkingHours(new Date(order.at.getTime() + random.between(4, 40) * 3_600_000), random);
    return [{ lines: all, shippedAt: handedOver, carrier: null, number: null, scans: [] }];
  }
  const split = all.length > 1 && random.chance(0.22);
  const groups = split ? [all.slice(0, 1), all.slice(1)] : [all];
  const kept = split && random.chance(0.3) ? groups.slice(0, 1) : groups;
  return kept.map((lines, index) => {
    const hours = random.weighted([[70, random.between(6, 30)], [22, random.between(31, 60)], [8, random.between(90, 150)]]);
    const shippedAt = inWorkingHours(new Date(order.at.getTime() + hours * 3_600_000 + index * random.between(1, 4) * day), random);
    const carrier = carrierFor(order, random);
    const fate = fateFor(carrier, random);
    const to: Place = order.buyer.home;
    return { lines, shippedAt, carrier, number: trackingNumber(carrier, random), scans: carrier === 'Local courier' ? [] : planJourney(carrier, to, shippedAt, fate, random) };
  });
}

/** The next moment somebody packs: Monday to Friday, nine to four, in the workshop. */
function inWorkingHours(moment: Date, random: Random): Date {
  let local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(workshop.zone);
  if (local.hour >= 16) local = local.add({ days: 1 }).with({ hour: 8 });
  while (local.dayOfWeek > 5) local = local.add({ days: 1 }).with({ hour: 8 });
  if (local.hour < 9) local = local.with({ hour: random.between(9, 15), minute: random.between(0, 59) });
  return new Date(local.epochMilliseconds);
}

function carrierFor(order: PlannedOrder, random: Random): Carrier {
  const { country } = order.buyer.market;
  if (country === 'US') return order.shipping === 'express' ? 'UPS' : random.weighted<Carrier>([[55, 'USPS'], [41, 'UPS'], [4, 'Local courier']]);
  if (country === 'CA') return 'Canada Post';
  return order.shipping === 'express' || random.chance(0.6) ? 'DHL Express' : 'USPS International';
}

function fateFor(carrier: Carrier, random: Random): ParcelFate {
  const abroad = carrier === 'DHL Express' || carrier === 'USPS International' || carrier === 'Canada Post';
  return random.weighted<ParcelFate>([[64, 'delivered'], [11, 'late'], [6, 'attempted'], [5, 'pickup'], [5, 'silent'], [3, 'never_scanned'], [2, 'bad_address'], [abroad ? 5 : 0, 'customs']]);
}
