import { hour } from '#app/kernel/time.ts';
import { dayNumberIn } from './calendar-day.ts';
import { destinationZone } from './destination-zone.ts';
import { worstDisruption } from './disruptions.ts';
import { valueAt } from './distribution.ts';
import { isPublicHoliday } from './holidays.ts';
import { finest, type PromiseKnowledge } from './knowledge.ts';
import type { Lane, LaneName } from './lane.ts';
import { allParcels } from './tally.ts';

/** From when silence says something, and what that rests on. */
export interface SilenceLimit {
  /** Of twenty parcels that arrived, nineteen were never silent for so long. */
  hours: number;
  /** The same of a hundred and ninety-nine. */
  severeHours: number;
  /** Parcels it was learned from; 0 where it is what most carriers keep to. */
  samples: number;
  lane: LaneName;
}

/** Scans once a day are the rule: less silence than this means nothing. */
const shortest = 24;
const unlearned = { within: { hours: 120, severeHours: 192 }, abroad: { hours: 192, severeHours: 336 } };

/** How long a parcel of a lane may go without a scan; longer while the merchant knows of a disruption. */
export function silenceLimit(knowledge: PromiseKnowledge, way: Lane): SilenceLimit {
  const lane = { ...way, origin: way.origin ?? knowledge.rules.origin };
  const today = dayNumberIn(knowledge.zone, knowledge.now);
  const extra = (worstDisruption(knowledge.disruptions, lane, today, today)?.extraDays ?? 0) * 24;
  const found = finest(knowledge.learned.silence, lane);
  if (!found) {
    const usual = lane.origin && lane.destination && lane.origin !== lane.destination.slice(0, 2) ? unlearned.abroad : unlearned.within;
    return { hours: usual.hours + extra, severeHours: usual.severeHours + extra, samples: 0, lane: allParcels };
  }
  const { curve, samples } = found.known;
  const at = (share: number) => Math.max(shortest, Math.round(valueAt(curve, share))) + extra;
  return { hours: at(0.95), severeHours: at(0.99), samples, lane: found.name };
}

/** Hours since a scan, without those of public holidays at either end: on them silence is no news. Ordinary weekends are in the limit already. */
export function silentHours(knowledge: PromiseKnowledge, way: Lane, since: Date, now: Date): number {
  const [country = null, province = null] = way.destination?.split('-') ?? [];
  const origin = way.origin ?? knowledge.rules.origin;
  const zone = destinationZone(country, knowledge.zone, province);
  const last = dayNumberIn(zone, now);
  let holidays = 0;
  if (knowledge.rules.respectHolidays) {
    for (let day = dayNumberIn(zone, since) + 1; day < last; day += 1) {
      if (isPublicHoliday(country, province, day) || isPublicHoliday(origin, null, day)) holidays += 1;
    }
  }
  return Math.max(0, (now.getTime() - since.getTime()) / hour - holidays * 24);
}
