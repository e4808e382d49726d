import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { askShopOf } from '../storefront/admin-query.ts';
import type { Account, CustomerAccountsDeps } from './types.ts';

const customer = z.object({ id: z.string() });
const found = z.object({ customerByIdentifier: customer.nullable() });
const created = z.object({ customerCreate: z.object({ customer: customer.nullable(), userErrors: z.array(z.object({ message: z.string() })) }) });

/** The account of an address; who has none gets one, as at Shopify. */
export async function accountOf({ runAdmin }: Pick<CustomerAccountsDeps, 'runAdmin'>, shopDomain: string, email: string): Promise<Account> {
  const ask = askShopOf(runAdmin, shopDomain);
  const known = await ask(found, 'query ($email: String!) { customerByIdentifier(identifier: { emailAddress: $email }) { id } }', { email });
  if (known.customerByIdentifier) return { id: numberOf(known.customerByIdentifier.id), email };
  const made = await ask(created, 'mutation ($email: String!) { customerCreate(input: { email: $email }) { customer { id } userErrors { message } } }', { email });
  if (!made.customerCreate.customer) throw new Error(`No account for ${email}: ${made.customerCreate.userErrors.map(({ message }) => message).join(' ')}`);
  return { id: numberOf(made.customerCreate.customer.id), email };
}

/** Mails the six digits of a sign-in, from the shop. */
export function mailCode({ outbox, worlds, clock }: Pick<CustomerAccountsDeps, 'outbox' | 'worlds' | 'clock'>, shopDomain: string, { email, code }: { email: string; code: string }): void {
  const shop = worlds.find(shopDomain)?.shop;
  outbox.add({
    id: randomUUID(),
    channel: 'email',
    at: clock.now().toISOString(),
    from: `${shop?.name ?? shopDomain} <no-reply@${shopDomain}>`,
    to: [email],
    subject: `${code} is your sign-in code`,
    text: `Your code for ${shop?.name ?? shopDomain} is ${code}. It works for 15 minutes.`,
    html: null,
    headers: {},
    messageId: null,
    raw: null,
    attachments: [],
  });
}

const numberOf = (gid: string): string => gid.split('/').at(-1) ?? '';
