import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { changeTicket, inboxFigures, inboxFiguresAsCsv } from '#app/modules/inbox/index.server.ts';
import { figuresPeriod } from '#app/modules/inbox/figures/figures-period.ts';
import type { FiguresQuery } from '#app/modules/inbox/figures/ui/figures-query.ts';
import { recordRating } from '#app/modules/inbox/satisfaction/record-rating.server.ts';
import type { Score } from '#app/modules/inbox/satisfaction/scores.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { sentAgainAs } from '../compensation/replacement.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket, type SeededTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const everything: FiguresQuery = { step: 'week', channel: null, agent: null, team: null };
const figures = (ctx: ShopContext, asked: Partial<FiguresQuery> = {}) => inboxFigures(ctx, { ...everything, ...asked });
/** The middle of a day, a week and a month: what happened hours ago did so in the same. */
const now = new Date('2026-11-18T12:00:00Z');
const newShop = async () => {
  const ctx = await stage.newShop();
  ctx.clock.offset = now.getTime() - Date.now();
  return ctx;
};
const hours = (count: number) => count * 3_600;

/** A ticket opened so many hours ago, answered and solved so many hours after that. */
async function seed(ctx: ShopContext, ago: number, { answered, solved, by = seededStaff.mia, ...more }: SeededTicketTimes = {}): Promise<number> {
  const at = (after: number) => new Date(now.getTime() - (ago - after) * 3_600_000);
  const ticketId = await seedTicket(ctx, { at: at(0), ...more });
  if (answered !== undefined) await seedMessage(ctx, ticketId, saidByStaff('Yes.', by), at(answered));
  if (solved !== undefined) await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved' }, actor: by, now: at(solved) }));
  return ticketId;
}
type SeededTicketTimes = Omit<SeededTicket, 'answered'> & { answered?: number; solved?: number; by?: string };

const note = (ctx: ShopContext, ticketId: number, type: string, data: object) => ctx.tx((tx) => tx.ticket_events.create({ data: { ticket_id: ticketId, type, data, happened_at: ctx.clock.now() } }));

/** Its customer, who was asked, says how they liked it. */
const rate = (ctx: ShopContext, ticketId: number, score: Score) =>
  ctx.tx(async (tx) => {
    const { person_id } = await tx.tickets.findFirstOrThrow({ where: { id: ticketId } });
    await tx.satisfactions.createMany({ data: { ticket_id: ticketId, person_id, asked_at: ctx.clock.now() }, skipDuplicates: true });
    await recordRating(tx, { ticketId, rating: { score, comment: '' }, onlyFirst: false, now: ctx.clock.now() });
  });

describe('figures of the inbox', () => {
  test('say how many were opened and solved, what is left, and how long it took', async () => {
    const ctx = await newShop();
    await seed(ctx, 50, { answered: 1, solved: 10 });
    await seed(ctx, 40, { answered: 3, solved: 20 });
    await seed(ctx, 30, { answered: 5 });
    await seed(ctx, 20);
    const { total, spans } = await figures(ctx, { step: 'day' });
    expect(total).toMatchObject({ opened: 4, backlog: 2, firstReply: { count: 3, median: hours(3) }, solved: { count: 2, median: hours(15) } });
    expect(spans).toHaveLength(28);
    expect(spans.reduce((sum, { opened }) => sum + opened, 0)).toBe(4);
    expect(spans.at(-1)?.backlog).toBe(2);
  });

  test('count neither spam nor what was merged into another', async () => {
    const ctx = await newShop();
    const root = await seed(ctx, 5);
    const merged = await seed(ctx, 4);
    await seed(ctx, 3, { spam: true });
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged }, data: { merged_into: root } }));
    expect((await figures(ctx)).total).toMatchObject({ opened: 1, backlog: 1 });
  });

  test('count nothing that a program wrote and the app closed as it came, until somebody comes back to it', async () => {
    const ctx = await newShop();
    const came = new Date(now.getTime() - 3_600_000);
    const notice = await seedTicket(ctx, { at: came, subject: 'Automatic reply' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId: notice, changes: { state: 'closed' }, actor: null, now: came }));
    expect(await figures(ctx)).toMatchObject({ total: { opened: 0, backlog: 0, solved: { count: 0 } }, agents: [] });
    await seedMessage(ctx, notice, { text: 'I am back: where is it?' });
    expect((await figures(ctx)).total).toMatchObject({ opened: 1, backlog: 1 });
    await ctx.tx((tx) => changeTicket(tx, { ticketId: notice, changes: { state: 'closed' }, actor: seededStaff.mia, now }));
    expect((await figures(ctx)).total).toMatchObject({ opened: 1, backlog: 0, solved: { count: 1 } });
  });

  test('hold as still to do what was opened again, and what was left from before the period', async () => {
    const ctx = await newShop();
    const again = await seed(ctx, 24, { answered: 1, solved: 2 });
    await seedMessage(ctx, again, { text: 'It is broken again.' });
    await seed(ctx, 24 * 200);
    await seed(ctx, 24 * 200, { answered: 1, solved: 24 * 199 });
    const { total, spans } = await figures(ctx);
    expect([spans[0]?.backlog, total]).toMatchObject([2, { opened: 1, backlog: 2, solved: { count: 1 } }]);
  });

  test('say which promises were kept, how customers like it by now, and how many wrote for each order', async () => {
    const ctx = await newShop();
    const [one, two] = [await seed(ctx, 5), await seed(ctx, 4)];
    for (const [ticket, type] of [[one, 'promise_kept'], [one, 'promise_kept'], [two, 'promise_broken']] as const) await note(ctx, ticket, type, { promise: 'first_reply' });
    for (const [ticket, score] of [[one, 2], [two, 2], [one, 5]] as const) await rate(ctx, ticket, score);
    await placeOrders(ctx, 8);
    expect((await figures(ctx)).total).toMatchObject({ promises: { kept: 2, broken: 1 }, satisfaction: { given: 2, good: 1, points: 7 }, orders: 8 });
  });

  test('hold as no order what was sent again for nothing', async () => {
    const ctx = await newShop();
    await placeOrders(ctx, 4);
    await sentAgainAs(ctx, { orderId: '1', as: '3' });
    expect((await figures(ctx)).total.orders).toBe(3);
  });

  test('say how long nine of ten took of ten or more only', async () => {
    const ctx = await newShop();
    for (let count = 0; count < 9; count += 1) await seed(ctx, 30, { answered: 1 });
    expect((await figures(ctx)).total.firstReply).toEqual({ count: 9, median: hours(1), ninety: null });
    await seed(ctx, 30, { answered: 1 });
    expect((await figures(ctx)).total.firstReply).toEqual({ count: 10, median: hours(1), ninety: hours(1) });
  });

  test('tell channels, agents, teams and categories apart, those with most first', async () => {
    const ctx = await newShop();
    const team = randomUUID();
    await ctx.tx((tx) => tx.teams.create({ data: { id: team, name: 'Warehouse', kind: 'warehouse', created_at: ctx.clock.now() } }));
    await seed(ctx, 9, { answered: 2, solved: 4, by: seededStaff.kenji, changes: { assigneeId: seededStaff.mia, category: 'returns' } });
    await seed(ctx, 8, { channel: 'form', answered: 6, changes: { assigneeId: seededStaff.mia, category: 'returns', teamId: team } });
    await seed(ctx, 7, { changes: { category: 'shipping' } });
    const made = await figures(ctx);
    expect(made.channels.map(({ key, opened }) => [key, opened])).toEqual([['email', 2], ['form', 1]]);
    expect(made.categories.map(({ key, opened }) => [key, opened])).toEqual([['returns', 2], ['shipping', 1]]);
    expect(made.agents.map(({ name, opened, firstReply, solved }) => [name, opened, firstReply.median, solved.count])).toEqual(expect.arrayContaining([['Kenji Agent', 1, hours(2), 1], ['Mia Agent', 1, hours(6), 0], [null, 1, null, 0]]));
    expect(made.teams.map(({ name, opened }) => [name, opened])).toEqual([[null, 2], ['Warehouse', 1]]);
  });

  test('tell valued customers from the others, where the shop values any', async () => {
    const ctx = await newShop();
    const one = await seed(ctx, 9, { answered: 2 });
    await seed(ctx, 8);
    expect((await figures(ctx)).tiers).toEqual([]);
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: one }, data: { valued_by: 'tag' } }));
    const made = await figures(ctx);
    expect(made.tiers.map(({ key, opened, firstReply, promises }) => [key, opened, firstReply.count, promises.kept])).toEqual([['usual', 1, 0, 0], ['valued', 1, 1, 1]]);
    expect(made.total.opened).toBe(2);
  });

  test('are those of one channel, agent or team where that is asked', async () => {
    const ctx = await newShop();
    await seed(ctx, 9, { channel: 'form', changes: { assigneeId: seededStaff.mia } });
    await seed(ctx, 8, { answered: 1 });
    expect((await figures(ctx, { channel: 'form' })).total).toMatchObject({ opened: 1, backlog: 1, firstReply: { count: 0, median: null } });
    expect((await figures(ctx, { agent: seededStaff.mia })).total.opened).toBe(1);
    expect((await figures(ctx, { team: randomUUID() })).total.opened).toBe(0);
  });

  test('go to a spreadsheet as they are: every span, then every group', async () => {
    const ctx = await newShop();
    await seed(ctx, 3, { answered: 1.5, changes: { category: 'billing' } });
    const lines: string[][] = [];
    for await (const line of inboxFiguresAsCsv(await figures(ctx, { step: 'month' }))) lines.push(line.trimEnd().split(','));
    expect(lines).toHaveLength(1 + 12 + 4);
    expect(lines[12]).toEqual(['month', expect.stringMatching(/^\d{4}-\d\d-01$/), '1', '0', '1', '0', '', '1', '1.5', '', '', '', '1', '0', '0', '0', '']);
    expect(lines.slice(13).map(([level, name]) => [level, name])).toEqual([['channel', 'email'], ['agent', ''], ['team', ''], ['category', 'billing']]);
  });
});

describe('the time of figures', () => {
  test('is cut where days, weeks and months begin in the shop’s zone, also across changes of the clock', () => {
    const at = (step: FiguresQuery['step'], now: string, zone = 'America/New_York') => figuresPeriod(step, zone, new Date(now));
    expect(at('day', '2026-11-02T04:30:00Z').days.slice(-3)).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']);
    expect(at('day', '2026-11-03T12:00:00Z').starts.slice(-3).map((start) => start.toISOString())).toEqual(['2026-11-01T04:00:00.000Z', '2026-11-02T05:00:00.000Z', '2026-11-03T05:00:00.000Z']);
    expect(at('week', '2026-11-22T12:00:00Z').days.slice(-2)).toEqual(['2026-11-09', '2026-11-16']);
    expect(at('week', '2026-11-23T12:00:00Z').days.at(-1)).toBe('2026-11-23');
    expect(at('month', '2026-02-28T23:30:00Z', 'Asia/Tokyo').days.slice(-2)).toEqual(['2026-02-01', '2026-03-01']);
    expect(at('month', '2026-03-31T12:00:00Z').days).toHaveLength(12);
  });

  test('puts what happened a minute before midnight into the day that ends', async () => {
    const ctx = await newShop();
    const { starts, days } = figuresPeriod('day', ctx.shop.ianaTimezone, ctx.clock.now());
    await seedTicket(ctx, { at: new Date((starts[20]?.getTime() ?? 0) - 60_000) });
    await seedTicket(ctx, { at: starts[20] });
    const { spans } = await figures(ctx, { step: 'day' });
    expect(spans.filter(({ opened }) => opened > 0).map(({ day }) => day)).toEqual([days[19], days[20]]);
  });
});

async function placeOrders(ctx: ShopContext, count: number): Promise<void> {
  await ctx.tx((tx) => tx.$executeRaw`
    insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, subtotal_presentment, discounts, discounts_presentment, shipping, shipping_presentment, tax, tax_presentment, total, total_presentment,
                        fingerprint, search)
    select n::text, '#' || n, ${ctx.clock.now()}, ${ctx.clock.now()}, ${ctx.clock.now()}, 'EUR', 'EUR', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'x', '' from generate_series(1, ${count}::int) n`);
}
