import type { Money } from '#app/kernel/money.ts';
import type { AddressView } from '#app/modules/orders/index.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { LinkedHandle } from '../people/handle-row.server.ts';
import type { PerhapsTheSame } from '../people/perhaps-the-same.server.ts';
import type { PersonTicket } from '../people/tickets-of-person.server.ts';
import type { ValuedBy } from '../tiers/valued-by.ts';

/** What stands beside a ticket: who writes, what they bought, and how that goes. */
export interface BesideView {
  ticketId: number;
  person: BesidePerson;
  /** Whether somebody vouches for the sender of the last word in writing: `no` means that it may not be them, `typed` that they gave their address in the shop's form; null: nothing was written. */
  verified: 'yes' | 'no' | 'unknown' | 'typed' | null;
  /** What the ticket is about first, then the person's newest. */
  orders: BesideOrder[];
  /** Whether they have more orders than are shown. */
  hasMoreOrders: boolean;
  tickets: PersonTicket[];
}

export interface BesidePerson {
  id: string;
  name: string | null;
  locale: string | null;
  since: Date;
  handles: Pick<LinkedHandle, 'id' | 'kind' | 'value' | 'reason' | 'confidence' | 'evidence'>[];
  perhaps: PerhapsTheSame[];
  notes: { id: string; words: string; by: string | null; at: Date }[];
  /** What they are at Shopify; null where nobody is known there. */
  customer: BesideCustomer | null;
}

export interface BesideCustomer {
  id: string;
  name: string | null;
  orders: number;
  spent: Money | null;
  tier: Tier;
  /** What the shop values them for. */
  valuedBy: ValuedBy | null;
  tags: readonly string[];
}

/** How well a customer is known: `valued` by the shop's own measure, `lapsed` who has not ordered for a year. */
export type Tier = 'none' | 'first' | 'returning' | 'valued' | 'lapsed';

export interface BesideOrder {
  id: string;
  name: string;
  placedAt: Date;
  cancelled: boolean;
  financialStatus: string | null;
  fulfillmentStatus: string | null;
  total: Money;
  refunded: Money;
  /** `named`: the ticket names it, and it is not this person's. */
  standing: 'theirs' | 'likely' | 'named';
  /** Whether the ticket is about it. */
  isMeant: boolean;
  /** The order whose goods were sent again as this one; null where it is no such order. */
  sentFor: { id: string; name: string } | null;
  /** Where it goes; null where nobody knows, and of an order that is not surely theirs. */
  goesTo: AddressView | null;
  items: { title: string; variant: string | null; quantity: number; image: string | null }[];
  parcels: (Pick<ParcelStory, 'carrierName' | 'cause' | 'number' | 'promise' | 'since' | 'status' | 'url' | 'deliveredAt'> & { id: string; troubles: ParcelStory['troubles'][number]['kind'][] })[];
  problems: { id: string; kind: string; state: string; at: Date }[];
  returns: { id: string; name: string; status: string; next: string }[];
  refunds: { id: string; amount: Money; at: Date }[];
  notices: { id: string; kind: string; channel: string; state: string; at: Date; seenAt: Date | null; cameBack: boolean }[];
}
