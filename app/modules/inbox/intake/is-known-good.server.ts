import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Verified } from './verified.ts';

/** Whether somebody is a customer, or was answered or taken out of the spam before: their words are never put apart, unless it is known that they are not theirs. */
export async function isKnownGood(tx: ShopTx, { personId, address, verified }: { personId: string; address: string | null; verified: Verified }): Promise<boolean> {
  if (verified === 'no' || address === null) return false;
  const [known] = await tx.$queryRaw<{ known: boolean }[]>`
    select true as known where exists (select 1 from orders where email = ${address} and customer_id is null and deleted_at is null)
       or exists (select 1 from customer_contacts where kind = 'email' and value = ${address})
       or exists (select 1 from tickets where person_id = ${personId}::uuid and not spam and first_reply_at is not null)
       or exists (select 1 from tickets t join ticket_events e on e.ticket_id = t.id where t.person_id = ${personId}::uuid and not t.spam and e.type = 'spam' and e.data ->> 'is' = 'false')`;
  return known !== undefined;
}
