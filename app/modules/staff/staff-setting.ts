import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { roles } from './roles.ts';

const role = z.enum(roles);
/** A decimal number in the shop's currency, as it was typed. */
const amount = z.string().trim().regex(/^\d{1,9}([.]\d{1,3})?$/, 'amount');

const schema = z.object({
  everybody: role,
  /** Who has another role than everybody, by Shopify's number. */
  people: z.record(z.string().regex(/^\d{1,20}$/), role),
  /** How much one order may be given beyond what was paid for it. */
  goodwill: amount,
  /** Of one order; null: any. */
  largestRefund: amount.nullable(),
});

export type StaffRights = z.infer<typeof schema>;

/** Who may do what with returns, and up to where. */
export const staffSetting: Setting<StaffRights> = {
  name: 'staff-rights',
  schema,
  initial: { everybody: 'within_limits', people: {}, goodwill: '0', largestRefund: null },
};
