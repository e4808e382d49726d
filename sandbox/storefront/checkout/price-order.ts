import type { Product, Variant } from '../load-catalogue.ts';
import { type Cents, convertCents, roundToCurrency } from '../cents.ts';
import type { DiscountCode } from './discount-codes.ts';
import type { ShippingRate } from './shipping-rates.ts';
import type { TaxRate } from './tax-rates.ts';

/** A cart line with what it is of. */
export interface PricedLine {
  product: Product;
  variant: Variant;
  quantity: number;
}

/** An amount in the shop's money and in the money the customer pays. */
export interface BothMoneys {
  shop: Cents;
  presentment: Cents;
}

/** Everything the order form shows and the order carries. */
export interface OrderPrice {
  lines: { line: PricedLine; unit: BothMoneys; total: BothMoneys; tax: BothMoneys }[];
  subtotal: BothMoneys;
  discount: BothMoneys;
  /** What the customer pays for delivery, and its price before a code took it away. */
  shipping: BothMoneys;
  shippingListed: BothMoneys;
  shippingTax: BothMoneys;
  tax: BothMoneys;
  total: BothMoneys;
  taxRate: TaxRate | null;
  taxesIncluded: boolean;
}

interface Terms {
  lines: PricedLine[];
  shopCurrency: string;
  currency: string;
  rate: ShippingRate;
  discount: DiscountCode | null;
  taxRate: TaxRate | null;
  taxesIncluded: boolean;
}

const sum = (amounts: Cents[]): Cents => amounts.reduce((total, amount) => total + amount, 0);

function priceIn(currency: string, terms: Terms) {
  const convert = (cents: Cents): Cents => convertCents(cents, terms.shopCurrency, currency);
  const round = (cents: Cents): Cents => roundToCurrency(cents, currency);
  const units = terms.lines.map((line) => convert(line.variant.price));
  const totals = terms.lines.map((line, index) => (units[index] ?? 0) * line.quantity);
  const subtotal = sum(totals);
  const discount = discountOn(subtotal, terms.discount, convert, round);
  const shippingListed = convert(terms.rate.price);
  const shipping = terms.discount?.kind === 'free_shipping' ? 0 : shippingListed;
  const rate = terms.taxRate?.rate ?? 0;
  const taxOf = (cents: Cents): Cents => round(terms.taxesIncluded ? cents - cents / (1 + rate) : cents * rate);
  const keep = subtotal === 0 ? 1 : (subtotal - discount) / subtotal;
  const taxes = totals.map((total) => taxOf(total * keep));
  const shippingTax = taxOf(shipping);
  const tax = sum(taxes) + shippingTax;
  const total = subtotal - discount + shipping + (terms.taxesIncluded ? 0 : tax);
  return { units, totals, taxes, subtotal, discount, shipping, shippingListed, shippingTax, tax, total };
}

function discountOn(subtotal: Cents, code: DiscountCode | null, convert: (cents: Cents) => Cents, round: (cents: Cents) => Cents): Cents {
  if (code?.kind === 'percentage') return round((subtotal * code.percentage) / 100);
  if (code?.kind === 'fixed') return Math.min(subtotal, convert(code.amount));
  return 0;
}

/** Prices an order in both moneys; presentment amounts are converted line by line, as the customer sees them. */
export function priceOrder(terms: Terms): OrderPrice {
  const shop = priceIn(terms.shopCurrency, terms);
  const presentment = priceIn(terms.currency, terms);
  const both = (pick: (side: ReturnType<typeof priceIn>) => Cents | undefined): BothMoneys => ({
    shop: pick(shop) ?? 0,
    presentment: pick(presentment) ?? 0,
  });
  return {
    lines: terms.lines.map((line, index) => ({
      line,
      unit: both((side) => side.units[index]),
      total: both((side) => side.totals[index]),
      tax: both((side) => side.taxes[index]),
    })),
    subtotal: both((side) => side.subtotal),
    discount: both((side) => side.discount),
    shipping: both((side) => side.shipping),
    shippingListed: both((side) => side.shippingListed),
    shippingTax: both((side) => side.shippingTax),
    tax: both((side) => side.tax),
    total: both((side) => side.total),
    taxRate: terms.taxRate,
    taxesIncluded: terms.taxesIncluded,
  };
}
