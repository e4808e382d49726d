import { z } from 'zod';
import { numericId } from '#app/kernel/ids.ts';
import { second } from '#app/kernel/time.ts';
import type { AccountServer } from './discovery.server.ts';

export type Who = { is: 'customer'; id: string } | { is: 'refused'; error: string } | { is: 'unavailable'; cause: unknown };

/** Asked of the Customer Account API, whose schema is not the Admin API's. */
export const whoQuery = 'query WhoSignedIn { customer { id } }';

const answered = z.object({ data: z.object({ customer: z.object({ id: z.string() }) }) });

/** Asks whom an access token stands for: Shopify's numeric id of the customer. */
export async function askWho(server: AccountServer, origin: string, accessToken: string): Promise<Who> {
  try {
    const answer = await fetch(server.graphqlApi, {
      method: 'POST',
      redirect: 'error',
      // The bare token: a Bearer is refused.
      headers: { origin, authorization: accessToken, 'content-type': 'application/json' },
      body: JSON.stringify({ query: whoQuery }),
      signal: AbortSignal.timeout(10 * second),
    });
    if (answer.status === 401 || answer.status === 403) return { is: 'refused', error: String(answer.status) };
    if (!answer.ok) return { is: 'unavailable', cause: new Error(`The Customer Account API answered ${answer.status}.`) };
    const read = answered.safeParse(await answer.json());
    return read.success ? { is: 'customer', id: numericId('Customer', read.data.data.customer.id) } : { is: 'refused', error: 'no customer' };
  } catch (cause) {
    return { is: 'unavailable', cause };
  }
}
