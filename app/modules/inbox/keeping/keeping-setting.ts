import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const months = z.int('number').min(1, 'number').max(120, 'number');

const schema = z.object({
  /** So many months after the last word of a conversation that is done, by its channel; null: kept for good. */
  email: months.nullable(),
  form: months.nullable(),
  problem: months.nullable(),
  phone: months.nullable().default(null),
  /** Days after which spam goes. */
  spamDays: z.int('number').min(1, 'number').max(365, 'number'),
  /** Months for which it is known who read what. */
  readings: months,
});

export type Keeping = z.infer<typeof schema>;

/** How long words are kept. */
export const keepingSetting: Setting<Keeping> = { name: 'inbox-keeping', schema, initial: { email: null, form: null, problem: null, phone: null, spamDays: 30, readings: 12 } };
