import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const schema = z.object({
  /** For how many hours what goes out is set aside; null: it is not. Whoever waits longer would hold it back from everybody else. */
  holdHours: z.number('number').int('number').min(1, 'tooSmall').max(720, 'tooLarge').nullable(),
  /** When it leaves: as the return policy says, or as soon as the return is open, at the shop's risk. */
  send: z.enum(['on_receipt', 'at_once']),
  /** Up to what value it leaves at once, in the shop's currency; what is worth more waits. */
  atOnceUpTo: z.string().trim().regex(/^\d{1,9}([.]\d{1,3})?$/, 'amount'),
});

export type ExchangeRules = z.infer<typeof schema>;

/** How the shop exchanges. */
export const exchangeSetting: Setting<ExchangeRules> = { name: 'exchanges', schema, initial: { holdHours: null, send: 'on_receipt', atOnceUpTo: '100' } };
