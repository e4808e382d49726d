import { Temporal } from 'temporal-polyfill';

/** For how long a ticket is put away with one click. */
export const snoozeChoices = ['later', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeChoice = (typeof snoozeChoices)[number];

const morning = { hour: 9, minute: 0 };
const monday = 1;

/** The choices of a day that differ: of a Sunday, tomorrow is Monday; of a Monday, the next is a week away. */
export function offeredSnoozes(zone: string, now: Date): readonly SnoozeChoice[] {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: zone }).format(now);
  return weekday === 'Sun' || weekday === 'Mon' ? snoozeChoices.filter((choice) => choice !== 'monday') : snoozeChoices;
}

/** When a ticket comes back that is put away now: in three hours, or at nine in the morning on the clock of the shop. */
export function snoozeUntil(choice: SnoozeChoice, zone: string, now: Date): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const at = (days: number) => here.add({ days }).withPlainTime(morning);
  const until = {
    later: () => here.add({ hours: 3 }),
    tomorrow: () => at(1),
    monday: () => at(((monday - here.dayOfWeek + 6) % 7) + 1),
    week: () => at(7),
  }[choice]();
  return new Date(until.epochMilliseconds);
}
