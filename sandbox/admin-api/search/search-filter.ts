import { matches } from './match.ts';
import type { SearchNode } from './parse-search.ts';
import { parseSearch } from './parse-search.ts';
import type { SearchTable } from './search-table.ts';

export type { SearchField, SearchTable } from './search-table.ts';

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
