/** What a rule may ask of a line, its order, its customer or the return, by a list of values. */
export const listedTraits = ['product', 'variant', 'collection', 'type', 'product_tag', 'discount_code', 'country', 'channel', 'order_tag', 'customer_tag', 'reason'] as const;
/** The same by an amount, a share or a count: price and spent in minor units of the shop's currency, shares in percent. */
export const measuredTraits = ['price', 'discount', 'orders', 'spent', 'returns', 'return_rate'] as const;
export type ListedTrait = (typeof listedTraits)[number];
export type MeasuredTrait = (typeof measuredTraits)[number];
export type Trait = ListedTrait | MeasuredTrait | 'bought';

/** A value with the name it had when it was chosen, so that a published rule stays readable for ever. */
export interface NamedValue {
  value: string;
  name: string;
}

export interface Listed {
  trait: ListedTrait;
  is: 'one_of' | 'none_of';
  values: NamedValue[];
}

export interface Measured {
  trait: MeasuredTrait;
  /** From and to, both counted in. */
  min: number | null;
  max: number | null;
}

/** Ordered between two days of the shop's calendar, both counted in. */
export interface Bought {
  trait: 'bought';
  from: string | null;
  to: string | null;
}

/** One thing that has to hold for a rule to apply. */
export type Condition = Listed | Measured | Bought;
