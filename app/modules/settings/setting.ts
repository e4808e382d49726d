import { z } from 'zod';

/** One topic a merchant can set: its name in the table, its shape, and what holds until it is set. */
export interface Setting<Value> {
  name: string;
  schema: z.ZodType<Value>;
  initial: Value;
}

/** A setting as it stands; version 0 was never changed. */
export interface Current<Value> {
  value: Value;
  version: number;
}

/** Who our mail says it is from; empty means the shop's own name, and no reply address of its own. */
export const senderSchema = z.object({
  displayName: z.string('required').max(70, 'nameTooLong').regex(/^[^<>"\r\n]*$/, 'nameSigns'),
  replyTo: z.union([z.literal(''), z.email('email').max(254, 'email')], 'email'),
});

export type Sender = z.infer<typeof senderSchema>;

export const senderSetting: Setting<Sender> = { name: 'sender', schema: senderSchema, initial: { displayName: '', replyTo: '' } };

/** What of the set-up guide was done or put away; the other steps are seen from what the shop has. */
const setupSchema = z.object({ trackingPageOpened: z.boolean(), dismissed: z.boolean() });

export type Setup = z.infer<typeof setupSchema>;

export const setupSetting: Setting<Setup> = {
  name: 'setup',
  schema: setupSchema,
  initial: { trackingPageOpened: false, dismissed: false },
};
