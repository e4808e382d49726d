import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** Somebody of the shop; null where Shopify never told their name. */
export interface StaffName {
  id: string;
  name: string | null;
}

/** What the people of the shop are called, by name. */
export async function staffNames(tx: ShopTx): Promise<StaffName[]> {
  return tx.$queryRaw<StaffName[]>(sql`select s.id, coalesce(a.display_name, s.name) as name from staff_members s left join agents a on a.staff_id = s.id order by 2 nulls last, 1`);
}
