import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { lockedTicket, longestReply } from '../reply.server.ts';
import type { DraftMode } from './draft.ts';

interface Saving {
  ticketId: number;
  by: string;
  mode: DraftMode;
  text: string;
  to?: readonly string[];
  cc?: readonly string[];
}

/** Keeps what somebody is writing, in whatever state it is; nothing written is no draft. */
export function saveDraft(ctx: ShopContext, { ticketId, by, mode, text, to = [], cc = [] }: Saving): Promise<void> {
  return ctx.tx(async (tx) => {
    const { id } = await lockedTicket(tx, ticketId);
    const key = { ticket_id: id, staff_id: by, mode };
    await tx.reply_drafts.deleteMany({ where: key });
    if (text === '' && to.length === 0 && cc.length === 0) return;
    await tx.reply_drafts.create({ data: { ...key, text: text.slice(0, longestReply), to_addresses: [...to], cc_addresses: [...cc], saved_at: ctx.clock.now() } });
  });
}
