/** An amount in the currency's smallest unit; never a float. */
export interface Money {
  minor: number;
  currency: string;
}

/** The same amount as the shop counts it and as the customer saw it. */
export interface MoneyBag {
  shop: Money;
  presentment: Money;
}
