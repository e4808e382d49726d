/** What an order, its customer or its parcel is asked for by a list of values, and by an amount or count. */
export const listedTraits = ['country', 'carrier', 'order_tag', 'customer_tag', 'product', 'sku'] as const;
export const measuredTraits = ['value', 'orders', 'spent'] as const;
export type ListedTrait = (typeof listedTraits)[number];
export type MeasuredTrait = (typeof measuredTraits)[number];
export type Trait = ListedTrait | MeasuredTrait;

interface Listed {
  trait: ListedTrait;
  /** Whether having one of them lets an order in or keeps it out. */
  is: 'one_of' | 'none_of';
  values: string[];
}

interface Measured {
  trait: MeasuredTrait;
  /** From and to, both counted in; amounts in minor units of the shop's currency. */
  min: number | null;
  max: number | null;
}

/** What has to hold of an order for its customer to be told. */
export type Condition = Listed | Measured;

/** True for a condition that lists values. */
export function isListed(condition: Condition): condition is Listed {
  return 'values' in condition;
}
