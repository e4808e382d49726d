import { matches } from './match.ts';
import type { SearchNode } from './parse-search.ts';
import { parseSearch } from './parse-search.ts';

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

/** What Shopify reports in `extensions.search` about a filter it ignored. */
export interface SearchWarning {
  field: string;
  message: string;
  code: 'invalid_field' | 'invalid_value';
}

export interface Search<T> {
  query: string;
  /** The parsed query; a resolver may push parts of it down into an index. Null: no query. */
  tree: SearchNode | null;
  matches(item: T): boolean;
  warnings: SearchWarning[];
}

/** Compiles a query in Shopify's search syntax; filters on unknown fields are ignored with a warning, as Shopify does. */
export function searchFilter<T>(query: string | null | undefined, table: SearchTable<T>, now: Date): Search<T> {
  const text = query?.trim() ?? '';
  const parsed = text === '' ? null : parseSearch(text);
  const warnings: SearchWarning[] = [];
  const tree = parsed === null ? null : knownPart(parsed, table, warnings);
  return { query: text, tree, warnings, matches: (item) => tree === null || matches(tree, item, table, now) };
}

function knownPart<T>(node: SearchNode, table: SearchTable<T>, warnings: SearchWarning[]): SearchNode | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const parts = node.parts.map((part) => knownPart(part, table, warnings)).filter((part) => part !== null);
      return parts.length === 0 ? null : { kind: node.kind, parts };
    }
    case 'not': {
      const part = knownPart(node.part, table, warnings);
      return part === null ? null : { kind: 'not', part };
    }
    case 'term': {
      if (node.field === null || table.fields[node.field] || table.dynamic?.(node.field)) return node;
      warnings.push({ field: node.field, message: 'Invalid search field for this query.', code: 'invalid_field' });
      return null;
    }
  }
}
