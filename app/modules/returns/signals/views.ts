/** What a customer bought and sent back so far, in the shop's currency. */
export interface BuyerHistory {
  /** What they placed: goods that were sent again for nothing are neither an order nor units. */
  orders: number;
  units: number;
  /** Orders with a return, and units of them. */
  ordersBack: number;
  unitsBack: number;
  returns: number;
  /** Minor units: what was paid, what came back, what was refunded. */
  paid: number;
  valueBack: number;
  refunded: number;
  /** The most frequent first. */
  reasons: { reason: string | null; name: string | null; units: number }[];
}

/** Where a signal can be looked at. */
export interface Evidence {
  kind: 'return' | 'report';
  id: string;
  /** A return's number, or the order a report is about. */
  name: string;
  at: Date;
}

export type Signal =
  | { is: 'repeat_returner'; evidence: Evidence[] }
  | { is: 'denied_delivery'; evidence: Evidence[] }
  | { is: 'empty_box'; evidence: Evidence[] }
  | { is: 'blocked_tag'; tags: string[] }
  | { is: 'noted'; reason: string; at: Date };

/** Somebody who sends something back, as the person who decides sees them. */
export interface Buyer {
  customerId: string;
  currency: string;
  history: BuyerHistory;
  signals: Signal[];
}
