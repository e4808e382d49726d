import { after, day, minute } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { ownAddresses } from '../../intake/own-addresses.server.ts';
import { partsOf } from '../../ticket-page/ticket-parts.server.ts';
import { lockRoot } from '../../tickets/lock-root.server.ts';
import { readReplyToken } from '../reply-token.ts';
import { addressWindow, conversationWindow, type AckFacts } from './may-acknowledge.ts';

const remembered = 30 * day;

interface Asked {
  messageId: bigint;
  shopId: number;
  secrets: readonly string[];
  now: Date;
}

/** Reads what decides whether a message is acknowledged. Two of one address, or of one conversation, wait for each other until their transactions end. */
export async function ackFacts(tx: ShopTx, { messageId, shopId, secrets, now }: Asked): Promise<(AckFacts & { ticketId: number }) | null> {
  const message = await tx.messages.findFirst({ where: { id: messageId } });
  const ticket = message && (await tx.tickets.findFirst({ where: { id: message.ticket_id }, select: { id: true, spam: true } }));
  if (!message || !ticket) return null;
  const from = message.from_address?.toLowerCase() ?? null;
  await takeTurn(tx, `acknowledge:${from}`);
  // Two who write in one conversation wait for each other as well.
  const rootId = (await lockRoot(tx, ticket.id))?.id ?? ticket.id;
  const ticketIds = (await partsOf(tx, rootId)).map(({ id }) => id);
  const [counted] = await tx.$queryRaw<{ lately: number; unaccompanied: number; ofShop: number }[]>`
    with written as (
      select id, kind, created_at from messages where direction = 'out' and to_addresses[1] = ${from} and created_at > ${after(now, -remembered)})
    select count(*) filter (where kind = 'acknowledgement' and created_at > ${after(now, -addressWindow)})::int as lately,
           count(*) filter (where kind = 'acknowledgement' and id > coalesce((select max(id) from written where kind = 'mail'), 0))::int as unaccompanied,
           (select count(*)::int from messages where kind = 'acknowledgement' and created_at > ${after(now, -10 * minute)}) as "ofShop"
      from written`;
  const spoken = await tx.messages.count({ where: { ticket_id: { in: ticketIds }, side_id: null, direction: 'out', withdrawn_at: null, created_at: { gt: after(now, -conversationWindow) } } });
  return {
    ticketId: rootId,
    isMail: message.kind === 'mail' && message.direction === 'in',
    isFromPerson: message.author === 'person',
    isAside: message.side_id !== null,
    isSpam: ticket.spam,
    unanswered: message.unanswered,
    verified: message.verified,
    from,
    isOwnAddress: from !== null && (await ownAddresses(tx)).has(from),
    answersUs: await answersUs(tx, message, { shopId, secrets }),
    spokenLately: spoken > 0,
    toAddressLately: counted?.lately ?? 0,
    unaccompanied: counted?.unaccompanied ?? 0,
    ofShopLately: counted?.ofShop ?? 0,
  };
}

/** By the names of what it answers, or by the address it came to. */
async function answersUs(tx: ShopTx, { references_ids, to_addresses, cc_addresses }: { references_ids: string[]; to_addresses: string[]; cc_addresses: string[] }, signed: { shopId: number; secrets: readonly string[] }): Promise<boolean> {
  if ([...references_ids, ...to_addresses, ...cc_addresses].some((name) => readReplyToken(name, signed) !== null)) return true;
  return (await tx.messages.count({ where: { mail_id: { in: references_ids }, direction: 'out' } })) > 0;
}
