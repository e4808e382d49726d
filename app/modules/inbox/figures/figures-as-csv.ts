import { csvLine } from '#app/ui/csv.ts';
import type { Group, InboxFigures, Tallies } from './views.ts';

const columns = [
  'level', 'name', 'opened', 'solved', 'backlog', 'orders', 'contacts_per_100_orders', 'first_replies', 'median_hours_to_first_reply', 'p90_hours_to_first_reply', 'median_hours_to_solution', 'p90_hours_to_solution', 'promises_kept',
  'promises_broken', 'ratings', 'good_ratings', 'mean_rating',
] as const;
type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string | number | null>>;

/** The figures as lines of CSV: the spans of time in their order, then channels, agents, teams, tiers of customers and categories. Columns are named alike in every language; what does not apply is empty. */
export async function* figuresAsCsv(figures: InboxFigures): AsyncGenerator<string> {
  const line = (row: Row) => csvLine(columns.map((column) => row[column] ?? null));
  const isAll = figures.filter.agent === null && figures.filter.team === null;
  yield csvLine(columns);
  for (const { day, backlog, orders, ...tallies } of figures.spans) {
    yield line({ level: figures.step, name: day, ...rowOf(tallies), backlog, ...(isAll ? { orders, contacts_per_100_orders: orders === 0 ? null : rounded((tallies.opened / orders) * 100) } : {}) });
  }
  for (const [level, groups] of [['channel', figures.channels], ['agent', figures.agents], ['team', figures.teams], ['tier', figures.tiers], ['category', figures.categories]] as const) {
    yield* groups.map((group: Group) => line({ level, name: group.name ?? group.key, ...rowOf(group) }));
  }
}

function rowOf({ opened, solved, firstReply, promises, satisfaction }: Tallies): Row {
  return {
    opened, solved: solved.count, first_replies: firstReply.count, median_hours_to_first_reply: hours(firstReply.median), p90_hours_to_first_reply: hours(firstReply.ninety), median_hours_to_solution: hours(solved.median),
    p90_hours_to_solution: hours(solved.ninety), promises_kept: promises.kept, promises_broken: promises.broken, ratings: satisfaction.given, good_ratings: satisfaction.good,
    mean_rating: satisfaction.given === 0 ? null : rounded(satisfaction.points / satisfaction.given),
  };
}

const hours = (seconds: number | null) => (seconds === null ? null : rounded(seconds / 3_600));
const rounded = (value: number) => Number(value.toFixed(2));
