import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { MessageState } from './message.ts';
import { summaryOf, type MessageSummary } from './message-summary.ts';

const pageSize = 50;

/** The shop's messages, newest first, a page at a time; `nextCursor` is null on the last. */
export async function listMessages(
  ctx: ShopContext,
  asked: { state?: MessageState; orderId?: string; cursor?: string | null },
): Promise<{ messages: MessageSummary[]; nextCursor: string | null }> {
  const before = asked.cursor && /^\d{1,18}$/.test(asked.cursor) ? BigInt(asked.cursor) : null;
  const rows = await ctx.tx((tx) =>
    tx.outbox.findMany({
      where: {
        ...(asked.state ? { state: asked.state } : {}),
        ...(asked.orderId ? { order_id: asked.orderId } : {}),
        ...(before === null ? {} : { id: { lt: before } }),
      },
      orderBy: { id: 'desc' },
      take: pageSize + 1,
    }),
  );
  const page = rows.slice(0, pageSize);
  return {
    messages: page.map(summaryOf),
    nextCursor: rows.length > pageSize ? String(page.at(-1)?.id) : null,
  };
}
