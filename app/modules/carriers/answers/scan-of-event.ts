import { createHash } from 'node:crypto';
import { deliveryDateOf } from '../delivery-date.ts';
import { readCarrierEvent } from '../events/read-carrier-event.ts';
import type { Scan, ScanPlace } from '../parcel-status.ts';
import { countryOfName } from '../places/country-of-name.ts';
import { instantAt, type PlacedInstant } from '../places/instant-at.ts';

/** One event of a carrier's answer, as it stands there. */
export interface AnsweredEvent {
  carrier: string;
  code: string | null;
  text: string | null;
  /** With an offset, or what the clock at the place showed. */
  time: string | null;
  place?: Partial<ScanPlace>;
  estimatedDeliveryAt?: Date | null;
}

/** The scan an event is; null where its time cannot be read. */
export function scanOfEvent({ carrier, code, text, time, place: told = {}, estimatedDeliveryAt = null }: AnsweredEvent): Scan | null {
  const place = { city: told.city ?? null, province: told.province ?? null, country: countryOfName(told.country) ?? told.country ?? null, zip: told.zip ?? null };
  const moment = momentOf(time ?? '', place);
  if (moment === null) return null;
  const key = createHash('sha256').update(JSON.stringify([time, code, text, place])).digest('base64url').slice(0, 22);
  return {
    ...readCarrierEvent({ carrier, code, text }), id: `${carrier}:${key}`, source: carrier, code, message: text,
    happenedAt: moment.at, utcOffset: moment.utcOffset, estimatedDeliveryAt, place,
  };
}

/** Oldest first; each once. */
export function scansOfEvents(events: readonly AnsweredEvent[]): Scan[] {
  const scans = events.map(scanOfEvent).filter((scan) => scan !== null);
  return [...new Map(scans.map((scan) => [scan.id, scan])).values()].sort((left, right) => left.happenedAt.getTime() - right.happenedAt.getTime());
}

/** When an answer says that it will be delivered: a day, or an ISO moment. */
export function dateOf(written: string | null): Date | null {
  const at = deliveryDateOf(written ?? '');
  return Number.isNaN(at.getTime()) ? null : at;
}

function momentOf(time: string, place: ScanPlace): PlacedInstant | null {
  const read = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(time.trim());
  if (!read) return null;
  const [, day = '', clock, offset] = read;
  if (!clock || !offset) return valid(instantAt(`${day}T${clock ?? '12:00'}`, place));
  const zone = offset.toUpperCase() === 'Z' ? 'Z' : offset.replace(/^(.\d{2}):?/, '$1:');
  return valid({ at: new Date(`${day}T${clock}${zone}`), utcOffset: minutesOf(zone) });
}

/** UTC is how machines write; it is not where a parcel lay. */
function minutesOf(zone: string): number | null {
  if (zone === 'Z') return null;
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function valid(moment: PlacedInstant): PlacedInstant | null {
  return Number.isNaN(moment.at.getTime()) ? null : moment;
}
