import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Something that was said since somebody last looked. */
export interface NewWord {
  id: string;
  direction: 'in' | 'out';
  authorName: string;
  text: string;
  at: Date;
  /** Not before then, for a colleague's answer that is about to leave. */
  sendAt: Date | null;
}

interface Asked {
  ticketIds: readonly number[];
  sideId: string | null;
  /** The newest message that was seen. */
  seen: bigint;
  /** Whose own words are no news. */
  by: string;
  /** The tickets whose words were seen, where it is known: what nobody has answered yet in others, that were merged since, is news however old it is. */
  parts?: readonly number[] | null;
}

const longestNews = 400;

/** What the customer or a colleague said after what was seen: an answer that does not know of it may be the wrong one. */
export async function whatIsNew(tx: ShopTx, { ticketIds, sideId, seen, by, parts = null }: Asked): Promise<NewWord[]> {
  const others = parts === null ? [] : await tx.tickets.findMany({ where: { id: { in: [...ticketIds], notIn: [...parts] }, waiting_since: { not: null } }, select: { id: true, waiting_since: true } });
  const unanswered = others.flatMap(({ id, waiting_since: since }) => (since === null ? [] : [{ ticket_id: id, direction: 'in', created_at: { gte: since } }]));
  const rows = await tx.messages.findMany({
    where: { ticket_id: { in: [...ticketIds] }, side_id: sideId, OR: [{ id: { gt: seen } }, ...unanswered], direction: { in: ['in', 'out'] }, kind: 'mail', withdrawn_at: null, NOT: { direction: 'out', author_id: by } },
    orderBy: { id: 'asc' },
    select: { id: true, direction: true, author_name: true, text: true, happened_at: true, send_at: true },
  });
  return rows.map(({ id, direction, author_name, text, happened_at, send_at }) => ({
    id: String(id), direction: direction === 'in' ? 'in' : 'out', authorName: author_name, text: text.slice(0, longestNews), at: happened_at, sendAt: send_at,
  }));
}
