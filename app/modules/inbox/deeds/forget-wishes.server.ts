import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ticketAddressChain } from './address-chain.server.ts';

/** Forgets addresses that nobody is going to change any more: what was to be done was given up. */
export async function forgetWishes(tx: ShopTx): Promise<void> {
  await tx.$executeRaw`
    delete from wished_addresses w where not exists (
      select from chains c where c.order_id = w.order_id and c.kind = ${ticketAddressChain.kind} and c.state in ('running', 'attention') and c.input ->> 'wishId' = w.id::text)`;
}
