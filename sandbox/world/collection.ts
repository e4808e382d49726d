import type { Gid } from '#sandbox/contract.ts';

/** Reading side of one kind of record: by id, by index, all in insertion order. */
export interface Collection<T, I extends string = never> {
  readonly type: string;
  readonly size: number;
  /** Grows with every change: what was worked out at one revision holds until the next. */
  readonly revision: number;
  get(id: Gid): T | null;
  /** Insertion order, which is id order. */
  all(): IterableIterator<T>;
  /** The records whose index key is `key`, in insertion order. */
  where(index: I, key: string): T[];
}

/** Writing side, kept to the world's commits. */
export interface MutableCollection<T, I extends string = never> extends Collection<T, I> {
  put(record: T): void;
  remove(id: Gid): void;
}

/** Keeps records in memory with the given indexes; an index answers a key, or null when the record is not in it. */
export function createCollection<T extends { id: Gid }, I extends string = never>(
  type: string,
  indexes: Record<I, (record: T) => string | null>,
): MutableCollection<T, I> {
  const records = new Map<Gid, T>();
  let revision = 0;
  const names = Object.keys(indexes).filter((name): name is I => name in indexes);
  const keys = new Map<I, Map<string, Set<Gid>>>(names.map((name) => [name, new Map()]));

  function unindex(record: T): void {
    for (const name of names) {
      const key = indexes[name](record);
      if (key === null) continue;
      const ids = keys.get(name)?.get(key);
      ids?.delete(record.id);
      if (ids?.size === 0) keys.get(name)?.delete(key);
    }
  }

  function index(record: T): void {
    for (const name of names) {
      const key = indexes[name](record);
      if (key === null) continue;
      const ids = keys.get(name)?.get(key);
      if (ids) ids.add(record.id);
      else keys.get(name)?.set(key, new Set([record.id]));
    }
  }

  return {
    type,
    get size() {
      return records.size;
    },
    get revision() {
      return revision;
    },
    get: (id) => records.get(id) ?? null,
    all: () => records.values(),
    where(name, key) {
      const found: T[] = [];
      for (const id of keys.get(name)?.get(key) ?? []) {
        const record = records.get(id);
        if (record) found.push(record);
      }
      return found;
    },
    put(record) {
      revision += 1;
      const before = records.get(record.id);
      if (before) {
        // An unchanged key keeps its place, so that an update does not reorder an index.
        if (names.some((name) => indexes[name](before) !== indexes[name](record))) {
          unindex(before);
          index(record);
        }
      } else index(record);
      records.set(record.id, record);
    },
    remove(id) {
      const before = records.get(id);
      if (!before) return;
      revision += 1;
      unindex(before);
      records.delete(id);
    },
  };
}
