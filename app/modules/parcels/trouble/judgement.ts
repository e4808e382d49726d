import { day } from '#app/kernel/time.ts';
import type { PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import { troubleKinds, type FoundTrouble, type Instant, type ParcelRecord, type TroubleKind, type TroubleOutcome } from '../records.ts';
import { mostTelling, toTrouble } from './find-troubles.ts';
import { holdings, type Holding } from './holdings.ts';
import { surroundingsOf } from './surroundings-of.ts';
import type { TroubleThresholds } from './thresholds.ts';

/** What is to be known of a parcel or an order to compare its troubles with those that are open. */
export interface Judgement {
  orderId: string;
  /** Null for what concerns the order as a whole. */
  shipmentId: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  lastScanAt: Instant | null;
  found: readonly FoundTrouble[];
  /** Kinds that would hold within a day: an open one is not closed for the sake of hours, lest it open again tomorrow. */
  near: readonly TroubleKind[];
  /** Kinds this judgement says anything about; open ones of other kinds are left alone. */
  judged: readonly TroubleKind[];
  /** How it ended, where nothing more is expected. */
  over: Exclude<TroubleOutcome, 'recovered' | 'dismissed' | 'superseded'> | null;
}

/** Troubles that time opens; they come and go with limits that are learned anew each day. */
const opensWithTime: ReadonlySet<TroubleKind> = new Set(['no_first_scan', 'silent', 'past_date', 'customs']);
/** A customer's word is not withdrawn by looking at the parcel again. */
const ofParcel = troubleKinds.filter((kind) => kind !== 'denied' && kind !== 'late_to_ship');

/** How a parcel stands now. */
export function judgeParcel(parcel: ParcelRecord, knowledge: PromiseKnowledge, thresholds: TroubleThresholds, now: Date): Judgement {
  return judgeHoldings(parcel, holdings(parcel, surroundingsOf(knowledge), thresholds, now), now);
}

/** The same where what holds is known already. */
export function judgeHoldings(parcel: ParcelRecord, held: readonly Holding[], now: Date): Judgement {
  const most = mostTelling(held.filter(({ from }) => from <= now.getTime()));
  const near = most ? [] : held.filter(({ kind, from }) => opensWithTime.has(kind) && from <= now.getTime() + day);
  return { ...subjectOf(parcel), found: most ? [toTrouble(most)] : [], near: near.map(({ kind }) => kind), judged: ofParcel, over: endOf(parcel) };
}

/** What the customer says of a delivered parcel: `deniedAt` null takes the word back. Who wrote before it was delivered denied nothing. */
export function judgeDenial(parcel: ParcelRecord, deniedAt: Instant | null, { unwatched }: Pick<TroubleThresholds, 'unwatched'>): Judgement {
  const { delivered_at: deliveredAt, last_place: place, last_country: country } = parcel;
  const holds = deniedAt !== null && deliveredAt !== null && Date.parse(deniedAt) >= Date.parse(deliveredAt) && !unwatched.includes('denied');
  const found: FoundTrouble[] = holds ? [{ kind: 'denied', cause: null, evidence: { deliveredAt: new Date(deliveredAt).toISOString(), place, country }, since: new Date(deniedAt).toISOString() }] : [];
  return { ...subjectOf(parcel), found, near: [], judged: ['denied'], over: null };
}

function subjectOf(parcel: ParcelRecord) {
  const { order_id, shipment_id, carrier, origin, destination, last_place, last_scan_at } = parcel;
  return { orderId: order_id, shipmentId: shipment_id, carrier, origin, destination, hub: last_place, lastScanAt: last_scan_at === null ? null : new Date(last_scan_at).toISOString() };
}

function endOf(parcel: ParcelRecord): Judgement['over'] {
  if (parcel.status === 'delivered') return 'delivered';
  if (parcel.settled_at === null) return null;
  return parcel.going_back ? 'returned' : 'settled';
}
