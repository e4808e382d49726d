import { createContext, useContext } from 'react';

/** How somebody wants a ticket to be done. */
export interface Solving {
  to: 'solved' | 'closed';
  /** Whether the next conversation is shown then. */
  goesOn: boolean;
  /** Does it. */
  solve(): void;
}

const SolvingContext = createContext<(solving: Solving) => void>(({ solve }) => solve());

/** Around whatever on the page may solve the ticket: words that were not sent are asked about first. */
export const SolvingProvider = SolvingContext.Provider;

/** Solves the ticket, unless somebody says otherwise when they are asked. */
export const useSolving = (): ((solving: Solving) => void) => useContext(SolvingContext);
