// What our extensions inside Shopify's pages are told. Words are in the reader's language: an extension carries only those it
// needs when it reaches nobody.

/** How pressing a parcel is. */
export type Tone = 'waiting' | 'moving' | 'attention' | 'done';

/** One scan, newest first in its list. */
export interface ToldScan {
  text: string;
  /** The carrier's own words, where there are any. */
  message: string | null;
  /** `24 Nov, 14:05`. */
  when: string;
  at: string;
  place: string | null;
}

export interface ToldParcel {
  id: string;
  /** `Parcel 1 of 2`. */
  heading: string;
  /** How it stands, in a sentence. */
  status: string;
  tone: Tone;
  /** When it comes, came, or should have come. */
  date: string | null;
  /** Who says so, and why it is late. */
  why: string | null;
  /** What its customer can do, or what else is known to be wrong. */
  advice: string | null;
  carrier: string | null;
  number: string | null;
  /** The carrier's own page about it. */
  follow: { url: string; text: string } | null;
  contents: { title: string; imageUrl: string | null; quantity: number }[];
  scans: ToldScan[];
}

/** An order as its customer sees it in their account. */
export interface CustomerOrder {
  /** The language of the words. */
  locale: string;
  name: string;
  /** The whole order in a sentence. */
  summary: string;
  tone: Tone;
  parcels: ToldParcel[];
  /** What has not been sent yet. */
  waiting: { title: string; imageUrl: string | null; quantity: number }[];
  /** When that should come; null where nothing waits or nobody can say. */
  coming: string | null;
  /** Why it comes later than it was told. */
  comingWhy: string | null;
  /** The order's page in the storefront, open for a while: everything about it, and where a problem is reported. */
  trackingUrl: string;
  /** Where its items are sent back, open for as long; null where the shop takes no returns of it by itself. */
  returnsUrl: string | null;
}

/** An order's parcels as the people of the shop see them on Shopify's own order page. */
export interface StaffOrder {
  parcels: (Pick<ToldParcel, 'id' | 'heading' | 'status' | 'tone' | 'date' | 'why' | 'carrier' | 'number'> & { troubles: { id: string; text: string; since: string }[] })[];
  /** The order's page in the app. */
  path: string;
}

/** A customer's orders of which something has not arrived, the newest first. */
export interface OrdersOnTheirWay {
  orders: { id: string; name: string; parcels: Pick<ToldParcel, 'id' | 'status' | 'date'>[] }[];
}
