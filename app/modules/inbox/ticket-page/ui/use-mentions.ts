import { useState } from 'react';
import { mentionedIn } from '../mentioned-in.ts';
import type { TicketView } from '../ticket-view.ts';

/** Whom a note names. One that tries to name somebody and does not is held back once; added again as it is, it is kept. */
export function useMentions(staff: TicketView['staff'], text: string) {
  const { ids, unknown } = mentionedIn(text, staff);
  const [stopped, setStopped] = useState<string | null>(null);
  return {
    /** They are told. */
    names: staff.filter(({ id }) => ids.includes(id)).flatMap(({ name }) => name ?? []),
    /** What the note was held back for. */
    unknown: stopped === text ? unknown : [],
    mayLeave: (): boolean => {
      if (unknown.length === 0 || stopped === text) return true;
      setStopped(text);
      return false;
    },
  };
}
