import { allocate, mapBag, money, portion, subtractBags } from './money.ts';
import type { NewDiscount } from './new-order.ts';
import type { DiscountAllocationRecord, DiscountApplicationRecord, MoneyBag } from './records.ts';

/** The discounts of an order and their shares on each line and shipping line. */
export interface AllocatedDiscounts {
  applications: DiscountApplicationRecord[];
  lines: DiscountAllocationRecord[][];
  shipping: DiscountAllocationRecord[][];
}

/** Shares discounts over lines: each sees what earlier ones left, shares sum to the discount exactly and no line falls below zero. */
export function allocateDiscounts(discounts: readonly NewDiscount[], linePrices: readonly MoneyBag[], shippingPrices: readonly MoneyBag[]): AllocatedDiscounts {
  const left = { LINE_ITEM: [...linePrices], SHIPPING_LINE: [...shippingPrices] };
  const shares = { LINE_ITEM: linePrices.map((): DiscountAllocationRecord[] => []), SHIPPING_LINE: shippingPrices.map((): DiscountAllocationRecord[] => []) };
  const applications = discounts.map((discount, index): DiscountApplicationRecord => {
    const prices = left[discount.target];
    const chosen = discount.lines ?? prices.map((_, position) => position);
    const amounts = amountsOf(
      discount.value,
      chosen.map((position) => prices[position]).filter((price) => price !== undefined),
    );
    chosen.forEach((position, order) => {
      const price = prices[position];
      const amount = amounts[order];
      if (!price || !amount || (amount.shop.minor === 0 && amount.presentment.minor === 0)) return;
      prices[position] = subtractBags(price, amount);
      shares[discount.target][position]?.push({ applicationIndex: index, amount });
    });
    return {
      index,
      kind: discount.kind,
      title: discount.title,
      description: discount.description ?? null,
      targetType: discount.target,
      targetSelection: discount.lines ? 'EXPLICIT' : 'ALL',
      allocationMethod: discount.value.type === 'percentage' && discount.lines ? 'EACH' : 'ACROSS',
      value: discount.value,
    };
  });
  return { applications, lines: shares.LINE_ITEM, shipping: shares.SHIPPING_LINE };
}

function amountsOf(value: NewDiscount['value'], prices: readonly MoneyBag[]): MoneyBag[] {
  const [first] = prices;
  if (!first) return [];
  const split = (side: 'presentment' | 'shop'): number[] => {
    const weights = prices.map((price) => price[side].minor);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const wanted = value.type === 'percentage' ? portion(total, Math.round(value.percentage * 10_000), 1_000_000) : value.amount[side].minor;
    return allocate(Math.min(total, wanted), weights);
  };
  const shop = split('shop');
  const presentment = split('presentment');
  return prices.map((price, index) => ({
    shop: money(shop[index] ?? 0, price.shop.currency),
    presentment: money(presentment[index] ?? 0, price.presentment.currency),
  }));
}

/** The unit price after a line's own discounts, rounded to the smallest unit. */
export function perUnit(total: MoneyBag, quantity: number): MoneyBag {
  return mapBag(total, (minor) => portion(minor, 1, quantity));
}
