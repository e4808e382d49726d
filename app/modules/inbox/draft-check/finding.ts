/** What is wrong with a draft, where, and what would be right. */
export interface Finding {
  kind: 'phrase' | 'date' | 'amount' | 'status' | 'order_number' | 'tracking_number' | 'currency';
  /** The piece of the draft, from its first sign to behind its last. */
  from: number;
  to: number;
  /** What it claims: chooses the words it is said with. */
  claim: 'forbidden' | 'delivery_day' | 'delivered_day' | 'shipped_day' | 'ordered_day' | 'delivered' | 'shipped' | 'refunded' | 'cancelled' | 'lost' | 'sent_again' | 'refund_amount' | 'total' | 'shipping_cost' | 'unknown_order' | 'unknown_parcel' | 'other_currency';
  /** The right value in the draft's language, ready to take its place; null: there is none, the claim itself is wrong. */
  instead: string | null;
}
