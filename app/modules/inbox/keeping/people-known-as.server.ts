import type { ShopTx } from '#app/platform/db/database.server.ts';

/** By what somebody is known outside the inbox. */
export interface KnownAs {
  /** Shopify's number of the customer; null where they are none. */
  customerId: string | null;
  /** Lower-case addresses and numbers. */
  contacts: readonly string[];
}

/**
 * The people of the inbox who are surely known so, and those who once wrote so. Whoever was only likely reached by it, or was known by it until somebody
 * saw that it was not theirs, is somebody else.
 */
export async function peopleKnownAs(tx: ShopTx, { customerId, contacts }: KnownAs): Promise<string[]> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    select distinct person_id as id from handles
     where ((kind = 'customer' and value = ${customerId}) or value = any(${[...contacts]})) and confidence = 'sure' and (unlinked_at is null or reason = 'wrote')`;
  return people.map(({ id }) => id);
}
