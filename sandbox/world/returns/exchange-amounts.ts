import { ratesOf } from '../edited-order.ts';
import { mapBag, money, portion, subtractBags, sumBags, taxOf } from '../money.ts';
import type { NewTax } from '../new-order.ts';
import type { ExchangeLineRecord, MoneyBag, OrderRecord } from '../records.ts';

/** What some units of an exchange line cost. */
export interface ExchangeAmounts {
  discount: MoneyBag;
  /** After the discount; includes tax when the order's prices do. */
  subtotal: MoneyBag;
  taxes: NewTax[];
  tax: MoneyBag;
}

/** What the next `quantity` units of an exchange line cost, taxed as the order's other lines are. */
export function exchangeAmounts(
  order: OrderRecord,
  line: Pick<ExchangeLineRecord, 'discount' | 'processedQuantity' | 'quantity' | 'taxable' | 'unitPrice'>,
  quantity: number,
): ExchangeAmounts {
  const whole = mapBag(line.unitPrice, (minor) => minor * line.quantity);
  const off = discountOf(line.discount, whole);
  const upTo = (units: number) => mapBag(off, (minor) => portion(minor, units, line.quantity));
  const discount = subtractBags(upTo(line.processedQuantity + quantity), upTo(line.processedQuantity));
  const subtotal = subtractBags(
    mapBag(line.unitPrice, (minor) => minor * quantity),
    discount,
  );
  const taxes = line.taxable ? ratesOf(order).map((rate) => ({ ...rate, price: taxOf(subtotal, rate.rate, order.taxesIncluded) })) : [];
  const tax = sumBags(
    taxes.map((row) => row.price),
    mapBag(subtotal, () => 0),
  );
  return { discount, subtotal, taxes, tax };
}

/** A price of the catalogue as an order of another currency counts it, at the rate of that order; null when the order has none. */
export function priceIn(order: OrderRecord, minor: number): MoneyBag | null {
  const shop = money(minor, order.currency);
  if (order.currency === order.presentmentCurrency) return { shop, presentment: shop };
  const { originalTotal } = order;
  if (originalTotal.shop.minor === 0) return null;
  return { shop, presentment: money(portion(originalTotal.presentment.minor, minor, originalTotal.shop.minor), order.presentmentCurrency) };
}

function discountOf(discount: ExchangeLineRecord['discount'], whole: MoneyBag): MoneyBag {
  if (!discount) return mapBag(whole, () => 0);
  const { value } = discount;
  if (value.type === 'percentage') return mapBag(whole, (minor) => portion(minor, Math.round(value.percentage * 10_000), 1_000_000));
  const most = (side: 'presentment' | 'shop') => money(Math.min(whole[side].minor, value.amount[side].minor), whole[side].currency);
  return { shop: most('shop'), presentment: most('presentment') };
}
