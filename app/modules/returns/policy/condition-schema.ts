import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { listedTraits, measuredTraits, type Condition } from './condition.ts';

/** A day of the calendar: `2026-12-24`. */
export const isoDaySchema = z.string({ error: 'day' }).refine(isDay, 'day');

/** Something of the shop with the name it had when it was chosen. */
export const namedValueSchema = z.object({ value: z.string({ error: 'required' }).trim().min(1, 'required').max(255, 'tooLong'), name: z.string({ error: 'required' }).trim().min(1, 'required').max(255, 'tooLong') });

const listed = z
  .object({ trait: z.enum(listedTraits), is: z.enum(['one_of', 'none_of']), values: z.array(namedValueSchema).min(1, 'required').max(250, 'tooMany') })
  .refine(({ trait, values }) => trait !== 'country' || values.every(({ value }) => /^[A-Z]{2}$/.test(value)), { error: 'country', path: ['values'] });

const bound = z.number({ error: 'number' }).int('number').min(0, 'tooSmall').max(1e12, 'tooLarge').nullable();

const measured = z
  .object({ trait: z.enum(measuredTraits), min: bound, max: bound })
  .refine(({ min, max }) => min !== null || max !== null, { error: 'required', path: ['min'] })
  .refine(({ min, max }) => min === null || max === null || min <= max, { error: 'range', path: ['max'] })
  .refine(({ trait, min, max }) => !['discount', 'return_rate'].includes(trait) || Math.max(min ?? 0, max ?? 0) <= 100, { error: 'tooLarge', path: ['max'] });

const bought = z
  .object({ trait: z.literal('bought'), from: isoDaySchema.nullable(), to: isoDaySchema.nullable() })
  .refine(({ from, to }) => from !== null || to !== null, { error: 'required', path: ['from'] })
  .refine(({ from, to }) => from === null || to === null || from <= to, { error: 'range', path: ['to'] });

/** One condition, as a form holds it and as it is kept. */
export const conditionSchema: z.ZodType<Condition> = z.discriminatedUnion('trait', [listed, measured, bought], { error: 'required' });

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
