import type { Market } from './people.ts';
import type { PlannedReturn } from './planned-return.ts';
import type { Scan } from './plan-journey.ts';
import type { Carrier } from './tracking-numbers.ts';

/** Who buys: one of the shop's customers, again and again, or a guest. */
export interface PlannedBuyer {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  /** What the buyer leaves at the order form. */
  gives: 'email' | 'phone' | 'both';
  /** A guest's order belongs to no customer. */
  guest: boolean;
  market: Market;
  home: Market['homes'][number];
}

/** One parcel of an order: which of its lines, when, by whom; without carrier and number it was handed over. */
export interface PlannedParcel {
  /** Indexes into the order's lines. */
  lines: number[];
  shippedAt: Date;
  carrier: Carrier | null;
  number: string | null;
  scans: Scan[];
}

/** Everything that will happen with one order. */
export interface PlannedOrder {
  at: Date;
  kind: 'web' | 'pos' | 'test';
  buyer: PlannedBuyer;
  lines: { handle: string; variant: number; quantity: number }[];
  shipping: 'standard' | 'express' | 'pickup' | 'local';
  discount: 'WELCOME10' | 'FIVER' | 'FREESHIP' | null;
  note: string | null;
  parcels: PlannedParcel[];
  cancel: { at: Date; reason: 'CUSTOMER' | 'INVENTORY' } | null;
  refund: { at: Date; line: number; note: string } | null;
  return: PlannedReturn | null;
}
