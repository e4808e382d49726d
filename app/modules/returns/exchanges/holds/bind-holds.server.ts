import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** Finds out which return each wish became, so that what is held for it ends with it: of a request that was made anew, the newest. */
export async function bindHolds(tx: ShopTx): Promise<void> {
  await tx.$executeRaw(sql`
    update exchange_holds h set return_id = p.return_id
      from return_requests r
      join return_request_parts p on p.request_id = r.id
     where h.wish = r.request_key and h.state in ('asking', 'held', 'releasing')
       and p.return_id is not null and h.return_id is distinct from p.return_id
       and exists (select from return_request_lines l where l.part_id = p.id and l.exchange ->> 'variantId' = h.variant_id)`);
}

/** Of these wishes, those that were kept as a request which stands. */
export async function standingWishes(tx: ShopTx, wishes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.return_requests.findMany({ where: { request_key: { in: [...wishes] }, withdrawn_at: null }, select: { request_key: true } });
  return new Set(rows.map(({ request_key }) => request_key));
}
