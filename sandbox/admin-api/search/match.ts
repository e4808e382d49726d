import type { Comparator, SearchNode } from './parse-search.ts';
import type { SearchField, SearchTable } from './search-table.ts';

type Term = Extract<SearchNode, { kind: 'term' }>;

/** Whether an item satisfies a parsed query. */
export function matches<T>(node: SearchNode, item: T, table: SearchTable<T>, now: Date): boolean {
  switch (node.kind) {
    case 'and':
      return node.parts.every((part) => matches(part, item, table, now));
    case 'or':
      return node.parts.some((part) => matches(part, item, table, now));
    case 'not':
      return !matches(node.part, item, table, now);
    case 'term': {
      if (node.field === null) return table.bare.some((name) => matchesField(node, table.fields[name], item, now));
      return matchesField(node, table.fields[node.field] ?? table.dynamic?.(node.field) ?? undefined, item, now);
    }
  }
}

function matchesField<T>(term: Term, field: SearchField<T> | undefined, item: T, now: Date): boolean {
  if (field === undefined) return false;
  if (field.kind === 'flag') return field.of(item) === (term.value.toLowerCase() === 'true');
  const read = field.of(item);
  const values = (Array.isArray(read) ? read : [read]).filter((value) => value !== null && value !== '');
  if (term.value === '*' && !term.quoted) return values.length > 0;
  return values.some((value) => matchesValue(term, field.kind, value, now));
}

function matchesValue(term: Term, kind: SearchField<never>['kind'], value: unknown, now: Date): boolean {
  const range = kind === 'id' || kind === 'number' || kind === 'time' ? /^(.+?)\.\.(.+)$/.exec(term.value) : null;
  if (range !== null) {
    const [, from = '', to = ''] = range;
    return (
      matchesValue({ ...term, comparator: '>=', value: from }, kind, value, now) &&
      matchesValue({ ...term, comparator: '<=', value: to }, kind, value, now)
    );
  }
  switch (kind) {
    case 'text':
      return matchesText(term, String(value));
    case 'keyword':
      return matchesKeyword(term, String(value));
    case 'id':
      return compare(Number(lastPart(String(value))), term.comparator, Number(lastPart(term.value)));
    case 'number':
      return compare(Number(value), term.comparator, Number(term.value));
    case 'time':
      return matchesTime(term, value instanceof Date ? value : new Date(String(value)), now);
    case 'flag':
      return false;
  }
}

/** A quoted phrase must appear as consecutive words; an unquoted value is split into words that must all appear. */
function matchesText(term: Term, value: string): boolean {
  const words = wordsOf(value);
  const wanted = wordsOf(term.value);
  if (wanted.length === 0) return value.toLowerCase().includes(term.value.toLowerCase());
  if (term.quoted) return words.some((_, start) => wanted.every((word, offset) => words[start + offset] === word));
  return wanted.every((word, index) => words.some((own) => (term.prefix && index === wanted.length - 1 ? own.startsWith(word) : own === word)));
}

function matchesKeyword(term: Term, value: string): boolean {
  const own = value.toLowerCase();
  const wanted = term.value.toLowerCase();
  return term.prefix ? own.startsWith(wanted) : compare(own, term.comparator, wanted);
}

/** A date without a time stands for its whole day in UTC. */
function matchesTime(term: Term, at: Date, now: Date): boolean {
  const wanted = term.value.toLowerCase() === 'now' ? now : new Date(term.value);
  if (Number.isNaN(wanted.getTime())) return false;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(term.value)) return compare(at.getTime(), term.comparator, wanted.getTime());
  const dayStart = wanted.getTime();
  const dayEnd = dayStart + 86_400_000;
  switch (term.comparator) {
    case '=':
      return at.getTime() >= dayStart && at.getTime() < dayEnd;
    case '>':
      return at.getTime() >= dayEnd;
    case '>=':
      return at.getTime() >= dayStart;
    case '<':
      return at.getTime() < dayStart;
    case '<=':
      return at.getTime() < dayEnd;
  }
}

function compare<V extends string | number>(own: V, comparator: Comparator, wanted: V): boolean {
  switch (comparator) {
    case '=':
      return own === wanted;
    case '<':
      return own < wanted;
    case '<=':
      return own <= wanted;
    case '>':
      return own > wanted;
    case '>=':
      return own >= wanted;
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function lastPart(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
