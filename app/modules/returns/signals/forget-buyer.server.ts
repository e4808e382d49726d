import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Takes a customer off the merchant's list, with what was written of them. */
export async function forgetBuyer(tx: ShopTx, customerId: string | null): Promise<void> {
  await tx.$executeRaw`delete from noted_buyers where customer_id = ${customerId}`;
}
