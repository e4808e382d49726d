import { useState, type KeyboardEvent } from 'react';
import type { TicketView } from '../ticket-view.ts';
import { textField } from './text-field.ts';

/** How a name is begun before the caret; the `@` of a mail address begins none. */
const begun = /(?<![\w.])@([\p{L}\p{N}_'’-]*)$/u;
const mostOffered = 5;

interface Written {
  fieldId: string;
  text: string;
  put(text: string): void;
}

/** Colleagues whose name somebody begins to type with an `@`: chosen with the arrows and Enter, or by a click. */
export function useNaming({ staff, me }: Pick<TicketView, 'staff' | 'me'>, { fieldId, text, put }: Written) {
  /** Where somebody types; null: they do not, or want none of them. */
  const [caret, setCaret] = useState<number | null>(null);
  const [at, setAt] = useState(0);
  const typed = caret === null ? undefined : begun.exec(text.slice(0, caret))?.[1];
  const fits = (name: string) => [name, ...name.split(/\s+/)].some((word) => word.toLowerCase().startsWith((typed ?? '').toLowerCase()));
  const offered = typed === undefined ? [] : staff.flatMap(({ id, name }) => (id !== me && name !== null && fits(name) ? [{ id, name }] : [])).slice(0, mostOffered);
  const chosen = offered[Math.min(at, offered.length - 1)];

  const choose = (name: string) => {
    if (caret === null || typed === undefined) return;
    const before = `${text.slice(0, caret - typed.length)}${name} `;
    put(`${before}${text.slice(caret).replace(/^ /, '')}`);
    setCaret(null);
    const field = textField(fieldId);
    field?.focus();
    // Behind the name once it is there.
    requestAnimationFrame(() => field?.setSelectionRange(before.length, before.length));
  };

  return {
    offered,
    chosen: chosen?.id ?? null,
    choose,
    typedAt: (place: number | null) => {
      setCaret(place);
      setAt(0);
    },
    /** Whether a key was meant for the names. */
    takes: (event: KeyboardEvent): boolean => {
      if (!chosen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false;
      if (event.key === 'ArrowDown') setAt((at + 1) % offered.length);
      else if (event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen.name);
      else if (event.key === 'Escape') setCaret(null);
      else return false;
      event.preventDefault();
      return true;
    },
  };
}
