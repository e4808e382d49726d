import { nextUnits, percentOf, portion, sumOf } from './portion.ts';

/** Goods to be sent in exchange, at the price they had when the exchange was made. */
export interface ExchangeUnits {
  id: string;
  title: string;
  unitPrice: number;
  /** Units now, of all units of the exchange line, of which some may have been sent. */
  quantity: number;
  units: number;
  processed: number;
  taxable: boolean;
  discount: { percentage: number } | { amount: number } | null;
}

/** What some units of an exchange line cost. */
export interface ExchangeAmounts {
  id: string;
  title: string;
  quantity: number;
  price: number;
  discount: number;
  /** After the discount; includes tax where prices do. */
  subtotal: number;
  tax: number;
}

/** What exchange goods cost, taxed as the order's other lines are. */
export function exchangeAmounts(order: { taxesIncluded: boolean; taxRates: readonly number[] }, line: ExchangeUnits): ExchangeAmounts {
  const price = line.unitPrice * line.quantity;
  const discount = nextUnits(discountOf(line), line.quantity, { gone: line.processed, whole: line.units });
  const subtotal = price - discount;
  const tax = line.taxable ? sumOf(order.taxRates.map((rate) => taxOf(subtotal, rate, order.taxesIncluded))) : 0;
  return { id: line.id, title: line.title, quantity: line.quantity, price, discount, subtotal, tax };
}

/** A fixed discount is off all units of the line and never more than they cost. */
function discountOf({ discount, unitPrice, units }: ExchangeUnits): number {
  const whole = unitPrice * units;
  if (discount === null) return 0;
  return 'percentage' in discount ? percentOf(whole, discount.percentage) : Math.min(whole, discount.amount);
}

function taxOf(minor: number, rate: number, included: boolean): number {
  const millionths = Math.round(rate * 1_000_000);
  return portion(minor, millionths, included ? 1_000_000 + millionths : 1_000_000);
}
