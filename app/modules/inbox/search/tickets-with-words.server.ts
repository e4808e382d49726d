import { searchTerms } from '#app/kernel/text.ts';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { filtersOf } from './filters-of.server.ts';
import type { SearchFilters } from './views.ts';

/** Above so many rows a word is common: looking at tickets one after the other finds a page of them sooner than gathering all that have it. */
const common = 20_000;
const mostTerms = 12;

export interface Asked {
  words: string;
  filters: SearchFilters;
  /** Only tickets with lower numbers. */
  below: number | null;
  /** Not these. */
  except: readonly number[];
  limit: number;
}

/** The newest tickets in which all these words stand, each of which may be unfinished. */
export async function ticketsWithWords(tx: ShopTx, { words, filters, below, except, limit }: Asked): Promise<number[]> {
  const terms = searchTerms(words).slice(0, mostTerms).map(rangeOf);
  if (terms.length === 0) return [];
  const counted = await tx.$queryRaw<{ at: number; rows: bigint }[]>(
    sql`${join(terms.map((term, at) => sql`select ${at}::int as at, (select count(*) from (select from ticket_words w where ${term} limit ${common + 1}) counted) as rows`), ' union all ')} order by 2, 1`,
  );
  const [rarest] = counted;
  if (!rarest || Number(rarest.rows) === 0) return [];
  const isCommon = Number(rarest.rows) > common;
  const inOrder = counted.flatMap(({ at }) => terms[at] ?? []);
  const others = isCommon ? inOrder : inOrder.slice(1);
  const conditions = [
    ...filtersOf(filters),
    ...(below === null ? [] : [sql`t.id < ${below}`]),
    ...(except.length === 0 ? [] : [sql`t.id <> all (${except}::int[])`]),
    ...others.map((term) => sql`exists (select from ticket_words w where w.ticket_id = t.id and ${term})`),
  ];
  const first = inOrder[0];
  const rows = await tx.$queryRaw<{ id: number }[]>(
    isCommon || !first
      ? sql`select t.id from tickets t where ${join(conditions, ' and ')} order by t.id desc limit ${limit}`
      : sql`select t.id from (select distinct w.ticket_id from ticket_words w where ${first} ${below === null ? sql`` : sql`and w.ticket_id < ${below}`} order by 1 desc) found
              join tickets t on t.id = found.ticket_id where ${join(conditions, ' and ')} order by t.id desc limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Rows of a word, or of all that begin so: by comparisons that an index may do behind the shop wall. */
function rangeOf({ lexeme, prefix }: { lexeme: string; prefix: boolean }) {
  return prefix ? sql`w.word >= ${lexeme} and w.word < ${`${lexeme}\u{10ffff}`}` : sql`w.word = ${lexeme}`;
}
