import { z } from 'zod';
import { after, minute } from '#app/kernel/time.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { loginAddress, loginPlaces, mailLogins, type LoginClients, type LoginPlace, type MailLogin } from '#app/platform/mail-in/mail-logins.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { mailboxForm } from './mailbox-form.ts';

/** What signing in at a provider of mailboxes needs. */
export interface MailLoginNeeds {
  sealer: Sealer;
  clients: LoginClients;
  appUrl: string;
  places?: Readonly<Record<MailLogin, LoginPlace>>;
}

/** Where the provider sends the merchant back to. */
export const comeBackTo = (appUrl: string): string => `${appUrl}/inbound/mail-login`;

const form = mailboxForm.pick({ id: true, address: true, name: true }).extend({ login: z.enum(mailLogins, 'way') });

/** What we know when the merchant comes back: sealed, so that nobody can come back with something else. */
export const underway = z.object({
  shopId: z.number().int(),
  id: z.string(),
  address: z.email(),
  name: z.string(),
  login: z.enum(mailLogins),
  locale: z.string(),
  until: z.iso.datetime(),
  /** What the provider gave, once it has. */
  given: z.object({ user: z.email(), refreshToken: z.string() }).optional(),
});
export type Underway = z.infer<typeof underway>;

const patience = 15 * minute;

/** Begins to let us into a mailbox at Google or Microsoft: the address where the merchant allows it. Nothing is kept until they have. */
export function beginMailLogin(ctx: ShopContext, given: FormData, { sealer, clients, appUrl, locale, places = loginPlaces }: MailLoginNeeds & { locale: string }): { goTo: string } | { errors: FormErrors } {
  const read = readForm(form, given);
  if (!read.ok) return { errors: read.errors };
  const client = clients[read.value.login];
  if (!client) return { errors: { fields: { wayIn: 'way' }, form: null } };
  const state: Underway = { shopId: ctx.shop.id, locale, until: after(ctx.clock.now(), patience).toISOString(), ...read.value };
  return { goTo: loginAddress(places[read.value.login], client, { backTo: comeBackTo(appUrl), state: sealer.seal(JSON.stringify(state)), hint: read.value.address }) };
}
