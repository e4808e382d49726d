import { day } from '#app/kernel/time.ts';
import type { ParcelCause } from '#app/modules/carriers/index.server.ts';
import type { Evidence, Instant, ParcelRecord, TroubleKind } from '../records.ts';
import { afterBusinessDays, afterSilence, dayAfter, dayOf, dayStart, type Place, type Surroundings } from './surroundings.ts';
import type { TroubleThresholds } from './thresholds.ts';

/** A trouble and the moment from which it holds, which may lie ahead. */
export interface Holding {
  kind: TroubleKind;
  cause: ParcelCause | null;
  /** Milliseconds. */
  from: number;
  evidence: () => Evidence;
}

interface Question {
  parcel: ParcelRecord;
  around: Surroundings;
  thresholds: TroubleThresholds;
}
type Rule = (question: Question) => Omit<Holding, 'kind'> | null;

/** What an import brought and has not moved for so long is history, not work. */
const oldHistory = 30 * day;

/** Reasons for which a carrier's next attempt would fail like the last. */
const beyondAttempts: ReadonlySet<ParcelCause | null> = new Set<ParcelCause | null>(['address', 'refused', 'damaged', 'payment']);

/** Every trouble of a parcel that holds or will hold if nothing happens. Settled parcels and old history have none. */
export function holdings(parcel: ParcelRecord, around: Surroundings, thresholds: TroubleThresholds, now: Date): Holding[] {
  if (isQuiet(parcel, now)) return [];
  const held: Holding[] = [];
  for (const [kind, rule] of rules) {
    if (thresholds.unwatched.includes(kind)) continue;
    const found = rule({ parcel, around, thresholds });
    if (found) held.push({ kind, ...found });
  }
  return held;
}

/** Nothing is expected of it, or nobody remembers it. Goods that are not carried are not scanned; their day alone can pass. */
function isQuiet(parcel: ParcelRecord, now: Date): boolean {
  if (parcel.settled_at !== null || parcel.method === 'none' || parcel.status === 'delivered') return true;
  return parcel.imported && now.getTime() - Date.parse(parcel.last_scan_at ?? parcel.shipped_at) > oldHistory;
}

const rules: readonly (readonly [TroubleKind, Rule])[] = [
  ['returning', ({ parcel }) => (parcel.going_back ? ofStatus(parcel) : null)],
  ['customs', customs],
  ['exception', exception],
  ['attempts', attempts],
  ['number_wrong', numberWrong],
  ['no_first_scan', noFirstScan],
  ['silent', silent],
  ['past_date', pastDate],
];

function customs({ parcel, around, thresholds }: Question): ReturnType<Rule> {
  if (parcel.cause !== 'customs' || parcel.going_back) return null;
  const found = ofStatus(parcel);
  if (parcel.status === 'exception') return found;
  const place = whereabouts(parcel);
  const from = startOfBusiness(around, place, found.from, thresholds.customsDays);
  return from === null ? null : { ...found, from };
}

function exception({ parcel }: Question): ReturnType<Rule> {
  if (parcel.going_back || parcel.cause === 'customs') return null;
  const says = parcel.status === 'exception' || parcel.status === 'delayed' || (parcel.status === 'attempted' && beyondAttempts.has(parcel.cause));
  return says ? ofStatus(parcel) : null;
}

function attempts({ parcel, thresholds }: Question): ReturnType<Rule> {
  if (parcel.going_back || parcel.attempts < thresholds.attempts || parcel.status === 'ready_for_pickup') return null;
  const found = ofStatus(parcel);
  return { ...found, evidence: () => ({ attempts: parcel.attempts, limit: thresholds.attempts, ...found.evidence() }) };
}

function numberWrong({ parcel }: Question): ReturnType<Rule> {
  if (parcel.number_doubt === null || parcel.number === '' || parcel.first_scan_at !== null || parcel.status !== 'pre_shipment') return null;
  return { cause: null, from: Date.parse(parcel.shipped_at), evidence: () => ({ doubt: parcel.number_doubt, number: parcel.number, ...seen(parcel) }) };
}

/** Only a carrier we know is asked for scans: of any other, not having heard proves nothing. */
function noFirstScan({ parcel, around, thresholds }: Question): ReturnType<Rule> {
  if (parcel.method !== 'carrier' || parcel.number === '' || parcel.carrier === null || parcel.first_scan_at !== null) return null;
  if (parcel.status !== 'pre_shipment' && parcel.status !== 'expired') return null;
  const place = { country: parcel.origin ?? around.home.country, province: null, way: parcel };
  const from = startOfBusiness(around, place, Date.parse(parcel.shipped_at), thresholds.noFirstScanDays);
  return from === null ? null : { cause: null, from, evidence: () => ({ shippedAt: iso(parcel.shipped_at), businessDays: thresholds.noFirstScanDays, ...seen(parcel) }) };
}

/** Silence counts while a parcel should move: not where it waits for its customer. */
function silent({ parcel, around, thresholds }: Question): ReturnType<Rule> {
  if (parcel.method !== 'carrier' || parcel.last_scan_at === null || parcel.status === 'ready_for_pickup' || parcel.going_back) return null;
  const limit = around.silenceLimit(parcel);
  const hours = Math.max(limit.hours, thresholds.silenceFloorHours);
  const from = afterSilence(around, whereabouts(parcel), Date.parse(parcel.last_scan_at), hours);
  if (from === null) return null;
  return { cause: null, from, evidence: () => ({ ...seen(parcel), limitHours: Math.round(hours), samples: limit.samples, lane: limit.lane }) };
}

/** The day ends by the customer's clock, and is put off over holidays and disruptions it was told without. A day once missed stays missed though a new one was told. */
function pastDate({ parcel, around, thresholds }: Question): ReturnType<Rule> {
  const promised = parcel.missed_to ?? parcel.promised_to;
  if (promised === null || parcel.going_back || parcel.status === 'ready_for_pickup') return null;
  const place = { country: parcel.destination, province: parcel.destination_province, way: parcel };
  const zone = around.zoneOf(place.country);
  const extra = parcel.promise_basis?.disruption === undefined ? around.extraDays(place, dayOf(zone, Date.parse(parcel.shipped_at)), promised) : 0;
  let late = dayAfter(promised, 1 + thresholds.pastDateGraceDays + extra);
  while (around.isHoliday(late, place)) late = dayAfter(late);
  const evidence = () => ({ promisedTo: promised, promisedNow: parcel.promised_to, firstPromisedTo: parcel.first_promised_to, source: parcel.promise_source, ...seen(parcel) });
  return { cause: null, from: dayStart(zone, late), evidence };
}

/** When the business day begins before which so many have passed. */
function startOfBusiness(around: Surroundings, place: Place, from: number, days: number): number | null {
  const zone = around.zoneOf(place.country);
  const day = afterBusinessDays(around, place, dayOf(zone, from), days);
  return day === null ? null : dayStart(zone, day);
}

function ofStatus(parcel: ParcelRecord): Omit<Holding, 'kind'> {
  const from = Date.parse(parcel.status_since ?? parcel.last_scan_at ?? parcel.shipped_at);
  return { cause: parcel.cause, from, evidence: () => ({ status: parcel.status, ...seen(parcel) }) };
}

/** Where it was seen last, else where it comes from. */
function whereabouts(parcel: ParcelRecord): Place {
  return { country: parcel.last_country ?? parcel.origin ?? parcel.destination, province: null, way: parcel };
}

/** The last scan is part of every trouble's evidence: a newer one is what makes a dismissed trouble worth telling again. */
function seen(parcel: ParcelRecord) {
  return { lastScanAt: iso(parcel.last_scan_at), place: parcel.last_place, country: parcel.last_country };
}

function iso(at: Instant | null): Instant | null {
  return at === null ? null : new Date(at).toISOString();
}
