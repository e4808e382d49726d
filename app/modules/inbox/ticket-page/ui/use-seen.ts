import { useState } from 'react';
import type { Entry, ShownMessage } from '../ticket-view.ts';

/**
 * What the reader is known to have seen. What comes in while somebody writes is new until they say that they have read it: an answer that does not know
 * of it may be the wrong one.
 */
export function useSeen(entries: readonly Entry[], me: string | null) {
  const said = entries.filter((entry): entry is ShownMessage => entry.is === 'message');
  const newest = said.reduce<bigint>((most, { id }) => (BigInt(id) > most ? BigInt(id) : most), 0n);
  const [upTo, setUpTo] = useState(newest);
  const news = said.filter(({ id, direction, authorId, kind }) => BigInt(id) > upTo && (direction === 'in' || (direction === 'out' && authorId !== me)) && kind === 'mail');
  return {
    id: upTo === 0n ? null : String(upTo),
    news,
    catchUp: () => setUpTo(newest),
  };
}
