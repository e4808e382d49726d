import { z } from 'zod';

/** What an order, its customer or its parcel is asked for by a list of values, and by an amount or count. */
export const listedTraits = ['country', 'carrier', 'order_tag', 'customer_tag', 'product', 'sku'] as const;
export const measuredTraits = ['value', 'orders', 'spent'] as const;
export type ListedTrait = (typeof listedTraits)[number];
export type MeasuredTrait = (typeof measuredTraits)[number];
export type Trait = ListedTrait | MeasuredTrait;

const listed = z
  .object({
    trait: z.enum(listedTraits),
    /** Whether having one of them lets an order in or keeps it out. */
    is: z.enum(['one_of', 'none_of']),
    values: z.array(z.string().trim().min(1, 'required').max(100, 'tooLong')).min(1, 'required').max(100, 'tooLong'),
  })
  .refine(({ trait, values }) => trait !== 'country' || values.every((value) => /^[A-Z]{2}$/.test(value)), { error: 'country', path: ['values'] });

const bound = z.number({ error: 'number' }).int('number').min(0, 'tooSmall').max(1e12, 'tooLarge').nullable();

const measured = z
  .object({
    trait: z.enum(measuredTraits),
    /** From and to, both counted in; amounts in minor units of the shop's currency. */
    min: bound,
    max: bound,
  })
  .refine(({ min, max }) => min !== null || max !== null, { error: 'required', path: ['min'] })
  .refine(({ min, max }) => min === null || max === null || min <= max, { error: 'range', path: ['max'] });

/** Who is told: all of these hold. */
export const audienceSchema = z.array(z.discriminatedUnion('trait', [listed, measured])).max(10, 'tooLong');

export type Condition = z.infer<typeof audienceSchema>[number];

/** True for a condition that lists values. */
export function isListed(condition: Condition): condition is z.infer<typeof listed> {
  return 'values' in condition;
}
