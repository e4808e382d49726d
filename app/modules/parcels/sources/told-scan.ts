import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { after, second } from '#app/kernel/time.ts';
import { deliveryDateOf, instantAt, readCarrierEvent, zoneOfPlace, type CarrierKey, type PlacedInstant, type Scan, type ScanMeaning, type ScanPlace } from '#app/modules/carriers/index.server.ts';
import { foldScans } from '../fold-scans.ts';

/** One scan as a source tells it. */
export interface ToldScan {
  source: string;
  /** What the source's own words for the status mean; null where it has none that we know. */
  meaning: ScanMeaning | null;
  code: string | null;
  message: string | null;
  /** With its zone, or the local time at the place. */
  time: string;
  place: ScanPlace;
  carrier: CarrierKey | null;
  /** The carrier's own code, where the source passes it on. */
  carrierCode?: string | null;
}

const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i;
const troubled: ReadonlySet<ScanMeaning['status']> = new Set(['delayed', 'attempted', 'exception']);

/** The scan in our words; null where it has no time. Its id is made of what was told, so that the same news twice is one scan. */
export function scanOf(told: ToldScan): Scan | null {
  const moment = momentOf(told.time, told.place);
  if (!moment) return null;
  const { source, code, message, place } = told;
  const id = `${source}:${fingerprint([told.time, code, message, place.city, place.country])}`;
  return { ...meaningOf(told), id, source, code, message, happenedAt: moment.at, utcOffset: moment.utcOffset, estimatedDeliveryAt: null, place };
}

/** The source's mapping stands. Where it knows no more than `in transit` or `something is wrong`, the carrier's words may say why. */
function meaningOf({ meaning, message, carrier, carrierCode }: ToldScan): ScanMeaning {
  const said = readCarrierEvent({ carrier, code: carrierCode ?? null, text: message });
  if (!meaning || meaning.status === null) return said;
  if (meaning.cause !== null || said.cause === null) return meaning;
  if (meaning.status === 'in_transit' && troubled.has(said.status)) return said;
  return meaning.status === said.status || troubled.has(meaning.status) ? { ...meaning, cause: said.cause } : meaning;
}

/** A moment with or without a zone; a local time is read on the clock of its place, and a bare day as its noon. */
export function momentOf(time: string, place: ScanPlace): PlacedInstant | null {
  const text = time.trim();
  const moment = zoned.test(text) && /\d{1,2}:\d{2}/.test(text) ? zonedMoment(text, place) : localMoment(text, place);
  return moment && isPlausible(moment.at) ? moment : null;
}

function zonedMoment(text: string, place: ScanPlace): PlacedInstant {
  const at = new Date(text.replace(' ', 'T'));
  const offset = /([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (offset) return { at, utcOffset: Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) };
  const zone = zoneOfPlace(place);
  if (zone === null || Number.isNaN(at.getTime())) return { at, utcOffset: null };
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return { at, utcOffset: Math.round(there.offsetNanoseconds / 60e9) };
}

function localMoment(text: string, place: ScanPlace): PlacedInstant | null {
  const local = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?/.exec(text);
  return local ? instantAt(`${local[1]}T${local[2] ?? '12:00'}`, place) : null;
}

/** Oldest first, each once; what is estimated is known since the newest. Where the scans do not say how the parcel stands, its own status does. */
export function inOrder(scans: readonly (Scan | null)[], estimatedDeliveryAt: Date | null, standing: ScanMeaning | null): Scan[] {
  const known = new Map(scans.flatMap((scan) => (scan ? [[scan.id, scan] as const] : [])));
  const ordered = [...known.values()].sort((left, right) => left.happenedAt.getTime() - right.happenedAt.getTime());
  const newest = ordered.at(-1);
  if (!newest) return [];
  const meaning = newest.status === null && standing ? standing : { status: newest.status, cause: newest.cause };
  const told = [...ordered.slice(0, -1), { ...newest, ...meaning, estimatedDeliveryAt }];
  return standing && saysMore(standing, told, newest.happenedAt) ? [...told, summaryOf(newest, standing)] : told;
}

/** True where the source's own status of the parcel is more than its scans come to. That it expired, time itself will tell. */
function saysMore(standing: ScanMeaning, scans: readonly Scan[], at: Date): boolean {
  if (standing.status === null || standing.status === 'expired') return false;
  const { status, cause, goingBack } = foldScans(scans, at);
  const saysLittle = standing.cause === null && (standing.status === 'in_transit' || standing.status === 'pre_shipment' || troubled.has(standing.status));
  if (goingBack || (saysLittle && status !== 'pre_shipment' && (status !== 'in_transit' || standing.status === 'pre_shipment'))) return false;
  return standing.status !== status || (standing.cause !== null && standing.cause !== cause);
}

/** The parcel's own status as a scan of its own beside the newest: scans that were told do not change. */
function summaryOf(newest: Scan, { status, cause }: ScanMeaning): Scan {
  const id = `${newest.source}:${fingerprint(['status', status, cause, newest.id])}`;
  return { ...newest, id, status, cause, code: 'status', message: null, happenedAt: after(newest.happenedAt, second), estimatedDeliveryAt: null };
}

/** When an answer says that it will be delivered: a day, or a moment. */
export function dateOf(text: string | null | undefined): Date | null {
  const at = deliveryDateOf(text ?? '');
  return isPlausible(at) ? at : null;
}

/** When an answer says that something was done. */
export function instantOf(text: string | null | undefined): Date | null {
  const at = new Date(text ?? '');
  return isPlausible(at) ? at : null;
}

/** Carriers' systems tell of the year 1 and of the year 9999; no parcel was there. */
function isPlausible(at: Date): boolean {
  return at.getTime() > Date.UTC(2000, 0) && at.getTime() < Date.UTC(2100, 0);
}

export function fingerprint(parts: readonly (string | null | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}
