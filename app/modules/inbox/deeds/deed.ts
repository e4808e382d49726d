import { z } from 'zod';
import { isOneTag } from './order-tag.ts';

/** What may be done to an order beside a conversation. */
export const deeds = ['refund', 'gift', 'discount', 'return', 'reship', 'approve', 'resend', 'address', 'cancel', 'tag'] as const;
export type Deed = (typeof deeds)[number];

/** A deed that is to be shown, with what is chosen in it beforehand: the tag an order is given, the per cents of a code. */
export const deedWish = z.object({
  deed: z.enum(deeds),
  tag: z.string().trim().refine(isOneTag, 'oneTag').default(''),
  percent: z.number().int('percent').min(1, 'percent').max(100, 'percent').nullable().default(null),
});
export type DeedWish = z.infer<typeof deedWish>;

/** One with nothing chosen in it. */
export const plainWish = (deed: Deed): DeedWish => ({ deed, tag: '', percent: null });
