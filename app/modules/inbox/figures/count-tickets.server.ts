import { join, sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import type { FiguresPeriod } from './figures-period.ts';
import type { FiguresFilter } from './views.ts';

/** By what tickets are counted; `all`: together. */
export const dimensions = ['span', 'channel', 'agent', 'team', 'category', 'tier'] as const;
export type Dimension = (typeof dimensions)[number] | 'all';

/** A count of one part of the tickets: its dimension and which of it. */
export type Counted<Figures extends object> = Figures & { dimension: Dimension; key: string | null };

/** Conversations, `t`: what was merged is part of another, and spam is none, nor what a program wrote and the app closed the moment it came. */
export function conversationsOf({ channel, agent, team }: FiguresFilter): Sql {
  const conditions = [
    sql`not t.spam and t.merged_into is null and t.closed_at is distinct from t.created_at`,
    ...(channel === null ? [] : [sql`t.channel = ${channel}`]),
    ...(agent === null ? [] : [sql`${agentOf} = ${agent}`]),
    ...(team === null ? [] : [sql`t.team_id = ${team}::uuid`]),
  ];
  return join(conditions, ' and ');
}

const agentOf = sql`coalesce(t.solved_by, t.assignee_id)`;

interface Question {
  period: FiguresPeriod;
  filter: FiguresFilter;
  /** What is counted: the moment it happened, beside the ticket `t`. */
  moment: Sql;
  /** Where it stands. */
  from?: Sql;
  /** What else of it is needed, to be summed up. */
  facts?: Sql;
  /** The figures of each part. */
  figures: Sql;
}

/** Which span of a period a moment lies in, from one on. The sub-select is read once a statement, not once a row. */
export function spanOf(moment: Sql, { starts }: FiguresPeriod): Sql {
  return sql`width_bucket(${moment}, (select ${starts.map((start) => start.toISOString())}::timestamptz[]))`;
}

/**
 * Counts what happened to conversations since the beginning of a period, in one reading: all together, in each span of time, and by each thing that tells them
 * apart. Words are sorted by their bytes, which is far quicker; of a span the key is its first day.
 */
export async function countTickets<Figures extends object>(tx: ShopTx, { period, filter, moment, from = sql`tickets t`, facts = sql`null as fact`, figures }: Question): Promise<Counted<Figures>[]> {
  const rows = await tx.$queryRaw<(Figures & Part)[]>(sql`
    select grouping(span, channel, agent, team, category, valued)::int as sets, span, channel, agent, team::text as team, category, case when valued then 'valued' else 'usual' end as tier, ${figures}
      from (select ${spanOf(moment, period)} as span, t.channel collate "C" as channel, ${agentOf} collate "C" as agent, t.team_id as team, t.category collate "C" as category, t.valued_by is not null as valued, ${facts}
              from ${from} where ${conversationsOf(filter)} and ${moment} >= ${period.since}) happened
     group by grouping sets ((), (span), (channel), (agent), (team), (category), (valued))`);
  return rows.map((row) => {
    // A bit of `grouping` is set for what a row is not grouped by; the first named is the highest.
    const dimension = dimensions.find((_, at) => (row.sets & (1 << (dimensions.length - 1 - at))) === 0) ?? 'all';
    return { ...row, dimension, key: dimension === 'all' ? null : dimension === 'span' ? (period.days[(row.span ?? 0) - 1] ?? null) : row[dimension] };
  });
}

type Part = { sets: number; span: number | null } & Record<'channel' | 'agent' | 'team' | 'category' | 'tier', string | null>;
