import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readOrderContact, type OrderContact, type Phone } from '#app/modules/orders/index.server.ts';

/** By what one order's customer can be reached, and what they agreed to. */
export interface Reach {
  email: string | null;
  /** For what is about the order: the number given with it, else the customer's own. */
  phone: Phone | null;
  /** The number that the customer agreed to be written to at; null where that is not known. */
  own: Phone | null;
  consent: OrderContact['consent'];
}

/** Reads it. Of several numbers of the customer's own nobody knows which one they agreed for. */
export async function readReach(tx: ShopTx, { id, email }: { id: string; email: string | null }): Promise<Reach> {
  const { given, own, consent } = await readOrderContact(tx, id);
  return { email, phone: given[0] ?? own[0] ?? null, own: own.length === 1 ? (own[0] ?? null) : null, consent };
}
