import type { ParcelCause, ParcelStatus } from '#app/modules/carriers/index.server.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import type { Evidence, TroubleKind, TroubleMark, TroubleOutcome } from '../records.ts';

/** Which troubles are meant. What is left out does not narrow; null asks for those without. */
export interface TroubleFilter {
  /** `open` are those that wait; `dismissed` and `closed` those that are over. Open where left out. */
  state?: 'open' | 'dismissed' | 'closed';
  orderId?: string;
  kind?: TroubleKind;
  cause?: string | null;
  carrier?: string | null;
  origin?: string | null;
  destination?: string | null;
  hub?: string | null;
  /** What staff decided; null are those nobody looked at. */
  mark?: TroubleMark | null;
  /** An order's name or a parcel's number, whole. */
  search?: string;
}

/** A trouble as the list of parcels shows it. */
export interface TroubleRow {
  id: string;
  orderId: string;
  orderName: string;
  recipient: string | null;
  kind: TroubleKind;
  cause: ParcelCause | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  evidence: Evidence;
  since: Date;
  changedAt: Date;
  imported: boolean;
  mark: { mark: TroubleMark; by: string | null; at: Date; reason: string | null } | null;
  closed: { at: Date; outcome: TroubleOutcome } | null;
  /** Null where the order as a whole is meant. */
  parcel: { shipmentId: string; number: string; status: ParcelStatus; lastScanAt: Date | null; promisedTo: Day | null; missedTo: Day | null } | null;
}

export interface TroublePage {
  rows: TroubleRow[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}

export type TroubleGrouping = 'cause' | 'carrier' | 'lane' | 'hub';

/** Troubles that share something: "143 parcels silent since Leipzig" is kind `silent`, hub `Leipzig`, count 143. */
export interface TroubleGroup {
  /** Null where the group holds several kinds. */
  kind: TroubleKind | null;
  cause: ParcelCause | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  count: number;
  /** How many of them nobody looked at. */
  unmarked: number;
  /** Since when the first and the last of them are in trouble. */
  since: Date;
  newest: Date;
  /** Shows exactly these in `listTroubles`. */
  filter: TroubleFilter;
}

/** How a shop's parcels stand at a glance. */
export interface TroubleFigures {
  /** Parcels of which something is expected. */
  underWay: number;
  open: number;
  unmarked: number;
  openedToday: number;
  byKind: Partial<Record<TroubleKind, number>>;
  /** Closed in the last seven days, by how they ended. */
  ended: Partial<Record<TroubleOutcome, number>>;
}
