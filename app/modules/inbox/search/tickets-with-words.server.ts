import { searchTerms } from '#app/kernel/text.ts';
import { empty, join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { filtersOf } from './filters-of.server.ts';
import type { SearchFilters } from './views.ts';

/** Up to so many rows of a word, looking for the other words in each of its tickets is quickest. */
const rare = 5_000;
/** Above so many, whatever ticket one looks at is likely to have the word. */
const everywhere = 100_000;
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
  const terms = await rarestFirst(tx, searchTerms(words).slice(0, mostTerms).map(rangeOf));
  const [first, second] = terms;
  if (!first || first.rows === 0) return [];
  const gathered = first.rows > everywhere ? [] : second && first.rows > rare && second.rows <= everywhere ? [first, second] : [first];
  const probed = terms.slice(gathered.length);
  const conditions = [
    ...filtersOf(filters),
    ...(below === null ? [] : [sql`t.id < ${below}`]),
    ...(except.length === 0 ? [] : [sql`t.id <> all (${except}::int[])`]),
  ];
  // Nothing here may be turned round by the planner: the newest come first, and once the page is full nobody looks further.
  const rows = await tx.$queryRaw<{ id: number }[]>(sql`
    select t.id from ${gathered.length === 0 ? sql`tickets t` : sql`(${join(gathered.map(({ range }) => ticketsIn(range)), ' intersect ')} order by 1 desc) found cross join lateral (select * from tickets t where t.id = found.ticket_id offset 0) t`}
     ${probed.length === 0 ? empty : join(probed.map(({ range }, at) => sql`cross join lateral (select from ticket_words w where w.ticket_id = t.id and ${range} limit 1) ${alias(at)}`), ' ')}
     where ${join(conditions, ' and ')} order by ${gathered.length === 0 ? sql`t.id` : sql`found.ticket_id`} desc limit ${limit}`);
  return rows.map(({ id }) => id);
}

const ticketsIn = (range: Range) => sql`select distinct w.ticket_id from ticket_words w where ${range}`;
const aliases = Array.from({ length: mostTerms }, (_, at) => sql([`p${at}`]));
const alias = (at: number) => aliases[at] ?? empty;

type Range = ReturnType<typeof rangeOf>;

async function rarestFirst(tx: ShopTx, ranges: readonly Range[]): Promise<{ range: Range; rows: number }[]> {
  if (ranges.length === 0) return [];
  const counted = await tx.$queryRaw<{ at: number; rows: bigint }[]>(
    sql`${join(ranges.map((range, at) => sql`select ${at}::int as at, (select count(*) from (select from ticket_words w where ${range} limit ${everywhere + 1}) counted) as rows`), ' union all ')} order by 2, 1`,
  );
  return counted.flatMap(({ at, rows }) => {
    const range = ranges[at];
    return range ? [{ range, rows: Number(rows) }] : [];
  });
}

/** Rows of a word, or of all that begin so: by comparisons that an index may do behind the shop wall. */
function rangeOf({ lexeme, prefix }: { lexeme: string; prefix: boolean }) {
  return prefix ? sql`w.word >= ${lexeme} and w.word < ${`${lexeme}\u{10ffff}`}` : sql`w.word = ${lexeme}`;
}
