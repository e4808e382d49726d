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
  return judgeHoldings(parcel, holdings(parcel, surroundingsOf(knowledge), thresholds, now, null), now);
}

/** The same where what holds is known already. */
export function judgeHoldings(parcel: ParcelRecord, held: readonly Holding[], now: Date): Judgement {
  const most = mostTelling(held.filter(({ from }) => from <= now.getTime()));
  const near = most ? [] : held.filter(({ kind, from }) => opensWithTime.has(kind) && from <= now.getTime() + day);
  return { ...subjectOf(parcel), found: most ? [toTrouble(most)] : [], near: near.map(({ kind }) => kind), judged: ofParcel, over: endOf(parcel) };
}

/** What the customer says of a delivered parcel: `deniedAt` null takes the word back. */
export function judgeDenial(parcel: ParcelRecord, deniedAt: Instant | null): Judgement {
  const since = deniedAt === null ? null : new Date(deniedAt).toISOString();
  const found: FoundTrouble[] = since === null ? [] : [{ kind: 'denied', cause: null, evidence: { deliveredAt: parcel.delivered_at && new Date(parcel.delivered_at).toISOString(), place: parcel.last_place, country: parcel.last_country }, since }];
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
