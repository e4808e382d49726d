import { dayOfNumber, destinationZone, isPublicHoliday, leavingDays, numberOfDay, silenceLimit, type Day, type PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import type { Place, SilenceLimit, Surroundings } from './surroundings.ts';

const known = new WeakMap<PromiseKnowledge, Surroundings>();

/** What troubles ask, answered by what promises know. */
export function surroundingsOf(knowledge: PromiseKnowledge): Surroundings {
  return remembered(known, knowledge, () => make(knowledge));
}

function make(knowledge: PromiseKnowledge): Surroundings {
  const { rules, disruptions, zone } = knowledge;
  const holidays = new Map<string, Map<Day, boolean>>();
  const limits = new Map<string, SilenceLimit>();
  const undisrupted = { ...knowledge, disruptions: [] };
  const concerns = (one: { carrier: string | null; country: string | null }, { country, way }: Place) =>
    (one.carrier === null || one.carrier === way.carrier) && (one.country === null || [country, way.origin ?? rules.origin, way.destination].includes(one.country));
  return {
    silenceLimit: ({ carrier, service, origin, destination, destination_province: province }) => {
      const lane = { carrier, service, origin, destination: destination && province ? `${destination}-${province}` : destination };
      return remembered(limits, `${carrier}/${service}/${origin}/${lane.destination}`, () => silenceLimit(undisrupted, lane));
    },
    zoneOf: (country) => destinationZone(country, zone),
    isWeekend: (day, country) => weekendOf(country).includes(new Date(day).getUTCDay() || 7),
    isHoliday: (day, { country, province }) => {
      if (!rules.respectHolidays || country === null) return false;
      const days = remembered(holidays, `${country} ${province ?? ''}`, () => new Map<Day, boolean>());
      return remembered(days, day, () => isPublicHoliday(country, province, numberOfDay(day)));
    },
    extraDays: (place, from, to) =>
      disruptions.reduce((most, one) => (one.from <= to && one.to >= from && concerns(one, place) ? Math.max(most, one.extraDays) : most), 0),
    shipBy: (placedAt, graceDays) => {
      const { min, max } = rules.processing;
      return dayOfNumber(leavingDays({ ...knowledge, rules: { ...rules, processing: { min, max: max + graceDays } } }, unsent(placedAt)).to);
    },
    home: { country: rules.origin, zone },
  };
}

/** An order of which nothing but its time is known. */
function unsent(placedAt: Date) {
  return { carrier: null, service: null, origin: null, destination: null, destinationProvince: null, placedAt, shippedAt: null, firstScanAt: null, lastScanAt: null, status: null, told: null };
}

/** What newer runtimes know of weeks and older type definitions do not. */
type WeekLocale = Intl.Locale & { getWeekInfo?: () => { weekend: number[] } };

const weekends = new Map<string, readonly number[]>();

/** Days of rest in a country, 1 for Monday. */
function weekendOf(country: string | null): readonly number[] {
  return remembered(weekends, country ?? '', () => {
    if (country === null || !/^[A-Z]{2}$/.test(country)) return [6, 7];
    const locale: WeekLocale = new Intl.Locale(`und-${country}`);
    return locale.getWeekInfo?.().weekend ?? [6, 7];
  });
}

function remembered<Key, Value>(held: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown }, key: Key, make: () => Value): Value {
  let value = held.get(key);
  if (value === undefined) held.set(key, (value = make()));
  return value;
}
