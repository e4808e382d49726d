import { randomUUID } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut } from '#app/kernel/text.ts';
import { linkByStaff, unlinkHandle } from '../people/link-by-staff.server.ts';
import { linkKnown } from '../people/link-known.server.ts';
import type { Handle } from '../people/handle.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { linkNamedOrder, unlinkOrder } from './link-named-order.server.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { lookAtPromises } from '../promises/look-at-promises.server.ts';
import { liveStates } from '../tickets/ticket.ts';
import { rereadWords } from '../search/reread-words.server.ts';

/** What came of something done beside a ticket. `known`: it was so already; `kept`: it is their last handle; `invalid`, `empty`: what was typed is nothing; `no_order`: no order is called so. */
export interface BesideAnswer {
  is: 'linked' | 'known' | 'invalid' | 'unlinked' | 'kept' | 'noted' | 'empty' | 'removed' | 'order_linked' | 'order_unlinked' | 'no_order';
}

interface Done {
  /** The ticket's number as the address has it. */
  id: string;
  form: FormData;
  by: string | null;
}

const longestNote = 4_000;
const mostOthers = 20;

/** Links and unlinks what a ticket's person is known by, and keeps notes on them. */
export function actBeside(ctx: ShopContext, { id, form, by }: Done): Promise<BesideAnswer> {
  const field = (name: string) => String(form.get(name) ?? '').trim();
  const ticketId = ticketNumber(id);
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    await lockRoot(tx, ticketId);
    const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { person_id: true } });
    if (!ticket) throw notFound('ticket');
    const personId = ticket.person_id;
    const answer = await act(tx, personId);
    await ticketMoved(tx, ticketId, now);
    if (answer.is === 'linked' || answer.is === 'unlinked') {
      await lookAtOthers(tx, { personId, besides: ticketId, now });
      await renameTickets(tx, personId);
    }
    return answer;
  });

  async function act(tx: ShopTx, personId: string): Promise<BesideAnswer> {
    switch (field('intent')) {
      case 'link': {
        const handle = typedHandle(field('value'));
        if (!handle) return { is: 'invalid' };
        if (!(await linkByStaff(tx, { personId, ...handle, by, now }))) return { is: 'known' };
        await linkKnown(tx, personId, now);
        return { is: 'linked' };
      }
      case 'unlink':
        return { is: (await unlinkHandle(tx, { personId, handleId: field('handle'), by, now })) ? 'unlinked' : 'kept' };
      case 'note': {
        const words = cut(field('words'), longestNote);
        if (words === '') return { is: 'empty' };
        await tx.person_notes.create({ data: { id: randomUUID(), person_id: personId, words, written_by: by, written_at: now } });
        return { is: 'noted' };
      }
      case 'remove-note':
        await tx.person_notes.deleteMany({ where: { id: uuidOf(field('note')), person_id: personId } });
        return { is: 'removed' };
      case 'link-order':
        return { is: await linkNamedOrder(tx, { ticketId, name: field('order'), by, now }) };
      case 'unlink-order':
        return { is: await unlinkOrder(tx, { ticketId, orderId: field('order'), by, now }) };
      default:
        throw notFound('intent');
    }
  }
}

/** Who somebody is known to be says how soon they are answered, wherever they wait: each of their conversations is looked at by itself. */
async function lookAtOthers(tx: ShopTx, { personId, besides, now }: { personId: string; besides: number; now: Date }): Promise<void> {
  const others = await tx.tickets.findMany({ where: { person_id: personId, id: { not: besides }, state: { in: [...liveStates] }, merged_into: null }, orderBy: { id: 'desc' }, take: mostOthers, select: { id: true } });
  for (const { id } of others) await lookAtPromises(tx, id, now);
}

/** Their newest conversations are found by what they are called now. */
async function renameTickets(tx: ShopTx, personId: string): Promise<void> {
  const tickets = await tx.tickets.findMany({ where: { person_id: personId, purged_at: null }, orderBy: { id: 'desc' }, take: mostOthers, select: { id: true } });
  await rereadWords(tx, tickets.map(({ id }) => id));
}

/** What staff typed or were shown, as a handle; a customer at Shopify is named by `customer:` and its number. */
export function typedHandle(typed: string): Handle | null {
  const customer = /^customer:(\d{1,20})$/.exec(typed)?.[1];
  if (customer) return { kind: 'customer', value: customer };
  const email = typed.normalize('NFKC').toLowerCase();
  if (/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{1,190}$/u.test(email)) return { kind: 'email', value: email };
  const phone = parsePhoneNumberFromString(typed);
  return phone?.isValid() ? { kind: 'phone', value: phone.number } : null;
}

function uuidOf(typed: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed)) throw notFound('note');
  return typed;
}
