import { after, day, hour } from '#app/kernel/time.ts';
import type { TransitSample } from '../../app/modules/promises/transit-sample.ts';

/** A parcel as it went, with the day its carrier had promised. */
export interface SimulatedParcel extends TransitSample {
  promisedAt: Date;
}

interface Service {
  carrier: string;
  service: string;
  /** Hours on the road to the nearest country, how much they vary, and whether it comes on Saturdays and Sundays. */
  hours: number;
  varies: number;
  weekend: 'none' | 'saturday' | 'both';
  share: number;
}

const services: readonly Service[] = [
  { carrier: 'dhl_parcel_de', service: 'Paket', hours: 34, varies: 0.35, weekend: 'saturday', share: 0.4 },
  { carrier: 'dpd', service: 'Classic', hours: 38, varies: 0.4, weekend: 'none', share: 0.25 },
  { carrier: 'ups', service: 'Standard', hours: 40, varies: 0.3, weekend: 'none', share: 0.15 },
  { carrier: 'ups', service: 'Express', hours: 20, varies: 0.25, weekend: 'none', share: 0.08 },
  { carrier: 'amazon', service: 'Shipping', hours: 26, varies: 0.4, weekend: 'both', share: 0.12 },
];
const destinations = [
  { country: 'DE', further: 1, share: 0.55 },
  { country: 'AT', further: 1.6, share: 0.15 },
  { country: 'FR', further: 2.1, share: 0.12 },
  { country: 'GB', further: 3.4, share: 0.1 },
  { country: 'US', further: 5, share: 0.08 },
] as const;
const holidays = new Set(['2025-10-03', '2025-12-25', '2025-12-26', '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2025-05-01', '2025-05-29', '2025-06-09']);

/** Parcels of a year and a half, the same for one seed: carriers of their own pace, weekends, holidays, a strike, and a carrier that grows slower. */
export function simulatedParcels({ count, seed, days = 540, drift = 0.25, strike = true }: { count: number; seed: number; days?: number; drift?: number; strike?: boolean }): SimulatedParcel[] {
  const random = generator(seed);
  const begins = new Date('2025-05-05T00:00:00Z');
  return Array.from({ length: count }, (_, at) => {
    const placedAt = after(begins, ((at + random()) / count) * days * day);
    const service = pick(services, random());
    const { country, further } = pick(destinations, random());
    const shippedAt = packed(placedAt, random);
    const passed = (shippedAt.getTime() - begins.getTime()) / (days * day);
    const slower = service.carrier === 'dpd' ? 1 + drift * passed : 1;
    const struck = strike && service.carrier === 'dhl_parcel_de' && Math.abs(passed - 0.8) < 0.012;
    const usual = service.hours * further;
    const exceptional = random() < 0.04 ? 2 + 4 * random() : 1;
    const hours = usual * slower * exceptional * Math.exp(service.varies * normal(random)) * (struck ? 2.2 : 1);
    const deliveredAt = arrival(shippedAt, hours, service.weekend, random);
    return {
      shipmentId: String(at + 1),
      carrier: service.carrier,
      service: service.service,
      origin: 'DE',
      destination: country,
      destinationProvince: null,
      placedAt,
      shippedAt,
      firstScanAt: after(shippedAt, 6 * hour * random()),
      deliveredAt,
      firstPromisedTo: null,
      silences: silences(deliveredAt.getTime() - shippedAt.getTime(), random),
      excepted: false,
      promisedAt: arrival(shippedAt, usual * (1.25 + 0.5 * service.varies), service.weekend, () => 0.5),
    };
  });
}

/** Packed the same afternoon or one of the next working days. */
function packed(placedAt: Date, random: () => number): Date {
  const hours = 4 + 30 * random() ** 2;
  let at = after(placedAt, hours * hour);
  while (isClosed(at, 'none')) at = after(at, day);
  return new Date(Math.floor(at.getTime() / day) * day + (13 + 5 * random()) * hour);
}

/** Hours pass on days the carrier works; the van comes between nine and six. */
function arrival(from: Date, hours: number, weekend: Service['weekend'], random: () => number): Date {
  let at = from;
  for (let left = hours; left > 0; left -= 1) {
    at = after(at, hour);
    while (isClosed(at, weekend)) at = after(at, day);
  }
  const daytime = Math.floor(at.getTime() / day) * day + (9 + 9 * random()) * hour;
  if (daytime > from.getTime() + 6 * hour && at.getTime() <= daytime + 9 * hour) return new Date(daytime);
  let next = after(new Date(daytime), day);
  while (isClosed(next, weekend)) next = after(next, day);
  return next;
}

function isClosed(at: Date, weekend: Service['weekend']): boolean {
  const weekday = at.getUTCDay();
  if (holidays.has(at.toISOString().slice(0, 10))) return true;
  return (weekday === 0 && weekend !== 'both') || (weekday === 6 && weekend === 'none');
}

function silences(milliseconds: number, random: () => number): number[] {
  const scans = Array.from({ length: 3 + Math.floor(random() * 4) }, () => random()).sort((left, right) => left - right);
  return [0, ...scans].map((from, at) => (((scans[at] ?? 1) - from) * milliseconds) / hour);
}

function pick<Choice extends { share: number }>(choices: readonly Choice[], random: number): Choice {
  let left = random;
  for (const choice of choices) if ((left -= choice.share) < 0) return choice;
  const last = choices.at(-1);
  if (!last) throw new Error('There is nothing to pick from.');
  return last;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Mulberry32: small, even, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
