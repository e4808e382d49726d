import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { personFor } from '../people/person-for.server.ts';
import type { ReadMail } from '../reading/read-mail.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import { dedupeKey } from './dedupe-key.ts';

/** What keeping a mail needs besides the shop. */
export interface IntakeNeeds {
  files: FileStore;
  read(bytes: Buffer): Promise<ReadMail> | ReadMail;
}

/** Keeps a mail that came in: as a message of the ticket it belongs to, once, however often it came. Trying again after any failure is safe. */
export async function keepMail(ctx: ShopContext, { files, read }: IntakeNeeds, { arrivalId }: { arrivalId: string }): Promise<void> {
  const arrival = await ctx.tx((tx) => tx.mail_arrivals.findFirst({ where: { id: BigInt(arrivalId), state: 'waiting' } }));
  if (!arrival) return;
  const stored = await files.get(arrival.raw_file);
  if (!stored) throw new Error('The bytes of a mail are not in the file store.');
  const bytes = Buffer.from(await new Response(stored).arrayBuffer());
  const mail = await read(bytes);
  const key = dedupeKey(mail, bytes);
  const now = ctx.clock.now();
  const from = mail.from?.address.toLowerCase() ?? arrival.envelope_from.toLowerCase();
  await ctx.tx(async (tx) => {
    const known = await tx.messages.findFirst({ where: { dedupe_key: key }, select: { id: true } });
    if (known) {
      await tx.mail_arrivals.updateMany({ where: { id: arrival.id }, data: { state: 'known', message_id: known.id } });
      return;
    }
    const personId = await personFor(tx, { handle: { kind: 'email', value: from }, name: mail.from?.name ?? null }, now);
    const ticketId = await openTicket(tx, { personId, channel: 'email', mailboxId: arrival.mailbox_id, subject: mail.subject }, now);
    const { id } = await addMessage(tx, ticketId, {
      direction: 'in',
      channel: 'email',
      author: 'person',
      authorId: personId,
      authorName: mail.from?.name ?? '',
      from,
      to: mail.threading.recipients,
      subject: mail.subject,
      text: mail.newText,
      quoted: mail.quotedText,
      signature: mail.signature,
      placedBy: 'new',
      mailId: mail.threading.messageId,
      references: [...new Set([...mail.threading.references, ...mail.threading.inReplyTo])],
      dedupeKey: key,
      rawFile: arrival.raw_file,
      warnings: mail.warnings,
      unanswered: mail.unanswered,
      spamScore: mail.spamScore,
      happenedAt: arrival.received_at,
    }, now);
    await tx.mail_arrivals.updateMany({ where: { id: arrival.id }, data: { state: 'kept', message_id: id } });
  });
}
