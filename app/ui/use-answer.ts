import { useEffect, useRef, type MutableRefObject } from 'react';

/** The newest value, for what runs later than the rendering that gave it. */
export function useLatest<Value>(value: Value): MutableRefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Does something once for each answer a form gets. */
export function useAnswer<Answer>(answer: Answer | undefined, onAnswer: (answer: Answer) => void): void {
  const latest = useLatest(onAnswer);
  useEffect(() => {
    if (answer !== undefined) latest.current(answer);
  }, [answer, latest]);
}
