import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';

const state = z.enum(['right', 'missing', 'different', 'many']);

const domain = z.object({
  name: z.string(),
  /** What stands before the @. */
  mailbox: z.string(),
  selector: z.string(),
  publicKey: z.string(),
  sealedPrivateKey: z.string(),
  /** What DNS said the last time that it could be asked. */
  checked: z.object({ at: z.iso.datetime(), dkim: state, spf: state, dmarc: state }).nullable(),
});

/** The merchant's own domain that mail through our server leaves from. */
export type SendingDomain = z.infer<typeof domain>;

const schema = z.object({ domain: domain.nullable() });

/** A shop's own sending domain; its key is made here and sealed. */
export const sendingDomainSetting: Setting<z.infer<typeof schema>> = { name: 'sending-domain', schema, initial: { domain: null } };

/** What the merchant fills in. */
export const sendingDomainForm = z.object({
  address: z.email('email').max(254, 'email').toLowerCase(),
});

/** Mail leaves from the domain once its key is in DNS: then what we sign holds, whatever else is missing. */
export function isInUse({ checked }: Pick<SendingDomain, 'checked'>): boolean {
  return checked?.dkim === 'right';
}
