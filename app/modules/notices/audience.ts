import { z } from 'zod';
import { listedTraits, measuredTraits } from './condition.ts';

const listed = z
  .object({
    trait: z.enum(listedTraits),
    is: z.enum(['one_of', 'none_of']),
    values: z.array(z.string().trim().min(1, 'required').max(100, 'tooLong')).min(1, 'required').max(100, 'tooLong'),
  })
  .refine(({ trait, values }) => trait !== 'country' || values.every((value) => /^[A-Z]{2}$/.test(value)), { error: 'country', path: ['values'] });

const bound = z.number({ error: 'number' }).int('number').min(0, 'tooSmall').max(1e12, 'tooLarge').nullable();

const measured = z
  .object({ trait: z.enum(measuredTraits), min: bound, max: bound })
  .refine(({ min, max }) => min !== null || max !== null, { error: 'required', path: ['min'] })
  .refine(({ min, max }) => min === null || max === null || min <= max, { error: 'range', path: ['max'] });

/** Who is told: all of these hold. */
export const audienceSchema = z.array(z.discriminatedUnion('trait', [listed, measured])).max(10, 'tooLong');
