/** Rows of one table held in memory while a batch is merged; knows which of them are new or changed. */
export interface Shelf<Row> {
  get(key: string): Row | undefined;
  /** The rows under one parent, in the order they were put. */
  of(parent: string): Row[];
  put(row: Row): void;
  changed(): Row[];
}

export function createShelf<Row>(keyOf: (row: Row) => string, parentOf: (row: Row) => string, held: readonly Row[]): Shelf<Row> {
  const rows = new Map<string, Row>();
  const families = new Map<string, Set<string>>();
  const changed = new Set<string>();

  const place = (row: Row): string => {
    const key = keyOf(row);
    rows.set(key, row);
    const parent = parentOf(row);
    const family = families.get(parent);
    if (family) family.add(key);
    else families.set(parent, new Set([key]));
    return key;
  };
  const pick = (keys: Iterable<string>): Row[] =>
    [...keys].flatMap((key) => {
      const row = rows.get(key);
      return row === undefined ? [] : [row];
    });

  held.forEach(place);
  return {
    get: (key) => rows.get(key),
    of: (parent) => pick(families.get(parent) ?? []),
    put: (row) => void changed.add(place(row)),
    changed: () => pick(changed),
  };
}
