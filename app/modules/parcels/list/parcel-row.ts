import type { ParcelCause, ParcelStatus } from '#app/modules/carriers/index.server.ts';
import type { Day, PromiseSource } from '#app/modules/promises/index.server.ts';
import type { NumberDoubt, TroubleKind } from '../records.ts';

/** Which parcels a list shows: all, those of which something is expected, those that came after a promised day. */
export type ParcelShelf = 'all' | 'under_way' | 'late';

export interface ParcelFilter {
  shelf: ParcelShelf;
  /** Key of the carrier; null for those whose carrier nobody recognised. */
  carrier?: string | null;
  origin?: string | null;
  destination?: string | null;
  /** An order's name or a parcel's number, whole. */
  search?: string;
  /** Only numbers that look wrong. */
  doubted?: boolean;
}

/** A parcel as lists show it. */
export interface ParcelRow {
  shipmentId: string;
  orderId: string;
  orderName: string;
  recipient: string | null;
  number: string;
  /** What the merchant or Shopify called the carrier. */
  company: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  status: ParcelStatus;
  cause: ParcelCause | null;
  shippedAt: Date;
  lastScanAt: Date | null;
  deliveredAt: Date | null;
  promise: { from: Day; to: Day; source: PromiseSource } | null;
  missedTo: Day | null;
  numberDoubt: NumberDoubt | null;
  troubles: TroubleKind[];
}

export interface ParcelPage {
  rows: ParcelRow[];
  /** Cursor of the next page; null on the last. */
  next: string | null;
}
