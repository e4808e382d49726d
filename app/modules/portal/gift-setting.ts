import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

export type GiftRules = z.infer<typeof schema>;

const schema = z.object({ on: z.boolean('required') });

/** Whether who was given something may exchange it in the portal, without the customer and without a word of prices. */
export const giftSetting: Setting<GiftRules> = { name: 'returns_gifts', schema, initial: { on: false } };
