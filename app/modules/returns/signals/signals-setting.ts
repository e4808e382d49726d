import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const schema = z.object({
  /** Somebody who sends back this much of what they buy, in percent of units, */
  share: z.number('number').int('number').min(1, 'tooSmall').max(100, 'tooLarge'),
  /** of this many orders or more, is a repeat returner. */
  orders: z.number('number').int('number').min(2, 'tooSmall').max(1_000, 'tooLarge'),
  /** Tags of customers that are pointed out, as Shopify knows them. */
  tags: z.array(z.string().trim().min(1, 'required').max(255, 'tooLong')).max(50),
});

export type SignalRules = z.infer<typeof schema>;

/** What the merchant wants to be pointed to. */
export const signalsSetting: Setting<SignalRules> = { name: 'return-signals', schema, initial: { share: 50, orders: 3, tags: [] } };
