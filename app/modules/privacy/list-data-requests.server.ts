import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** A customer's request for their data, without the data. */
export interface DataRequest {
  id: string;
  customerId: string | null;
  receivedAt: Date;
  dueAt: Date;
  deliveredAt: Date | null;
}

/** Requests for data, those still owed first, the most urgent at the top. */
export async function listDataRequests(ctx: ShopContext): Promise<DataRequest[]> {
  const rows = await ctx.tx((tx) =>
    tx.data_requests.findMany({
      omit: { document: true },
      orderBy: [{ delivered_at: { sort: 'desc', nulls: 'first' } }, { due_at: 'asc' }],
      take: 100,
    }),
  );
  return rows.map((row) => ({ id: row.id, customerId: row.customer_id, receivedAt: row.received_at, dueAt: row.due_at, deliveredAt: row.delivered_at }));
}
