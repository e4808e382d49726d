import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noteWordsShown } from '../ticket-page/note-reading.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { readHere } from '../tickets/read-here.server.ts';

/** Something that was said about an order, as its time line has it. */
export interface SaidLine {
  is: 'said';
  id: string;
  ticketId: number;
  direction: 'in' | 'out' | 'note';
  name: string | null;
  words: string;
  at: Date;
}

/** A moment of an order's life: what happened to it, or what was said. */
export type StoryMoment = { is: 'happened'; at: Date; entry: JournalEntry } | SaidLine;

const longestWords = 240;
const mostWords = 200;

interface Asked {
  /** The ticket's number as the address has it. */
  id: string;
  orderId: string;
  /** Who reads: noted with every conversation whose words are shown. */
  staffId: string | null;
}

/** An order's story and the conversation on one time line, newest first: what was said in this ticket, in those merged into it, and in others about the order. */
export async function storyWithWords(ctx: ShopContext, { id, orderId, staffId }: Asked): Promise<StoryMoment[]> {
  const ticketId = ticketNumber(id);
  if (!isNumericId(orderId)) throw notFound('order');
  const { timeline } = await orderStory(ctx, orderId);
  const now = ctx.clock.now();
  const said = await ctx.tx(async (tx) => {
    const lines = await tx.$queryRaw<Omit<SaidLine, 'is'>[]>`
      ${readHere(ticketId)},
      spoken (id) as (select id from read_here union select ticket_id from ticket_orders where order_id = ${orderId})
      select id::text, ticket_id as "ticketId", direction, nullif(author_name, '') as name, left(text, ${longestWords}) as words, happened_at as at from messages
       where ticket_id in (select id from spoken) and side_id is null and withdrawn_at is null and (send_at is null or send_at <= ${now})
       order by messages.id desc limit ${mostWords}`;
    if (staffId !== null) await noteWordsShown(tx, { ticketIds: [...new Set(lines.map((line) => line.ticketId))], staffId, now });
    return lines;
  });
  const moments: StoryMoment[] = [...timeline.map((entry): StoryMoment => ({ is: 'happened', at: entry.happenedAt, entry })), ...said.reverse().map((line): StoryMoment => ({ is: 'said', ...line }))];
  // Sorting keeps what shares a moment in the order in which it came.
  return moments.sort((left, right) => left.at.getTime() - right.at.getTime()).reverse();
}
