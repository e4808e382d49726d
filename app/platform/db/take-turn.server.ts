import type { ShopTx } from './database.server.ts';

/** Waits until no other transaction of the shop has the turn of this name, and has it until its own ends. */
export async function takeTurn(tx: ShopTx, name: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(app.shop_id(), hashtext(${name}))::text`;
}
