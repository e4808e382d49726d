import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { numberOfDay, type DayNumber } from './calendar-day.ts';

const disruption = z
  .object({
    /** Key of the carrier; null for every carrier. */
    carrier: z.string().nullable(),
    /** Country of either end; null for every country. */
    country: z.string().regex(/^[A-Z]{2}$/, 'country').nullable(),
    from: z.iso.date('date'),
    to: z.iso.date('date'),
    extraDays: z.number().int('days').min(1, 'days').max(60, 'days'),
    /** In the merchant's words; customers may read it. */
    reason: z.string().trim().min(1, 'required').max(200, 'tooLong'),
  })
  .refine(({ carrier, country }) => carrier !== null || country !== null, { path: ['country'], message: 'carrierOrCountry' })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'range' });

const disruptionsSchema = z.array(disruption).max(100);

export type Disruption = z.infer<typeof disruption>;

/** What the merchant knows to be slow: a strike, a storm, a border. */
export const disruptionsSetting: Setting<Disruption[]> = { name: 'promises.disruptions', schema: disruptionsSchema, initial: [] };

interface Course {
  carrier: string | null;
  origin: string | null;
  destination: string | null;
}

/** The disruption that delays a parcel most while it is under way between two days, or null. */
export function worstDisruption(disruptions: readonly Disruption[], course: Course, from: DayNumber, to: DayNumber): Disruption | null {
  return disruptions
    .filter((known) => known.carrier === null || known.carrier === course.carrier)
    .filter((known) => known.country === null || known.country === course.origin || known.country === course.destination)
    .filter((known) => numberOfDay(known.from) <= to && numberOfDay(known.to) >= from)
    .reduce<Disruption | null>((worst, known) => (worst === null || known.extraDays > worst.extraDays ? known : worst), null);
}
