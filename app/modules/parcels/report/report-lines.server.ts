import { join, sql, type Sql } from '#app/platform/db/database.server.ts';
import type { ReportFilter } from './views.ts';

/** The columns by which an answer says which line a row is about. Needs `carrier`, `origin` and `destination` in reach. */
export const lineColumns: Sql = sql`carrier, origin, destination, case grouping(carrier, origin) when 0 then 'lane' when 1 then 'carrier' else 'all' end as level`;

/** Groups rows into all, carriers and lanes, each further divided by `more`. */
export function groupedByLine(more?: Sql): Sql {
  const and = more ? sql`, ${more}` : sql``;
  return sql`grouping sets ((${more ?? sql``}), (carrier${and}), (carrier, origin, destination${and}))`;
}

/** The rows a filter means, of anything that has a `carrier` and a `destination`; the period is the asker's own. */
export function ofFilter({ carrier, destination }: ReportFilter, table: Sql): Sql {
  const same = (column: Sql, value: string | null | undefined) => (value === undefined ? [] : [value === null ? sql`${column} is null` : sql`${column} = ${value}`]);
  return join([sql`true`, ...same(sql`${table}.carrier`, carrier), ...same(sql`${table}.destination`, destination)], ' and ');
}
