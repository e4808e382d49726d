import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { personFor, type Handle } from '../people/person-for.server.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';

/** `call`: a customer called, and what they said is written down. `write`: the shop writes first. */
export const beginnings = ['call', 'write'] as const;

const schema = z.object({
  kind: z.enum(beginnings),
  name: z.string().trim().max(200),
  contact: z.string().trim().max(254),
  subject: z.string().trim().min(1).max(500),
  text: z.string().trim().max(50_000),
  order: z.string().trim().max(60),
});

export type BeginAnswer = { is: 'begun'; ticketId: number; kind: (typeof beginnings)[number] } | { is: 'invalid'; fields: readonly ('contact' | 'subject' | 'text' | 'order')[] };

interface Asked {
  form: FormData;
  staffId: string | null;
}

/** Opens a ticket that staff begin, given to whoever began it. What a caller said is their word, as it was written down. */
export async function beginTicket(ctx: ShopContext, { form, staffId }: Asked): Promise<BeginAnswer> {
  const read = schema.safeParse(Object.fromEntries(form));
  if (!read.success) return { is: 'invalid', fields: ['subject'] };
  const { kind, name, contact, subject, text, order } = read.data;
  const handle = handleOf(contact);
  if (!handle || (kind === 'write' && handle.kind !== 'email')) return { is: 'invalid', fields: ['contact'] };
  if (kind === 'call' && text === '') return { is: 'invalid', fields: ['text'] };
  const now = ctx.clock.now();
  return ctx.tx(async (tx): Promise<BeginAnswer> => {
    const orderId = order === '' ? null : await orderNamed(tx, order);
    if (order !== '' && orderId === null) return { is: 'invalid', fields: ['order'] };
    const personId = await personFor(tx, { handle, name: name || null }, now);
    const ticketId = await openTicket(tx, { personId, channel: 'email', subject, by: staffId }, now);
    if (orderId !== null) await linkOrder(tx, { ticketId, orderId, staffId, now });
    if (kind === 'call') {
      await addMessage(tx, ticketId, { direction: 'in', channel: 'phone', author: 'person', authorId: personId, authorName: name, subject, text, placedBy: 'staff', verified: 'unknown' }, now);
    }
    await changeTicket(tx, { ticketId, changes: { assigneeId: staffId }, actor: staffId, now });
    return { is: 'begun', ticketId, kind };
  });
}

/** A mail address, or a number as people write it, with its country. */
function handleOf(contact: string): Handle | null {
  const email = readEmailAddress(contact);
  if (email) return { kind: 'email', value: email };
  const number = contact.replace(/[\s().-]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(number) ? { kind: 'phone', value: number } : null;
}

async function orderNamed(tx: ShopTx, name: string): Promise<string | null> {
  const plain = name.replace(/^#/, '');
  const row = await tx.orders.findFirst({ where: { name: { in: [name, plain, `#${plain}`] } }, orderBy: { processed_at: 'desc' }, select: { id: true } });
  return row?.id ?? null;
}

async function linkOrder(tx: ShopTx, { ticketId, orderId, staffId, now }: { ticketId: number; orderId: string; staffId: string | null; now: Date }): Promise<void> {
  await tx.ticket_orders.create({ data: { ticket_id: ticketId, order_id: orderId, reason: 'staff', linked_at: now } });
  await noteTicketEvent(tx, { ticketId, type: 'order_linked', data: { orderId }, actor: staffId, now });
}
