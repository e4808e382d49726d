import { z } from 'zod';
import { sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import { isReplacement } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { staffNames } from '../teams/staff-names.server.ts';
import { ticketCategories } from '../tickets/ticket.ts';
import { conversationsOf, countTickets, spanOf, type Counted, type Dimension } from './count-tickets.server.ts';
import { figuresPeriod, type FiguresPeriod, type SpanStep } from './figures-period.ts';
import type { Choice, FiguresFilter, Group, InboxFigures, Span, Tallies, Took } from './views.ts';

/** Of fewer, nine of ten say nothing. */
const enoughForNinety = 10;

/** From when nothing is left to do: solved, or closed unsolved. */
const overAt = sql`coalesce(t.solved_at, t.closed_at)`;

interface Outcomes {
  kept: number;
  broken: number;
}

/** What was solved, and how much was over, solved or not. */
interface Solved extends Took {
  over: number;
}

interface Rated {
  given: number;
  good: number;
  points: number;
}

interface Read {
  opened: Counted<{ count: number }>[];
  firstReply: Counted<Took>[];
  solved: Counted<Solved>[];
  outcomes: Counted<Outcomes>[];
  rated: Counted<Rated>[];
}

/** What a shop's conversations of the last days, weeks or months come to. Nothing in it needs a word that was said: purging them changes no figure. */
export async function inboxFigures(ctx: ShopContext, { step, ...filter }: FiguresFilter & { step: SpanStep }): Promise<InboxFigures> {
  const period = figuresPeriod(step, ctx.shop.ianaTimezone, ctx.clock.now());
  const [read, { placed, before, choices }] = await Promise.all([readTallies(ctx, period, filter), ctx.tx((tx) => readBeside(tx, period, filter))]);
  const spans = spansOf(read, period, placed, before);
  const tiers = groupsOf(read, 'tier', []);
  return {
    step,
    filter,
    total: { ...talliesOf(read, 'all', null), backlog: spans.at(-1)?.backlog ?? 0, orders: spans.reduce((sum, { orders }) => sum + orders, 0) },
    spans,
    channels: groupsOf(read, 'channel', []),
    agents: groupsOf(read, 'agent', choices.agents),
    teams: groupsOf(read, 'team', choices.teams),
    tiers: tiers.some(({ key }) => key === 'valued') ? tiers : [],
    categories: groupsOf(read, 'category', []).map((group) => ({ ...group, key: z.enum(ticketCategories).nullable().parse(group.key) })),
    choices,
  };
}

/** All asked at once: a year of a busy shop is counted in half the time. */
async function readTallies(ctx: ShopContext, period: FiguresPeriod, filter: FiguresFilter): Promise<Read> {
  const asked = { period, filter };
  const sinceOpened = (moment: Sql) => sql`extract(epoch from ${moment} - t.created_at)::float8`;
  const took = sql`count(seconds)::int as count, percentile_cont(0.5) within group (order by seconds) as median, percentile_cont(0.9) within group (order by seconds) as ninety`;
  const [firstReply, solved, counted] = await Promise.all([
    ctx.tx((tx) => countTickets<Took>(tx, { ...asked, moment: sql`t.first_reply_at`, facts: sql`${sinceOpened(sql`t.first_reply_at`)} as seconds`, figures: took })),
    ctx.tx((tx) =>
      countTickets<Solved>(tx, {
        ...asked,
        moment: overAt,
        facts: sql`${sinceOpened(sql`t.solved_at`)} as seconds`,
        figures: sql`${took}, count(*)::int as over`,
      }),
    ),
    ctx.tx(async (tx) => ({
      opened: await countTickets<{ count: number }>(tx, { ...asked, moment: sql`t.created_at`, figures: sql`count(*)::int as count` }),
      outcomes: await countTickets<Outcomes>(tx, {
        ...asked,
        moment: sql`e.happened_at`,
        from: sql`(select * from ticket_events where type in ('promise_kept', 'promise_broken') and happened_at >= ${period.since}) e join tickets t on t.id = e.ticket_id`,
        facts: sql`e.type`,
        figures: sql`count(*) filter (where type = 'promise_kept')::int as kept, count(*) filter (where type = 'promise_broken')::int as broken`,
      }),
      // What they say now: it may have been corrected since.
      rated: await countTickets<Rated>(tx, {
        ...asked,
        moment: sql`s.answered_at`,
        from: sql`(select * from satisfactions where answered_at >= ${period.since}) s join tickets t on t.id = s.ticket_id`,
        facts: sql`s.score`,
        figures: sql`count(score)::int as given, count(*) filter (where score >= 4)::int as good, coalesce(sum(score), 0)::int as points`,
      }),
    })),
  ]);
  return { firstReply, solved, ...counted };
}

/** What the tallies are held against, and who and what can be asked for. */
async function readBeside(tx: ShopTx, period: FiguresPeriod, filter: FiguresFilter) {
  return {
    placed: await ordersPlaced(tx, period),
    before: await backlogBefore(tx, period, filter),
    choices: { agents: await staffNames(tx), teams: await tx.teams.findMany({ select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] }) },
  };
}

function talliesOf(read: Read, dimension: Dimension, key: string | null): Tallies {
  const of = <Row extends { dimension: Dimension; key: string | null }>(rows: readonly Row[]) => rows.find((row) => row.dimension === dimension && row.key === key);
  const tookOf = (row: Took | undefined): Took => ({ count: row?.count ?? 0, median: row?.median ?? null, ninety: row && row.count >= enoughForNinety ? row.ninety : null });
  const [outcomes, rated] = [of(read.outcomes), of(read.rated)];
  return {
    opened: of(read.opened)?.count ?? 0,
    firstReply: tookOf(of(read.firstReply)),
    solved: tookOf(of(read.solved)),
    promises: { kept: outcomes?.kept ?? 0, broken: outcomes?.broken ?? 0 },
    satisfaction: { given: rated?.given ?? 0, good: rated?.good ?? 0, points: rated?.points ?? 0 },
  };
}

function spansOf(read: Read, { days }: FiguresPeriod, placed: ReadonlyMap<string, number>, before: number): Span[] {
  let backlog = before;
  const over = new Map(read.solved.flatMap((row) => (row.dimension === 'span' ? [[row.key, row.over]] : [])));
  return days.map((day) => {
    const tallies = talliesOf(read, 'span', day);
    backlog += tallies.opened - (over.get(day) ?? 0);
    return { ...tallies, day, backlog, orders: placed.get(day) ?? 0 };
  });
}

function groupsOf(read: Read, dimension: Exclude<Dimension, 'all' | 'span'>, named: readonly Choice[]): Group[] {
  const solved = read.solved.filter(({ count }) => count > 0);
  const keys = new Set([read.opened, read.firstReply, solved, read.outcomes, read.rated].flatMap((rows) => rows.flatMap((row) => (row.dimension === dimension ? [row.key] : []))));
  const groups = [...keys].map((key) => ({ ...talliesOf(read, dimension, key), key, name: named.find(({ id }) => id === key)?.name ?? null }));
  return groups.sort((one, other) => other.opened - one.opened || (one.key ?? '').localeCompare(other.key ?? ''));
}

/** What was still to do when the period began. */
async function backlogBefore(tx: ShopTx, { since }: FiguresPeriod, filter: FiguresFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    select count(*)::int as count from tickets t where ${conversationsOf(filter)} and t.created_at < ${since} and (${overAt} is null or ${overAt} >= ${since})`);
  return row?.count ?? 0;
}

async function ordersPlaced(tx: ShopTx, period: FiguresPeriod): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ span: number; count: number }[]>(sql`
    select ${spanOf(sql`o.processed_at`, period)} as span, count(*)::int as count from orders o where o.processed_at >= ${period.since} and o.deleted_at is null and not o.test and not ${isReplacement(sql`o.id`)} group by 1`);
  return new Map(rows.map(({ span, count }) => [period.days[span - 1] ?? '', count]));
}
