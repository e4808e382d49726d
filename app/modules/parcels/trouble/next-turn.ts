import { day } from '#app/kernel/time.ts';
import type { PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import type { ParcelRecord } from '../records.ts';
import { dayAfter, dayStart } from './surroundings.ts';
import { surroundingsOf } from './surroundings-of.ts';

/** From this age on a silent parcel is looked at now and then: it expires, and is given up one day. */
const old = 30 * day;
const nowAndThen = 5 * day;

/** The first moment after another at which time alone changes the parcel's own row: its promised day is over, or it grows old. Milliseconds; null where time changes nothing. */
export function nextTurnAt(parcel: ParcelRecord, knowledge: PromiseKnowledge, after: Date): number | null {
  if (parcel.settled_at !== null || parcel.status === 'delivered') return null;
  const at = after.getTime();
  const grown = Date.parse(parcel.last_scan_at ?? parcel.shipped_at) + old;
  const older = grown > at ? grown : grown + (Math.floor((at - grown) / nowAndThen) + 1) * nowAndThen;
  if (parcel.promised_to === null || parcel.promised_to === parcel.missed_to) return older;
  const over = dayStart(surroundingsOf(knowledge).zoneOf(parcel.destination), dayAfter(parcel.promised_to));
  return over > at ? Math.min(over, older) : older;
}
