import { z } from 'zod';
import { audienceSchema } from './audience.ts';

const hours = z.number({ error: 'number' }).int('number').min(0, 'tooSmall');

/** When a kind of notice leaves, and to whom. */
export const rulesSchema = z.object({
  /** Told so many hours after it happened, if it is still true then. */
  waitHours: hours.max(72, 'tooLarge').default(0),
  /** What falls due while nobody is there waits until somebody is. */
  inBusinessHours: z.boolean().default(false),
  /** Parcels of one order are told together once all have left, after so many hours at the latest; null: as each leaves. */
  gatherHours: hours.min(1, 'tooSmall').max(168, 'tooLarge').nullable().default(null),
  /** Which orders it is told of; no condition: every one. */
  audience: audienceSchema.default([]),
});

export type KindRules = z.infer<typeof rulesSchema>;

/** What holds until a merchant decides: everybody is told at once. */
export const initialRules: KindRules = rulesSchema.parse({});
