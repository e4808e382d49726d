import { z } from 'zod';
import { personName } from '#app/kernel/person-name.ts';
import type { AppCredentials } from './token-endpoint.server.ts';

/** Who of a shop is signed in, in Shopify's own words. */
export interface StaffIdentity {
  id: string;
  name: string | null;
  /** True for the owner of the shop's account. */
  accountOwner: boolean;
}

const answer = z.object({
  associated_user: z.object({
    id: z.number().int(),
    first_name: z.string().nullish(),
    last_name: z.string().nullish(),
    account_owner: z.boolean(),
  }),
});

/**
 * Asks Shopify whose session token this is, by trading it for an online token, which alone comes with its person; the token itself is thrown away.
 * Null where Shopify does not tell.
 */
export async function askStaffIdentity(shopDomain: string, sessionToken: string, { apiKey, apiSecret }: AppCredentials): Promise<StaffIdentity | null> {
  const response = await globalThis.fetch(`https://${shopDomain}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      client_id: apiKey,
      client_secret: apiSecret,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: sessionToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    }),
    signal: AbortSignal.timeout(3_000),
  });
  const told = response.ok ? answer.safeParse(await response.json()) : null;
  if (!told?.success) return null;
  const { id, first_name, last_name, account_owner } = told.data.associated_user;
  return { id: String(id), name: personName(first_name, last_name), accountOwner: account_owner };
}
