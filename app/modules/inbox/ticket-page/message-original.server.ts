import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noteReading } from './note-reading.server.ts';

/** What a message holds beside its newly written words. */
export interface Original {
  text: string;
  quoted: string;
  signature: string;
  /** Sanitised when it was kept. */
  html: string | null;
  hasRemote: boolean;
  /** Pictures inside the markup: what they are called there, and which file each is. */
  pictures: readonly { contentId: string; fileId: string }[];
}

const largestMessageId = 9_223_372_036_854_775_807n;

/** All of a message, noted as read; throws `not_found` where the shop has none of it. */
export async function messageOriginal(ctx: ShopContext, { id, staffId }: { id: string; staffId: string | null }): Promise<Original> {
  if (!isNumericId(id) || BigInt(id) > largestMessageId) throw notFound('message');
  return ctx.tx(async (tx) => {
    const row = await tx.messages.findFirst({ where: { id: BigInt(id) }, select: { id: true, ticket_id: true, text: true, quoted: true, signature: true, html: true, has_remote: true } });
    if (!row) throw notFound('message');
    if (staffId !== null) await noteReading(tx, { ticketIds: [row.ticket_id], staffId, now: ctx.clock.now() });
    const files = await tx.message_files.findMany({ where: { message_id: row.id, content_id: { not: null } }, select: { id: true, content_id: true } });
    return {
      text: row.text, quoted: row.quoted, signature: row.signature, html: row.html, hasRemote: row.has_remote,
      pictures: files.flatMap(({ id: fileId, content_id }) => (content_id === null ? [] : [{ contentId: content_id, fileId }])),
    };
  });
}
