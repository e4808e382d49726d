import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const schema = z.array(z.object({ id: z.string(), name: z.string(), address: z.string(), isFirst: z.boolean() }));

/** A location of the shop as it is written on a parcel. */
export type ReturnAddress = z.infer<typeof schema>[number];

/** Where returns may go, as Shopify last told it: a customer who sends with a carrier of their own reads it. */
export const returnAddressesSetting: Setting<ReturnAddress[]> = { name: 'returns-addresses', schema, initial: [] };
