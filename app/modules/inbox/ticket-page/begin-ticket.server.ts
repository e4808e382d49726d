import { z } from 'zod';
import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { topicOf } from '../intake/topic-of.ts';
import { linkKnown } from '../people/link-known.server.ts';
import { personFor, type Handle } from '../people/person-for.server.ts';
import { phoneOf } from '../people/phone-of.ts';
import { unreachedPerson } from '../people/unreached-person.server.ts';
import { addMessage } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { linkOrder } from '../tickets/link-order.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import { orderNamed } from '../tickets/order-named.server.ts';

/** `call`: a customer called, and what they said is written down. `write`: the shop writes first. */
export const beginnings = ['call', 'write'] as const;

const schema = z.object({
  /** Made with the form: two clicks are one ticket. */
  key: z.uuid(),
  kind: z.enum(beginnings),
  name: z.string().trim().max(200),
  contact: z.string().trim().max(254),
  subject: z.string().trim().min(1).max(500),
  text: z.string().trim().max(50_000),
  order: z.string().trim().max(60),
});

export type BeginAnswer = { is: 'begun'; ticketId: number; kind: (typeof beginnings)[number] } | { is: 'invalid'; fields: readonly ('contact' | 'subject' | 'text' | 'order')[] };

/** A page whose request had no answer is no longer open then. */
const askedAgain = day;

interface Asked {
  form: FormData;
  staffId: string | null;
}

/** Opens a ticket that staff begin, once per request, given to whoever began it. What a caller said is their word, as it was written down; whoever withheld their number is known by name alone. */
export async function beginTicket(ctx: ShopContext, { form, staffId }: Asked): Promise<BeginAnswer> {
  const read = schema.safeParse(Object.fromEntries(form));
  if (!read.success) return { is: 'invalid', fields: ['subject'] };
  const { key, kind, name, contact, subject, text, order } = read.data;
  const handle = handleOf(contact);
  const isWithheld = kind === 'call' && contact === '' && name !== '';
  if (!isWithheld && (!handle || (kind === 'write' && handle.kind !== 'email'))) return { is: 'invalid', fields: ['contact'] };
  if (kind === 'call' && text === '') return { is: 'invalid', fields: ['text'] };
  const now = ctx.clock.now();
  return ctx.tx(async (tx): Promise<BeginAnswer> => {
    const before = await begunBefore(tx, key, now);
    if (before !== null) return { is: 'begun', ticketId: before, kind };
    const orderId = order === '' ? null : await orderNamed(tx, order);
    if (order !== '' && orderId === null) return { is: 'invalid', fields: ['order'] };
    const personId = handle ? await personFor(tx, { handle, name: name || null }, now) : await unreachedPerson(tx, name, now);
    await linkKnown(tx, personId, now);
    const ticketId = await openTicket(tx, { personId, channel: kind === 'call' ? 'phone' : 'email', subject, by: staffId, request: key, ...(kind === 'call' ? topicOf(subject, text) : {}) }, now);
    if (orderId !== null) await linkOrder(tx, { ticketId, orderId, reason: 'staff', by: staffId, now });
    if (kind === 'call') {
      await addMessage(tx, ticketId, { direction: 'in', channel: 'phone', author: 'person', authorId: personId, authorName: name, subject, text, placedBy: 'staff', verified: 'unknown' }, now);
    }
    await changeTicket(tx, { ticketId, changes: { assigneeId: staffId }, actor: staffId, now });
    return { is: 'begun', ticketId, kind };
  });
}

/** The ticket that was begun by this very request; null for a new one. One request waits for the other. */
async function begunBefore(tx: ShopTx, request: string, now: Date): Promise<number | null> {
  await takeTurn(tx, request);
  const event = await tx.ticket_events.findFirst({ where: { type: 'opened', happened_at: { gt: after(now, -askedAgain) }, data: { path: ['request'], equals: request } }, select: { ticket_id: true } });
  return event?.ticket_id ?? null;
}

/** A mail address, or a number as people write it, with its country. */
function handleOf(contact: string): Handle | null {
  const email = readEmailAddress(contact);
  if (email) return { kind: 'email', value: email };
  const number = phoneOf(contact);
  return number ? { kind: 'phone', value: number } : null;
}
