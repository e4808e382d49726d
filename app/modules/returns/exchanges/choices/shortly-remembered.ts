import { remembered } from '#app/kernel/remembered.ts';
import { minute } from '#app/kernel/time.ts';

interface Kept<V> {
  value: Promise<V>;
  until: number;
}

/** Answers for a minute what was asked before; who asks while it is being found out waits for the same answer. A failure is not kept. */
export function shortlyRemembered<V>(most: number): (key: string, now: Date, ask: () => Promise<V>) => Promise<V> {
  const kept = remembered<Kept<V>>(most);
  return (key, now, ask) => {
    const known = kept.get(key);
    if (known && known.until > now.getTime()) return known.value;
    const value = ask();
    kept.set(key, { value, until: now.getTime() + minute });
    value.catch(() => kept.forget(key));
    return value;
  };
}
