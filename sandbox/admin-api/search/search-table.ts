/** How one search field reads an item. `text` matches by word, the others by whole value; several values match when one does. */
export type SearchField<T> =
  | { kind: 'text' | 'keyword' | 'id'; of: (item: T) => string | null | readonly (string | null)[] }
  | { kind: 'number'; of: (item: T) => number | string | null }
  | { kind: 'time'; of: (item: T) => Date | string | null }
  | { kind: 'flag'; of: (item: T) => boolean };

/** The fields a type can be searched by, and those that a bare term looks in. */
export interface SearchTable<T> {
  fields: Record<string, SearchField<T>>;
  /** Fields a bare term looks in; Shopify calls this the default search. */
  bare: readonly string[];
  /** Fields with a computed name, such as `metafields.custom.size`. */
  dynamic?: (field: string) => SearchField<T> | null;
}
