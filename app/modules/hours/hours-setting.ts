import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const span = z
  .object({ from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'), to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'time') })
  .refine(({ from, to }) => from < to, 'range');

const day = z
  .array(span)
  .max(4)
  .refine((spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? '') <= from), 'hoursOverlap');

const schema = z.object({
  /** Monday first; a day without hours is closed. */
  week: z.array(day).length(7).refine((week) => week.some((spans) => spans.length > 0), 'required'),
  /** Single days on which nobody is there. */
  closedDays: z.array(z.iso.date('date')).max(400),
  /** The country whose public holidays are free; null: none are. */
  holidaysOf: z.string().regex(/^[A-Z]{2}$/, 'country').nullable(),
  /** The part of it that has more of them, such as `BY`. */
  holidayRegion: z.string().regex(/^[A-Z0-9]{1,4}$/, 'place').nullable().default(null),
});

export type BusinessHours = z.infer<typeof schema>;

/** When somebody is there, on the clocks of the shop. */
export const hoursSetting: Setting<BusinessHours> = {
  name: 'hours',
  schema,
  initial: { week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => (weekday < 6 ? [{ from: '09:00', to: '17:00' }] : [])), closedDays: [], holidaysOf: null, holidayRegion: null },
};
