import { useEffect, useState } from 'preact/hooks';
import { askApp, type Answer } from './ask-app.ts';

/** What a page knows so far. `waiting` while there is nothing to ask about, as in the editor. */
export type Known<Told> = Answer<Told> | { is: 'loading' } | { is: 'waiting' };

interface Question {
  /** What to ask the app for; none while the page does not know its order. */
  path: string | undefined;
  isSignedIn: boolean;
  /** Gives a fresh session token; the same function each time. */
  token(): Promise<string>;
}

/** What the app tells, asked again when the customer signs in or asks for it. */
export function useTold<Told>({ path, isSignedIn, token }: Question): { known: Known<Told>; again(): void } {
  const [known, setKnown] = useState<Known<Told>>({ is: 'loading' });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const show = (next: Known<Told>) => void (isCurrent && setKnown(next));
    if (path === undefined) show({ is: 'waiting' });
    else if (!isSignedIn) show({ is: 'signed-out' });
    else {
      show({ is: 'loading' });
      void askApp<Told>(path, token).then(show);
    }
    return () => {
      isCurrent = false;
    };
  }, [path, isSignedIn, token, round]);

  return { known, again: () => setRound(round + 1) };
}
