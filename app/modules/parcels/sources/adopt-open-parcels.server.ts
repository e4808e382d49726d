import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { SourceKey } from './source.ts';
import { noteConnected } from './source-states.server.ts';
import { wantAt } from './want-followings.server.ts';

const atOnce = 2_000;

/** A source that was just connected follows every parcel that is open. */
export async function adoptOpenParcels(ctx: ShopContext, source: SourceKey): Promise<void> {
  for (let last: bigint | null = 0n; last !== null; ) {
    const beyond: bigint = last;
    last = await ctx.tx(async (tx) => {
      const rows = await tx.$queryRaw<{ shipment_id: bigint; number: string; carrier: string | null }[]>(sql`
        select shipment_id, number, carrier from parcels
         where settled_at is null and shipment_id > ${beyond} and number <> '' and method = 'carrier' order by shipment_id limit ${atOnce}`);
      await wantAt(tx, [source], rows);
      return rows.length < atOnce ? null : (rows.at(-1)?.shipment_id ?? null);
    });
  }
  await ctx.tx(async (tx) => wantAt(tx, [source], await tx.parcels_back.findMany({ where: { settled_at: null }, select: { number: true, carrier: true } })));
  await ctx.tx((tx) => noteConnected(tx, source, ctx.clock.now()));
}
