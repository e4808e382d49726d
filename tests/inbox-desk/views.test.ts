import { beforeEach, describe, expect, it } from 'vitest';
import { deskPage } from '#app/modules/inbox/index.server.ts';
import { deskViews, readDeskQuery, deskPath, wholeDesk, type DeskQuery } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, seedEveryState, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
let ctx = await stage.newShop();
beforeEach(async () => {
  ctx = await stage.newShop();
});
const { mia, kenji } = seededStaff;
const shown = async (query: Partial<DeskQuery>, staffId: string | null = mia) => (await deskPage(ctx, { ...wholeDesk, ...query }, staffId)).rows.map(({ id }) => id);
/** Makes these promises the only ones. */
const owe = (promises: Readonly<Record<number, Date>>) =>
  ctx.tx(async (tx) => {
    await tx.tickets.updateMany({ data: { due_at: null } });
    for (const [id, due_at] of Object.entries(promises)) await tx.tickets.updateMany({ where: { id: Number(id) }, data: { due_at } });
  });

describe('the views', () => {
  it('hold each conversation where it stands', async () => {
    const { closed, solved, spam, snoozed, waitingThird, waitingCustomer, open, chinese, new: fresh } = await seedEveryState(ctx);
    expect(await shown({ view: 'mine' })).toEqual([open]);
    expect(await shown({ view: 'unassigned' })).toEqual([fresh, chinese]);
    expect(await shown({ view: 'open' })).toEqual([fresh, chinese, open]);
    expect(await shown({ view: 'waiting' })).toEqual([waitingCustomer, waitingThird]);
    expect(await shown({ view: 'snoozed' })).toEqual([snoozed]);
    expect(await shown({ view: 'solved' })).toEqual([solved, closed]);
    expect(await shown({ view: 'spam' })).toEqual([spam]);
    expect(await shown({ view: 'all' })).toEqual([fresh, chinese, open, waitingCustomer, waitingThird, snoozed, solved, closed]);
    expect(await shown({ view: 'mine' }, kenji)).toEqual([]);
  });

  it('count what they show', async () => {
    const { open } = await seedEveryState(ctx);
    await owe({ [open]: new Date() });
    const { counts } = await deskPage(ctx, wholeDesk, mia);
    for (const view of deskViews) if (view !== 'solved' && view !== 'all') expect([view, counts[view]]).toEqual([view, (await shown({ view })).length]);
    expect(counts).toMatchObject({ mine: 1, unassigned: 2, open: 3, waiting: 2, snoozed: 1, spam: 1, due: 1 });
  });

  it('count for each team what waits for it', async () => {
    const team = '11111111-1111-4111-8111-111111111111';
    await ctx.tx((tx) => tx.teams.create({ data: { id: team, name: 'Warehouse', kind: 'warehouse', created_at: ctx.clock.now() } }));
    const id = await seedTicket(ctx, { changes: { teamId: team } });
    await seedTicket(ctx, { changes: { teamId: team, state: 'snoozed', snoozedUntil: new Date(Date.now() + 60_000) } });
    const desk = await deskPage(ctx, { ...wholeDesk, team }, mia);
    expect(desk.rows.map((row) => row.id)).toEqual([id]);
    expect(desk.counts.teams).toEqual({ [team]: 1 });
    expect(desk.teams).toEqual([{ id: team, name: 'Warehouse' }]);
  });

  it('are narrowed by priority, category, channel, tag and person', async () => {
    const { open, chinese, waitingThird } = await seedEveryState(ctx);
    expect(await shown({ view: 'all', priorities: ['urgent', 'high'] })).toEqual([open, waitingThird]);
    expect(await shown({ view: 'all', categories: ['billing'] })).toEqual([open]);
    expect(await shown({ channels: ['form'] })).toEqual([chinese]);
    expect(await shown({ view: 'all', tag: 'vip' })).toEqual([open]);
    expect(await shown({ view: 'waiting', assignee: mia })).toEqual([waitingThird]);
  });

  it('show who writes, about what, and who answers', async () => {
    await seedEveryState(ctx);
    const { rows, colleagues, tags } = await deskPage(ctx, { ...wholeDesk, view: 'mine' }, mia);
    expect(rows).toMatchObject([{ subject: 'Charged twice', person: 'Otto Open', assigneeName: 'Mia Agent', priority: 'urgent', lastFrom: 'customer', messages: 1, preview: 'I was charged twice for #1001.' }]);
    expect(colleagues[0]).toEqual({ id: mia, name: 'Mia Agent' });
    expect(tags.toSorted()).toEqual(['carrier', 'refund', 'vip']);
  });
});

describe('a page', () => {
  it.each(['newest', 'oldest', 'due', 'priority'] as const)('sorted by %s follows the one before without losing or repeating one, also of the same moment', async (sort) => {
    const personId = (await seedTicket(ctx)) && (await ctx.tx((tx) => tx.people.findFirstOrThrow({ select: { id: true } }))).id;
    await ctx.tx(
      (tx) => tx.$executeRaw`insert into tickets (id, person_id, channel, subject, state, priority, created_at, last_message_at, due_at)
        select 1000 + n, ${personId}::uuid, 'email', 'S', 'open', (array['urgent', 'normal', 'low'])[1 + n % 3], now(), timestamptz '2026-11-20' + (n / 40) * interval '1 minute',
               case when n % 2 = 0 then timestamptz '2026-11-25' + (n / 30) * interval '1 hour' end from generate_series(1, 170) n`,
    );
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof deskPage>> = await deskPage(ctx, { ...wholeDesk, sort, after }, mia);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.nextCursor;
    } while (after !== null);
    expect(seen).toHaveLength(171);
    expect(new Set(seen).size).toBe(171);
  });

  it('puts what is promised soonest first, and what owes nothing last', async () => {
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const [late, none, soon] = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx)];
    await owe({ [late]: at(-1), [soon]: at(1) });
    expect(await shown({ sort: 'due' })).toEqual([late, soon, none]);
    expect(await shown({ view: 'due', sort: 'due' })).toEqual([late, soon]);
  });

  it('begins at the top for a cursor of nobody’s', async () => {
    await seedTicket(ctx);
    for (const after of ['x', "0.1.1' or true", '0.999999999999999.1', '9.9.9999999999']) expect(await shown({ after })).toHaveLength(1);
  });

  it('of a shop nobody wrote to says so', async () => {
    expect(await deskPage(ctx, wholeDesk, null)).toMatchObject({ isNew: true, rows: [], counts: { open: 0 } });
  });
});

describe('the address of the list', () => {
  it('brings back what was shown', () => {
    const query: DeskQuery = { view: 'waiting', team: '11111111-1111-4111-8111-111111111111', priorities: ['high', 'urgent'], valued: true, categories: ['billing'], channels: ['form'], tag: 'vip, gold', assignee: '702', sort: 'priority', after: '0.1.2' };
    expect(readDeskQuery(new URL(deskPath(query), 'https://x.example').searchParams)).toEqual(query);
    expect(deskPath(wholeDesk)).toBe('/app/inbox');
  });

  it('of somebody’s own making shows what is open', () => {
    expect(readDeskQuery(new URLSearchParams("view=zzz&sort=zzz&team=1' or 1&assignee=x&priority=a,b&tag="))).toEqual(wholeDesk);
    expect(readDeskQuery(new URLSearchParams('view=solved&sort=due')).sort).toBe('newest');
  });
});
