import { useSyncExternalStore } from 'react';

/** A choice of one person that their browser keeps: yes, or no until they say so. A browser that keeps nothing holds it until the page is left. */
export function keptChoice(key: string) {
  const listeners = new Set<() => void>();
  let chosenHere: boolean | null = null;
  const get = () => chosenHere ?? stored(key);
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    useChosen: (): boolean => useSyncExternalStore(subscribe, get, () => false),
    choose(chosen: boolean): void {
      chosenHere = chosen;
      try {
        localStorage.setItem(key, chosen ? 'yes' : 'no');
      } catch {
        // It holds here all the same.
      }
      for (const tell of listeners) tell();
    },
  };
}

function stored(key: string): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}
