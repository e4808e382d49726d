import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/** How long goods may be set aside at most: whoever waits longer holds them back from everybody else. */
export const longestHold = 720;

const schema = z.object({
  /** For how many hours what goes out is set aside; null: it is not. */
  holdHours: z.number('hours').int('hours').min(1, 'hours').max(longestHold, 'hours').nullable(),
  /** When it leaves: once what comes back was received, or as soon as the return is open, at the shop's risk. */
  send: z.enum(['on_receipt', 'at_once']),
  /** Up to what value it leaves at once, in minor units of the shop's currency; what is worth more waits for the receipt. */
  atOnceUpTo: z.number('amount').int('amount').min(0, 'amount').max(100_000_000, 'amount'),
});

export type ExchangeSetting = z.infer<typeof schema>;

/** How the shop exchanges. */
export const exchangeSetting: Setting<ExchangeSetting> = { name: 'exchanges', schema, initial: { holdHours: null, send: 'on_receipt', atOnceUpTo: 10_000 } };
