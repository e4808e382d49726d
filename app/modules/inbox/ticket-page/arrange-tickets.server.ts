import { z } from 'zod';
import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mergeTickets } from '../merging/merge-tickets.server.ts';
import { splitTicket } from '../merging/split-ticket.server.ts';
import { undoSplit } from '../merging/undo-split.server.ts';
import { unmergeTicket } from '../merging/unmerge-ticket.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { ticketNumber } from './ticket-number.ts';

const number = z.string().trim().regex(/^#?[1-9]\d{0,8}$/).transform((text) => Number(text.replace('#', '')));

const schema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('merge'), ticket: number }),
  z.object({ intent: z.literal('unmerge'), ticket: number }),
  z.object({ intent: z.literal('split'), messages: z.string().transform((ids) => ids.split(' ')).pipe(z.array(z.string().regex(/^\d{1,18}$/)).max(2_000)), subject: z.string().max(500) }),
  z.object({ intent: z.literal('undo-split'), ticket: number }),
]);

/** What came of it; `undo` is the form that brings back what was. */
export type ArrangeAnswer = { is: 'arranged'; how: 'merge' | 'unmerge' | 'split' | 'undo-split'; ticket: number; undo: Record<string, string> | null } | { is: 'not_arranged'; why: string };

interface Asked {
  /** As it stands in the address. */
  id: string;
  form: FormData;
  staffId: string | null;
}

/** Reads another ticket in this one, takes one out again, or gives some of the messages a ticket of their own. */
export async function arrangeTickets(ctx: ShopContext, { id, form, staffId: actor }: Asked): Promise<ArrangeAnswer> {
  const read = schema.safeParse(Object.fromEntries(form));
  if (!read.success) return { is: 'not_arranged', why: 'number' };
  const asked = read.data;
  const now = ctx.clock.now();
  try {
    return await ctx.tx(async (tx): Promise<ArrangeAnswer> => {
      const here = await rootOf(tx, ticketNumber(id));
      if (here === null) throw notFound('ticket');
      switch (asked.intent) {
        case 'merge': {
          const merged = await mergeTickets(tx, { into: here, from: [asked.ticket], actor, now });
          const first = merged[0];
          return first === undefined ? { is: 'not_arranged', why: 'same' } : { is: 'arranged', how: 'merge', ticket: first, undo: { intent: 'unmerge', ticket: String(first) } };
        }
        case 'unmerge':
          await unmergeTicket(tx, { ticketId: asked.ticket, actor, now });
          return { is: 'arranged', how: 'unmerge', ticket: asked.ticket, undo: { intent: 'merge', ticket: String(asked.ticket) } };
        case 'split': {
          const made = await splitTicket(tx, { ticketId: here, messageIds: asked.messages.map(BigInt), subject: asked.subject, actor, now });
          return { is: 'arranged', how: 'split', ticket: made, undo: { intent: 'undo-split', ticket: String(made) } };
        }
        case 'undo-split':
          await undoSplit(tx, { ticketId: asked.ticket, actor, now });
          return { is: 'arranged', how: 'undo-split', ticket: asked.ticket, undo: null };
      }
    });
  } catch (error) {
    // What nobody can merge or split is told where it was asked.
    if (error instanceof ExpectedError && asked.intent !== 'unmerge') return { is: 'not_arranged', why: error.code };
    throw error;
  }
}
