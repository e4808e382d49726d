import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { expectedReply } from '../../promises/expected-reply.server.ts';
import { promiseSetting } from '../../promises/promise-setting.ts';
import { addMessage } from '../../tickets/add-message.server.ts';
import { noteTicketEvent } from '../../tickets/ticket-events.server.ts';
import { readTicketRow } from '../../tickets/ticket-row.server.ts';
import { putOut } from '../put-out.server.ts';
import { replySetting } from '../reply-setting.ts';
import { senderOf } from '../sender-of.server.ts';
import { answerSubject } from '../subject-of.ts';
import { ackFacts } from './ack-facts.server.ts';
import { ackWords } from './ack-words.server.ts';
import { mayAcknowledge } from './may-acknowledge.ts';

interface Needs {
  shop: Shop;
  /** What our names and links are signed with, newest first. */
  secrets: readonly string[];
  now: Date;
}

/**
 * Tells whoever began a conversation that their words came in and when an answer comes, where the shop wants that and nothing speaks against it
 * (`mayAcknowledge`). In the transaction that keeps their words; answers whether it was said.
 */
export async function acknowledge(tx: ShopTx, { shop, secrets, now }: Needs, { ticketId, messageId }: { ticketId: number; messageId: bigint }): Promise<boolean> {
  const { acknowledges } = (await readSetting(tx, replySetting)).value;
  const [secret] = secrets;
  if (!acknowledges || secret === undefined) return false;
  const facts = await ackFacts(tx, { messageId, shopId: shop.id, secrets, now });
  const ticket = await readTicketRow(tx, ticketId);
  if (!facts?.from || !ticket || !mayAcknowledge(facts)) return false;
  const { published } = (await readSetting(tx, promiseSetting)).value;
  const expectedAt = published ? await expectedReply(tx, shop, now) : null;
  const { text, locale } = await ackWords(tx, { shop, ticketId, expectedAt, isVerified: facts.verified === 'yes', secret, now });
  const sender = await senderOf(tx, ticket.mailboxId);
  const { id } = await addMessage(tx, ticketId, {
    direction: 'out', channel: 'email', author: 'app', authorName: sender?.name ?? shop.name, from: sender?.address ?? null, to: [facts.from], subject: answerSubject(ticket.subject), text, signature: sender?.name ?? shop.name,
    locale, kind: 'acknowledgement', verified: 'yes', placedBy: 'staff', dedupeKey: `acknowledgement:${messageId}`,
  }, now);
  const message = await tx.messages.findFirst({ where: { id } });
  if (!message) throw new Error('An acknowledgement was not kept.');
  await putOut(tx, shop, { message, ticket, secret });
  await noteTicketEvent(tx, { ticketId, type: 'acknowledged', data: { expectedAt: expectedAt?.toISOString() ?? null }, actor: null, now });
  return true;
}
