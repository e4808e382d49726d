// An order as far as money goes. All amounts are minor units of the currency the customer paid in.

/** What was taken off a line, and by what. */
export interface LineDiscount {
  /** The code typed, or the title shown. */
  title: string;
  /** `line`: given on this line; `order`: this line's share of what was taken off the whole order. */
  scope: 'line' | 'order';
  isCode: boolean;
  amount: number;
}

/** Import duty of a line, and what of it was given back. */
export interface LineDuty {
  id: string;
  amount: number;
  refunded: number;
}

/** A line as it was sold. */
export interface SoldLine {
  id: string;
  quantity: number;
  /** Units taken back or removed until now. */
  gone: number;
  unitPrice: number;
  /** Those of the line before those of the order. */
  discounts: LineDiscount[];
  /** Of the whole line, after discounts; part of its price where prices include tax. */
  tax: number;
  /** As fractions. */
  taxRates: number[];
  duties: LineDuty[];
}

/** A payment that money can go back to. */
export interface Payment {
  id: string;
  /** As shown to people. */
  name: string;
  /** As Shopify calls it. */
  gateway: string;
  kind: 'gateway' | 'gift_card' | 'store_credit' | 'manual';
  amount: number;
  refunded: number;
}

/** What is known of an order's money. */
export interface OrderMoney {
  id: string;
  currency: string;
  taxesIncluded: boolean;
  lines: SoldLine[];
  shipping: { price: number; tax: number; left: number } | null;
  /** Oldest first. */
  payments: Payment[];
  /** What the customer still owes; negative where the shop does. */
  outstanding: number;
  /** Received, with what was given back since. */
  received: number;
  /** Received less given back. */
  netPayment: number;
}

/** A line's price for all its units after every discount. */
export function lineTotal(line: Pick<SoldLine, 'discounts' | 'quantity' | 'unitPrice'>): number {
  return line.discounts.reduce((left, { amount }) => left - amount, line.unitPrice * line.quantity);
}
