import { describe, expect, it } from 'vitest';
import { day, hour } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actCare, careView, changeTicket, complaintsView, deskPage, mergeTickets, readTicketRow, waitingFor, watchPromises } from '#app/modules/inbox/index.server.ts';
import { wholeDesk } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, seededStaff, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
const actor = seededStaff.mia;
/** A shop at noon of an ordinary day: in the night in which clocks are put back, its time does not say which hour is meant. */
const newShop = async () => {
  const ctx = await stage.newShop();
  ctx.clock.offset = Date.parse('2026-11-18T11:00:00Z') - Date.now();
  return ctx;
};

function act(ctx: ShopContext, ticketId: number, intent: string, value: object) {
  const form = new FormData();
  form.set('intent', intent);
  form.set('value', JSON.stringify(value));
  return actCare(ctx, { id: String(ticketId), form, actor });
}

/** A moment so many hours from now on the clocks of Berlin, where the shop is. */
const inHours = (ctx: ShopContext, hours: number) => new Date(ctx.clock.now().getTime() + hours * hour).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).slice(0, 16).replace(' ', 'T');
const record = (ctx: ShopContext, ticketId: number, hours = 4) => act(ctx, ticketId, 'record-complaint', { what: 'The jacket came torn, twice.', promisedAt: inHours(ctx, hours) });
const step = (ctx: ShopContext, ticketId: number, value: object) => act(ctx, ticketId, 'complaint-step', value);
const verified = { step: 'verified', justified: 'yes', cause: 'packing' };
const resolved = { step: 'resolved', resolution: 'Sent a new one by express.' };
const steps = (ctx: ShopContext) => ctx.tx(async (tx) => (await tx.ticket_events.findMany({ where: { type: 'complaint' }, orderBy: { id: 'asc' } })).map(({ data, actor: by }) => [Object(data).step, by]));
const rowOf = (ctx: ShopContext, ticketId: number) => ctx.tx((tx) => readTicketRow(tx, ticketId));
const careOf = (ctx: ShopContext, ticketId: number) => ctx.tx((tx) => careView(tx, { shop: ctx.shop, ticketId, now: ctx.clock.now() }));

describe('a complaint', () => {
  it('is recorded with the time its customer was promised, on the shop’s clocks, and raises its ticket', async () => {
    const ctx = await newShop();
    const ticketId = await seedTicket(ctx);
    expect(await record(ctx, ticketId)).toEqual({ done: true });
    const { complaint } = await careOf(ctx, ticketId);
    expect(complaint).toMatchObject({ state: 'recorded', what: 'The jacket came torn, twice.' });
    expect(Math.abs((complaint?.promisedAt.getTime() ?? 0) - ctx.clock.now().getTime() - 4 * hour)).toBeLessThan(120_000);
    expect(await rowOf(ctx, ticketId)).toMatchObject({ priority: 'high', priorityReason: 'complaint' });
  });

  it('counts as what is owed to its customer until they are called back, be the ticket answered or solved', async () => {
    const ctx = await newShop();
    const ticketId = await seedTicket(ctx, { answered: true, changes: { state: 'solved' } });
    expect((await rowOf(ctx, ticketId))?.dueAt).toBeNull();
    await record(ctx, ticketId);
    const { complaint } = await careOf(ctx, ticketId);
    expect((await rowOf(ctx, ticketId))?.dueAt).toEqual(complaint?.promisedAt);
    for (const value of [verified, resolved, { step: 'called_back' }]) expect(await step(ctx, ticketId, value)).toEqual({ done: true });
    expect((await rowOf(ctx, ticketId))?.dueAt).toBeNull();
  });

  it('is seen and taken on where its ticket is read since it was merged, and the call that is owed ends with it', async () => {
    const ctx = await newShop();
    const [into, ticketId] = [await seedTicket(ctx, { answered: true }), await seedTicket(ctx, { answered: true })];
    await record(ctx, ticketId);
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], actor, now: ctx.clock.now() }));
    expect((await rowOf(ctx, into))?.dueAt).not.toBeNull();
    expect((await careOf(ctx, into)).complaint).toMatchObject({ ticketId, state: 'recorded' });
    for (const value of [verified, resolved, { step: 'called_back' }]) expect(await step(ctx, into, value)).toEqual({ done: true });
    expect((await rowOf(ctx, into))?.dueAt).toBeNull();
    expect(await record(ctx, into)).toEqual({ done: true });
    expect((await careOf(ctx, into)).complaint).toMatchObject({ ticketId: into, state: 'recorded' });
  });

  it('takes each step once and in order, and each is written down with who took it', async () => {
    const ctx = await newShop();
    const ticketId = await seedTicket(ctx);
    await record(ctx, ticketId);
    expect(await step(ctx, ticketId, resolved)).toEqual({ errors: { form: 'moved' } });
    await step(ctx, ticketId, verified);
    expect(await step(ctx, ticketId, verified)).toEqual({ errors: { form: 'moved' } });
    await step(ctx, ticketId, resolved);
    await step(ctx, ticketId, { step: 'called_back' });
    expect(await record(ctx, ticketId)).toEqual({ errors: { form: 'moved' } });
    expect(await steps(ctx)).toEqual([['recorded', actor], ['verified', actor], ['resolved', actor], ['called_back', actor]]);
    expect((await careOf(ctx, ticketId)).complaint).toMatchObject({ state: 'called_back', justified: 'yes', cause: 'packing', resolution: 'Sent a new one by express.' });
  });

  it('is not recorded without what it is about, nor promised for what is past', async () => {
    const ctx = await newShop();
    const ticketId = await seedTicket(ctx);
    expect(await act(ctx, ticketId, 'record-complaint', { what: ' ', promisedAt: inHours(ctx, 1) })).toEqual({ errors: { what: 'required' } });
    expect(await record(ctx, ticketId, -1)).toEqual({ errors: { promisedAt: 'moment' } });
    expect(await act(ctx, ticketId, 'record-complaint', { what: 'x', promisedAt: '2026-02-31T12:00' })).toEqual({ errors: { promisedAt: 'moment' } });
    await record(ctx, ticketId);
    expect(await step(ctx, ticketId, { step: 'verified', justified: '', cause: 'packing' })).toEqual({ errors: { justified: 'required' } });
    expect(await steps(ctx)).toEqual([['recorded', actor]]);
  });

  it('is of a ticket that is there', async () => {
    const ctx = await newShop();
    await expect(record(ctx, 999)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a promised call', () => {
  const solve = (ctx: ShopContext, ticketId: number) => ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved', assigneeId: actor }, actor, now: ctx.clock.now() }));
  const owed = async (ctx: ShopContext) => {
    const { rows, counts } = await deskPage(ctx, { ...wholeDesk, view: 'due', sort: 'due' }, actor);
    return { rows: rows.map(({ id }) => id), due: counts.due, complaints: counts.complaints };
  };
  const noted = (ctx: ShopContext) => ctx.tx(async (tx) => (await tx.ticket_events.findMany({ where: { type: { startsWith: 'promise_' }, data: { path: ['promise'], equals: 'call' } }, orderBy: { id: 'asc' } })).map(({ type, ticket_id: on }) => [type, on]));
  const lookedAt = async (ctx: ShopContext, ticketId: number) => (await stage.database.pool.query<{ run_at: Date }>(`select run_at from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox-promises:${ticketId}`])).rows.map(({ run_at: at }) => at);

  it('stays in sight though its ticket was solved, and is counted there', async () => {
    const ctx = await newShop();
    const [ticketId, other] = [await seedTicket(ctx, { answered: true }), await seedTicket(ctx, { answered: true })];
    await record(ctx, ticketId, 1);
    await solve(ctx, ticketId);
    await solve(ctx, other);
    expect(await owed(ctx)).toEqual({ rows: [ticketId], due: 1, complaints: 1 });
    for (const value of [verified, resolved, { step: 'called_back' }]) await step(ctx, ticketId, value);
    expect(await owed(ctx)).toEqual({ rows: [], due: 0, complaints: 0 });
    expect(await noted(ctx)).toEqual([['promise_kept', ticketId]]);
  });

  it('stays in sight where its ticket is read, though that was solved', async () => {
    const ctx = await newShop();
    const [into, ticketId] = [await seedTicket(ctx, { answered: true }), await seedTicket(ctx, { answered: true })];
    await record(ctx, ticketId);
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], actor, now: ctx.clock.now() }));
    await solve(ctx, into);
    expect(await owed(ctx)).toEqual({ rows: [into], due: 1, complaints: 1 });
  });

  it('is warned of an hour before and broken when it was missed, each once, though its ticket was solved', async () => {
    const ctx = await newShop();
    const ticketId = await seedTicket(ctx, { answered: true });
    await record(ctx, ticketId, 4);
    await solve(ctx, ticketId);
    const by = (await careOf(ctx, ticketId)).complaint?.promisedAt ?? new Date(0);
    const pass = async (at: Date) => {
      ctx.clock.offset = at.getTime() - Date.now();
      await watchPromises(ctx, { ticketId });
    };
    const warned = async (staffId: string) => (await waitingFor(ctx, staffId)).warned;
    expect(await lookedAt(ctx, ticketId)).toEqual([new Date(by.getTime() - hour)]);
    await pass(new Date(by.getTime() - hour));
    await pass(new Date(by.getTime() - hour / 2));
    expect(await noted(ctx)).toEqual([['promise_warned', ticketId]]);
    expect([await warned(actor), await warned(seededStaff.kenji)]).toEqual([[{ id: ticketId, subject: 'Where is my parcel?', promise: 'call', dueAt: by }], []]);
    expect(await lookedAt(ctx, ticketId)).toEqual([by]);
    await pass(by);
    await pass(new Date(by.getTime() + hour));
    expect(await warned(actor)).toEqual([]);
    for (const value of [verified, resolved, { step: 'called_back' }]) await step(ctx, ticketId, value);
    expect(await noted(ctx)).toEqual([['promise_warned', ticketId], ['promise_broken', ticketId]]);
  });
});

describe('the complaints', () => {
  it('stand by when their customers were promised to hear, and teach what they came from and who was called back in time', async () => {
    const ctx = await newShop();
    const [late, soon, done] = [await seedTicket(ctx, { subject: 'Late' }), await seedTicket(ctx, { subject: 'Soon' }), await seedTicket(ctx, { subject: 'Done' })];
    await record(ctx, late, 48);
    await record(ctx, soon, 2);
    await record(ctx, done, 3);
    await step(ctx, soon, { step: 'verified', justified: 'no', cause: 'packing' });
    for (const value of [verified, resolved]) await step(ctx, done, value);
    ctx.clock.offset += day;
    await step(ctx, done, { step: 'called_back' });
    const view = await complaintsView(ctx);
    expect(view.open.map(({ subject, person }) => [subject, person])).toEqual([['Soon', 'Ada Byron'], ['Late', 'Ada Byron']]);
    expect(view).toMatchObject({ causes: [{ cause: 'packing', count: 2, justified: 1 }, { cause: null, count: 1, justified: 0 }], calledBack: 1, inTime: 0 });
  });
});
