import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const schema = z.object({
  asks: z.boolean(),
  /** So many hours after it was solved. */
  afterHours: z.int('number').min(1, 'tooSmall').max(720, 'tooLarge'),
  /** Nobody is asked twice within so many days, whatever they write about. */
  restDays: z.int('number').min(0, 'tooSmall').max(365, 'tooLarge'),
});

export type AskingForSatisfaction = z.infer<typeof schema>;

/** Whether customers are asked how they were helped, and when. Nobody is, until the shop wants it. */
export const satisfactionSetting: Setting<AskingForSatisfaction> = { name: 'inbox-satisfaction', schema, initial: { asks: false, afterHours: 24, restDays: 30 } };
