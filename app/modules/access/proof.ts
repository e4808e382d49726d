import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

/**
 * What a visitor has shown: `number` a parcel's number, `order` the order's number with its contact or a link from a mail,
 * `full` a code from the order's mailbox or a signed-in customer.
 */
export const proofs = ['number', 'order', 'full'] as const;
export type Proof = (typeof proofs)[number];

/** What a page may show or let happen. */
export type Asked =
  /** Where a parcel is and when it comes, without a word about whose it is. */
  | 'parcel'
  /** What was bought, the order's parcels and dates, the town they go to. */
  | 'order'
  /** Names, street addresses, how to reach the person, what was paid. */
  | 'personal'
  /** Whatever changes something or speaks for the customer: reports, returns, changes. */
  | 'action';

const accessSchema = z.object({ askForCode: z.enum(['never', 'personal', 'always']) });

/** When a code by mail is asked for: never, before personal details and actions, or before anything of the order. */
export type Access = z.infer<typeof accessSchema>;

export const accessSetting: Setting<Access> = { name: 'access', schema: accessSchema, initial: { askForCode: 'personal' } };

const needed: Record<Access['askForCode'], Record<Asked, Proof>> = {
  never: { parcel: 'number', order: 'order', personal: 'order', action: 'order' },
  personal: { parcel: 'number', order: 'order', personal: 'full', action: 'full' },
  always: { parcel: 'number', order: 'full', personal: 'full', action: 'full' },
};

/** True where the proof is enough for what is asked, under the merchant's setting. */
export function allows(proof: Proof, what: Asked, { askForCode }: Access): boolean {
  return proofs.indexOf(proof) >= proofs.indexOf(needed[askForCode][what]);
}
