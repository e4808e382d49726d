import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { expectedReply } from '../../promises/expected-reply.server.ts';
import { promiseSetting } from '../../promises/promise-setting.ts';
import { addMessage } from '../../tickets/add-message.server.ts';
import { noteTicketEvent } from '../../tickets/ticket-events.server.ts';
import { readTicketRow, type TicketRow } from '../../tickets/ticket-row.server.ts';
import { putOut } from '../put-out.server.ts';
import { senderOf } from '../sender-of.server.ts';
import { answerSubject } from '../subject-of.ts';
import { ackFacts } from './ack-facts.server.ts';
import { ackWords } from './ack-words.server.ts';
import { mayAcknowledge } from './may-acknowledge.ts';

/**
 * Tells whoever began a conversation that their words came in and when an answer comes, where nothing speaks against it (`mayAcknowledge`): once for a
 * message, however often it is asked. `secrets`: what our names and links are signed with, newest first.
 */
export function acknowledge(ctx: ShopContext, secrets: readonly [string, ...string[]], { messageId: id }: { messageId: string }): Promise<void> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const messageId = BigInt(id);
    const facts = await ackFacts(tx, { messageId, shopId: ctx.shop.id, secrets, now });
    const ticket = facts && (await readTicketRow(tx, facts.ticketId));
    if (ticket && facts.from !== null && mayAcknowledge(facts)) await say(tx, { shop: ctx.shop, secret: secrets[0], now, messageId, ticket, to: facts.from, isVerified: facts.verified === 'yes' });
  });
}

interface Saying {
  shop: Shop;
  secret: string;
  now: Date;
  messageId: bigint;
  ticket: TicketRow;
  to: string;
  isVerified: boolean;
}

async function say(tx: ShopTx, { shop, secret, now, messageId, ticket, to, isVerified }: Saying): Promise<void> {
  const ticketId = ticket.id;
  const { published } = (await readSetting(tx, promiseSetting)).value;
  const expectedAt = published ? await expectedReply(tx, shop, { channel: ticket.channel, now }) : null;
  const { text, locale } = await ackWords(tx, { shop, ticketId, expectedAt, isVerified, secret, now });
  const sender = await senderOf(tx, ticket.mailboxId);
  const { id, isNew } = await addMessage(tx, ticketId, {
    direction: 'out', channel: 'email', author: 'app', authorName: sender?.name ?? shop.name, from: sender?.address ?? null, to: [to], subject: answerSubject(ticket.subject), text, signature: sender?.name ?? shop.name,
    locale, kind: 'acknowledgement', verified: 'yes', placedBy: 'staff', dedupeKey: `acknowledgement:${messageId}`,
  }, now);
  if (!isNew) return;
  const message = await tx.messages.findFirst({ where: { id } });
  if (!message) throw new Error('An acknowledgement was not kept.');
  await putOut(tx, shop, { message, ticket, secret });
  await noteTicketEvent(tx, { ticketId, type: 'acknowledged', data: { expectedAt: expectedAt?.toISOString() ?? null }, actor: null, now });
}
