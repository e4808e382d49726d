import type { Solving } from './solving-face.ts';
import { useChange } from './use-change.ts';
import { useWalk } from './walk.tsx';

/** Solves the ticket by way of `solving`, and goes on where its reader wants to; `next`: in any case, where it was opened from a list. */
export function useSolve(solving: (solving: Solving) => void) {
  const { change, busy, pending } = useChange();
  const walk = useWalk();
  const solve = (way: 'usual' | 'next' = 'usual') => {
    const goesOn = walk !== null && (way === 'next' || walk.goesOn);
    solving({ to: 'solved', goesOn, solve: () => (goesOn ? walk.changeAndGo : change)({ state: 'solved' }) });
  };
  return { solve, change, busy, pending };
}
