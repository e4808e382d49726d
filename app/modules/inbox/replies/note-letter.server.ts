import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { letterFate, type LetterFate } from '#app/modules/outbox/index.server.ts';
import { nameAsSent } from '#app/modules/sending/index.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';
import { lockedTicket } from './reply.server.ts';

/** Notes what became of a message of ours: open screens show it, and a ticket whose answer did not arrive says so once, and is somebody's work again. */
export function noteLetter(ctx: ShopContext, { id }: { id: string }): Promise<void> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const message = await tx.messages.findFirst({ where: { outbox_id: BigInt(id) }, select: { id: true, ticket_id: true, kind: true } });
    const fate = message && (await letterFate(tx, BigInt(id)));
    if (!message || !fate) return;
    const { id: ticketId } = await lockedTicket(tx, message.ticket_id);
    // An answer names the Message-ID that the mail bears.
    const name = await nameAsSent(tx, fate);
    if (name !== null) await tx.messages.updateMany({ where: { id: message.id }, data: { mail_id: name } });
    const why = whyUndelivered(fate);
    if (why !== null) await sayUndelivered(tx, { ...message, ticketId, why }, now);
    await ticketMoved(tx, ticketId, now);
  });
}

type Undelivered = 'bounced' | 'failed' | 'held';

function whyUndelivered({ state, bouncedAt }: LetterFate): Undelivered | null {
  if (bouncedAt !== null) return 'bounced';
  return state === 'failed' ? 'failed' : state === 'dropped' ? 'held' : null;
}

async function sayUndelivered(tx: ShopTx, { id, ticketId, kind, why }: { id: bigint; ticketId: number; kind: string; why: Undelivered }, now: Date): Promise<void> {
  const data = { messageId: String(id), why };
  const said = await tx.ticket_events.count({ where: { ticket_id: ticketId, type: 'undelivered', data: { path: ['messageId'], equals: data.messageId } } });
  if (said > 0) return;
  await noteTicketEvent(tx, { ticketId, type: 'undelivered', data, actor: null, now });
  if (kind !== 'mail') return;
  const ticket = await readTicketRow(tx, ticketId);
  if (ticket && ticket.state !== 'new' && ticket.state !== 'open') await changeTicket(tx, { ticketId, changes: { state: 'open' }, actor: null, now });
}
