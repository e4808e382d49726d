/** What is known of an order when a return is decided. Null: not known, which neither fulfils nor fails a condition. */
export interface OrderFacts {
  boughtAt: Date;
  /** The shop's time zone: days are counted on its calendar. */
  zone: string;
  /** The shop's currency, in which all amounts here are minor units. */
  currency: string;
  /** ISO code of where it was sent. */
  country: string | null;
  /** Shopify's name of where it was sold: `web`, `pos`, ... */
  channel: string | null;
  tags: readonly string[] | null;
  discountCodes: readonly string[] | null;
  customer: CustomerFacts;
}

export interface CustomerFacts {
  tags: readonly string[] | null;
  orders: number | null;
  spent: number | null;
  /** Returns of earlier orders, and what share of their items came back, in percent. */
  returns: number | null;
  returnRate: number | null;
}

/** When something reached its customer, as far as is known. */
export interface DeliveryFacts {
  deliveredAt: Date | null;
  /** The last day it was expected, estimated or promised. */
  expectedAt: Date | null;
  shippedAt: Date | null;
  /** A carrier has it and has not delivered it: nothing is counted yet, whatever was expected. */
  underway: boolean;
}

/** What is known of the units of one fulfilled line that would come back. */
export interface LineFacts {
  productId: string | null;
  variantId: string | null;
  collections: readonly string[] | null;
  type: string | null;
  productTags: readonly string[] | null;
  /** Of one unit before discounts. */
  price: number;
  /** Percent by which the price was lowered. */
  discount: number;
  /** What was paid for these units after discounts. */
  value: number;
  delivery: DeliveryFacts;
}
