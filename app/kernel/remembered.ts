export interface Remembered<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  forget(key: string): void;
}

/** What was found out and may be asked again; at most so many values, and when there are more it begins anew. */
export function remembered<V>(most: number): Remembered<V> {
  const values = new Map<string, V>();
  return {
    get: (key) => values.get(key),
    set(key, value) {
      if (values.size >= most && !values.has(key)) values.clear();
      values.set(key, value);
    },
    forget: (key) => void values.delete(key),
  };
}
