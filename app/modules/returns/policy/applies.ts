import { calendarOf } from './calendar.ts';
import type { Bought, Condition, Listed, ListedTrait, Measured, MeasuredTrait } from './condition.ts';
import type { LineFacts, OrderFacts } from './facts.ts';

/** What a rule is held against. */
export interface Case {
  order: OrderFacts;
  line: LineFacts;
  /** The handle of Shopify's reason; null while none was chosen. */
  reason: string | null;
}

/** Whether a rule applies; where that cannot be told, what would have to be known. */
export type Applies = { applies: boolean } | { applies: 'unsure'; traits: (ListedTrait | MeasuredTrait)[] };

/** Holds all conditions of a rule against a case. One that fails settles it, whatever else is not known. */
export function applies(when: readonly Condition[], about: Case): Applies {
  const traits: (ListedTrait | MeasuredTrait)[] = [];
  for (const condition of when) {
    const held = holds(condition, about);
    if (held === false) return { applies: false };
    if (held === null && condition.trait !== 'bought') traits.push(condition.trait);
  }
  return traits.length === 0 ? { applies: true } : { applies: 'unsure', traits };
}

/** True, false, or null where the case does not tell. */
function holds(condition: Condition, about: Case): boolean | null {
  if (condition.trait === 'bought') return isBetween(condition, calendarOf(about.order.zone).dayOf(about.order.boughtAt));
  if ('values' in condition) return isListed(condition, listedOf[condition.trait](about));
  return isMeasured(condition, measuredOf[condition.trait](about));
}

const isBetween = ({ from, to }: Bought, day: string) => (from === null || day >= from) && (to === null || day <= to);

function isListed({ is, values }: Listed, found: readonly string[] | null): boolean | null {
  if (found === null) return null;
  const wanted = new Set(values.map(({ value }) => folded(value)));
  return found.some((value) => wanted.has(folded(value))) === (is === 'one_of');
}

function isMeasured({ min, max }: Measured, found: number | null): boolean | null {
  return found === null ? null : (min === null || found >= min) && (max === null || found <= max);
}

/** Tags, types and codes are the same in either case at Shopify. */
const folded = (value: string) => value.trim().toLowerCase();
const one = (value: string | null) => (value === null ? null : [value]);

const listedOf: Record<ListedTrait, (about: Case) => readonly string[] | null> = {
  product: ({ line }) => one(line.productId),
  variant: ({ line }) => one(line.variantId),
  collection: ({ line }) => line.collections,
  type: ({ line }) => one(line.type),
  product_tag: ({ line }) => line.productTags,
  discount_code: ({ order }) => order.discountCodes,
  country: ({ order }) => one(order.country),
  channel: ({ order }) => one(order.channel),
  order_tag: ({ order }) => order.tags,
  customer_tag: ({ order }) => order.customer.tags,
  reason: ({ reason }) => one(reason),
};

const measuredOf: Record<MeasuredTrait, (about: Case) => number | null> = {
  price: ({ line }) => line.price,
  discount: ({ line }) => line.discount,
  orders: ({ order }) => order.customer.orders,
  spent: ({ order }) => order.customer.spent,
  returns: ({ order }) => order.customer.returns,
  return_rate: ({ order }) => order.customer.returnRate,
};
