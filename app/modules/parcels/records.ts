import type { ParcelCause, ParcelStatus } from '#app/modules/carriers/index.server.ts';
import type { Day, PromiseSource } from '#app/modules/promises/index.server.ts';

// Rows as the tables hold them, without the shop. Moments are ISO text in UTC; ids of shipments are decimal text.

export type Instant = string;

/** How goods reach the customer. Only `carrier` parcels are scanned; `none` is for what is not shipped at all. */
export type DeliveryMethod = 'carrier' | 'pickup' | 'local' | 'none';

export type NumberDoubt = 'format' | 'check_digit' | 'other_carrier';

export interface ParcelRecord {
  shipment_id: string;
  order_id: string;
  fulfillment_id: string;
  number: string;
  method: DeliveryMethod;
  carrier: string | null;
  number_doubt: NumberDoubt | null;
  service: string | null;
  origin: string | null;
  destination: string | null;
  destination_province: string | null;
  status: ParcelStatus;
  cause: ParcelCause | null;
  status_since: Instant | null;
  attempts: number;
  going_back: boolean;
  placed_at: Instant;
  shipped_at: Instant;
  first_scan_at: Instant | null;
  last_scan_at: Instant | null;
  /** City of the last scan that named one: the hub where parcels gather. */
  last_place: string | null;
  last_country: string | null;
  delivered_at: Instant | null;
  promised_from: Day | null;
  promised_to: Day | null;
  promise_source: PromiseSource | null;
  promise_basis: Readonly<Record<string, string | number>> | null;
  first_promised_to: Day | null;
  missed_to: Day | null;
  slips: number;
  imported: boolean;
  settled_at: Instant | null;
  computed_at: Instant;
}

export const troubleKinds = ['late_to_ship', 'no_first_scan', 'silent', 'past_date', 'exception', 'customs', 'returning', 'attempts', 'denied', 'number_wrong'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** Why a trouble is over; `superseded`: another of the same parcel says more. */
export const troubleOutcomes = ['recovered', 'delivered', 'returned', 'settled', 'dismissed', 'superseded'] as const;
export type TroubleOutcome = (typeof troubleOutcomes)[number];

/** What staff decided about a trouble. */
export const troubleMarks = ['watched', 'told_customer', 'claimed', 'dismissed'] as const;
export type TroubleMark = (typeof troubleMarks)[number];

/** The figures a trouble rests on, to be shown as they are: hours of silence, the limit, its samples, the place. */
export type Evidence = Readonly<Record<string, string | number | null>>;

/** A trouble as it is found, before it is compared with those that are open. */
export interface FoundTrouble {
  kind: TroubleKind;
  cause: ParcelCause | null;
  evidence: Evidence;
  /** Since when it holds. */
  since: Instant;
}
