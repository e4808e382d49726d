import { parseMoney, type Money } from '#app/kernel/money.ts';
import { fold } from '#app/kernel/text.ts';

/** From when on a shop values a customer; any that is set does. */
export interface Measure {
  /** From so many orders on. */
  orders: number | null;
  /** From so much spent on. */
  spent: { amount: string; currency: string } | null;
  /** Customers who bear one of these at Shopify. */
  tags: readonly string[];
}

/** What is known of somebody at Shopify; the money by the currencies it was spent in. */
export interface Bought {
  orders: number;
  spent: readonly Money[];
  tags: readonly string[];
}

/** What somebody is valued for. */
export type ValuedBy = { by: 'orders'; orders: number } | { by: 'spent'; spent: Money } | { by: 'tag'; tag: string };

/** As a ticket keeps it. */
export const valuedReasons = ['orders', 'spent', 'tag'] as const satisfies readonly ValuedBy['by'][];
export type ValuedReason = (typeof valuedReasons)[number];

/** What a shop values somebody for by its measure, or null where it does not. */
export function valuedBy({ orders, spent, tags }: Bought, measure: Measure): ValuedBy | null {
  if (measure.orders !== null && orders >= measure.orders) return { by: 'orders', orders };
  if (measure.spent !== null) {
    const least = parseMoney(measure.spent.amount, measure.spent.currency);
    const enough = spent.find(({ minor, currency }) => currency === least.currency && minor >= least.minor);
    if (enough) return { by: 'spent', spent: enough };
  }
  const tag = tags.find((one) => measure.tags.some((wanted) => fold(wanted) === fold(one)));
  return tag === undefined ? null : { by: 'tag', tag };
}
