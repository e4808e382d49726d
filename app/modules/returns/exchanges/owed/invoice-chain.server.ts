import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { beginChain, defineChain } from '#app/modules/compensation/index.server.ts';
import { SendInvoiceDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { owedNow } from './what-is-owed.server.ts';

/** Has Shopify send the customer what they owe after an exchange, with the way to pay it. */
export const invoiceChain = defineChain<{ returnId: string }>({
  kind: 'returns.invoice',
  input: z.object({ returnId: z.string() }),
  steps: [
    {
      name: 'invoice',
      async act(ctx, { orderId }) {
        // It may be paid by now: nobody is asked for what they do not owe.
        if (!(await owedNow(ctx, orderId))) return { sent: 'no' };
        await ctx.admin.run(SendInvoiceDocument, { id: gid('Order', orderId) });
        return { sent: 'yes' };
      },
      // Shopify does not say whether it sent one. A second is a reminder of the same, and goes out only while it is owed.
      look: () => Promise.resolve(null),
    },
  ],
});

/** Begins to ask customers for what they owe for goods of an exchange, once for each time that goods were processed. */
export async function invoiceOwed(ctx: ShopContext, { orderId }: { orderId: string }): Promise<void> {
  await ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null, cancelled_at: null }, select: { email: true } });
    if (!order?.email) return;
    const lines = await tx.return_exchange_lines.findMany({ where: { processed: { gt: 0 }, return_id: { in: await agreedReturns(orderId) } }, select: { return_id: true, processed: true } });
    for (const [returnId, rows] of Map.groupBy(lines, ({ return_id }) => return_id)) {
      const processed = rows.reduce((sum, row) => sum + row.processed, 0);
      await beginChain(tx, invoiceChain, { orderId, input: { returnId }, requestKey: `returns.invoice:${returnId}:${processed}`, subject: returnId, source: 'job', actor: null, at: ctx.clock.now() });
    }

    /** Returns that we made and in which something is owed; of others the shop itself asks for it. */
    async function agreedReturns(id: string): Promise<string[]> {
      const requests = await tx.return_requests.findMany({ where: { order_id: id }, select: { id: true } });
      const parts = await tx.return_request_parts.findMany({ where: { request_id: { in: requests.map((row) => row.id) }, shown_owed: { gt: 0 }, return_id: { not: null } }, select: { return_id: true } });
      return parts.flatMap(({ return_id }) => return_id ?? []);
    }
  });
}
