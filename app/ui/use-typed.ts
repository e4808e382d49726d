import { useEffect, useState } from 'react';
import { useLatest } from './use-answer.ts';

const typingPause = 350;

/** What stands in the search field: typed at once, asked for after a pause, and following the address when that changes. */
export function useTyped(asked: string, ask: (search: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(asked);
  const [seen, setSeen] = useState(asked);
  const [mine, setMine] = useState(asked);
  if (asked !== seen) {
    setSeen(asked);
    // Changed by somebody else than this field: "clear", the way back. What it asked itself must not undo further typing.
    if (asked !== mine) {
      setMine(asked);
      setTyped(asked);
    }
  }
  const latest = useLatest(ask);
  useEffect(() => {
    const text = typed.trim();
    if (text === mine) return;
    const timer = setTimeout(() => {
      setMine(text);
      latest.current(text);
    }, typingPause);
    return () => clearTimeout(timer);
  }, [typed, mine, latest]);
  return [typed, setTyped];
}
