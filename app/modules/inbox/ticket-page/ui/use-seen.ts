import { useState } from 'react';
import type { ShownMessage, TicketView } from '../ticket-view.ts';

/**
 * What the reader is known to have seen. What comes in while somebody writes is new until they say that they have read it: an answer that does not know
 * of it may be the wrong one.
 */
export function useSeen({ ticket, merged, entries, me }: Pick<TicketView, 'ticket' | 'merged' | 'entries' | 'me'>) {
  const said = entries.filter((entry): entry is ShownMessage => entry.is === 'message');
  const newest = said.reduce<bigint>((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), 0n);
  const parts = [ticket.id, ...merged.map(({ id }) => id)];
  const [upTo, setUpTo] = useState({ newest, parts });
  // What was said in a ticket that was merged since is as new as what was said since.
  const isNew = ({ id, ticketId, direction, authorId }: ShownMessage) =>
    BigInt(id) > upTo.newest ? direction === 'in' || (direction === 'out' && authorId !== me) : direction === 'in' && !upTo.parts.includes(ticketId);
  return {
    id: upTo.newest === 0n ? null : String(upTo.newest),
    /** The tickets whose words they are known to have seen. */
    parts: upTo.parts,
    news: said.filter((message) => message.kind === 'mail' && isNew(message)),
    catchUp: () => setUpTo({ newest, parts }),
  };
}
