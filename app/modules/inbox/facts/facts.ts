import type { Money } from '#app/kernel/money.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { ParcelStatus } from '#app/modules/carriers/index.server.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import type { Whereabouts } from './whereabouts.ts';

/** What is so of a parcel now, as far as words about it can be right or wrong. */
export interface ParcelFacts {
  number: string | null;
  carrier: string | null;
  status: ParcelStatus;
  /** What is wrong with it: `silent`, `past_date` ... */
  troubles: readonly string[];
  where: Whereabouts;
  shippedOn: Day;
  deliveredOn: Day | null;
  expected: { from: Day; to: Day } | null;
  /** The last promised day that passed. */
  missed: Day | null;
}

/** What is so of an order now. Amounts are what its customer paid in; days are told where it goes. */
export interface OrderFacts {
  id: string;
  name: string;
  /** The order is this person's own beyond doubt: only then may words and links tell of it. */
  isTheirs: boolean;
  placedOn: Day;
  cancelledOn: Day | null;
  currency: string;
  total: Money;
  subtotal: Money;
  shipping: Money;
  tax: Money;
  refunded: Money;
  refunds: readonly Money[];
  items: readonly { title: string; quantity: number; price: Money }[];
  parcels: readonly ParcelFacts[];
  /** Nothing of it is still to be sent. */
  isSent: boolean;
  /** Goods of it went out once more, or it is itself an order that was made for that. */
  isSentAgain: boolean;
  /** Returns that are not over, by their names. */
  returns: readonly { name: string; status: string }[];
}

/** What is so around a ticket while somebody writes in it. */
export interface TicketFacts {
  ticketId: number;
  /** Of whom it is, as far as a name is known. */
  firstName: string;
  /** Empty where nobody told it apart. */
  lastName: string;
  /** The best language to write in. */
  locale: CustomerLocale;
  shopName: string;
  today: Day;
  /** Orders it is about, the likeliest first; then the person's own newest. */
  orders: readonly OrderFacts[];
  /** What the customer wrote last. */
  lastWords: string;
  /** What stands above it; empty once they wrote again, for later words go on to something else under the same subject. */
  headline: string;
  category: string | null;
  channel: string;
}
