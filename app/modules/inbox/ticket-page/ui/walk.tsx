import { useFetcher, useNavigate } from '@remix-run/react';
import { createContext, useContext, useRef, type ReactNode } from 'react';
import type { BesideInList } from '../../desk/beside-in-list.server.ts';
import type { ChangeAnswer } from '../change-from-page.server.ts';
import { keptChoice } from './kept-choice.ts';
import { useSaidChange, type Fields } from './use-change.ts';

/** How a reader goes through the list they came from. */
export interface Walk {
  /** Where the list is. */
  list: string;
  previous: string | null;
  next: string | null;
  /** Shows the conversation before or after this one; nothing at the list's ends. */
  go(to: 'previous' | 'next'): void;
  /** Changes this conversation and goes on to the next one, or back to the list where it was the last. */
  changeAndGo(fields: Fields): void;
  /** Goes on without a change of its own: what was sent does it. */
  goOn(): void;
  /** Whether somebody wants to go on by themselves from what they solved or put away. */
  goesOn: boolean;
  setGoesOn(goesOn: boolean): void;
}

const WalkContext = createContext<Walk | null>(null);
const goingOn = keptChoice('aftercare:goes-on');

interface Props {
  ticketId: number;
  /** Null: the conversation was opened from elsewhere. */
  beside: BesideInList | null;
  children: ReactNode;
}

/** Lets conversations be gone through as their list has them. It outlives each of them: what is said of the last, and its way back, stay while the next is shown. */
export function WalkProvider({ ticketId, beside, children }: Props) {
  const navigate = useNavigate();
  const fetcher = useFetcher<ChangeAnswer>();
  const goesOn = goingOn.useChosen();
  const to = useRef<string | null>(null);
  const action = `/app/inbox/${ticketId}`;
  const submit = (fields: Fields) => fetcher.submit({ intent: 'change', ...fields }, { method: 'post', action });
  useSaidChange(fetcher.data, {
    about: `#${ticketId}`,
    onUndo: submit,
    onDone: () => {
      if (to.current !== null) navigate(to.current, { state: walked });
      to.current = null;
    },
  });
  const walk = beside && {
    ...beside,
    go: (way: 'previous' | 'next') => {
      const path = beside[way];
      if (path !== null) navigate(path, { state: walked });
    },
    changeAndGo: (fields: Fields) => {
      to.current = beside.next ?? beside.list;
      submit(fields);
    },
    goOn: () => navigate(beside.next ?? beside.list, { state: walked }),
    goesOn,
    setGoesOn: (wanted: boolean) => goingOn.choose(wanted),
  };
  return <WalkContext.Provider value={walk}>{children}</WalkContext.Provider>;
}

/** Told to a page that was come to so: its reader has no mouse in their hand, perhaps. */
export const walked = 'walked';

/** How to go on; null where the conversation was not opened from a list. */
export function useWalk(): Walk | null {
  return useContext(WalkContext);
}
