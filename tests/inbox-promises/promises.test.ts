import { describe, expect, it } from 'vitest';
import { after, hour, minute } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { hoursSetting } from '#app/modules/hours/index.server.ts';
import { addMessage, changeTicket, mergeTickets, promiseSetting, watchPromises, type TicketChanges } from '#app/modules/inbox/index.server.ts';
import { openInboxStage, saidByCustomer, saidByStaff, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
/** A Monday at nine, as the shop opens; its clocks are UTC. */
const opening = new Date('2026-11-23T09:00:00Z');
const at = (hours: number) => after(opening, hours * hour);

const change = (ctx: ShopContext, ticketId: number, changes: TicketChanges, now: Date) => ctx.tx((tx) => changeTicket(tx, { ticketId, changes, actor: seededStaff.mia, now }));
const answer = (ctx: ShopContext, ticketId: number, now: Date) => ctx.tx((tx) => addMessage(tx, ticketId, saidByStaff('It is on its way.'), now));
const writeAgain = (ctx: ShopContext, ticketId: number, now: Date) => ctx.tx((tx) => addMessage(tx, ticketId, saidByCustomer('And now?'), now));

async function dues(ctx: ShopContext, id: number) {
  const row = await ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id } }));
  const iso = (moment: Date | null) => moment?.toISOString().slice(0, 16) ?? null;
  return { first: iso(row.first_reply_due), next: iso(row.next_reply_due), settled: iso(row.resolution_due), nearest: iso(row.due_at) };
}

async function outcomes(ctx: ShopContext, ticketId: number) {
  const rows = await ctx.tx((tx) => tx.ticket_promises.findMany({ where: { ticket_id: ticketId, ended_at: { not: null } }, orderBy: [{ started_at: 'asc' }, { promise: 'asc' }] }));
  return rows.map(({ promise, result, took_minutes, staff_id }) => [promise, result, took_minutes, staff_id]);
}

async function noted(ctx: ShopContext, ticketId: number) {
  const rows = await ctx.tx((tx) => tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: { startsWith: 'promise_' } }, orderBy: { id: 'asc' } }));
  return rows.map(({ type, data }) => [type, Object(data).promise]);
}

/** Lets the clock go on and does what is due by then. */
async function passTime(ctx: Awaited<ReturnType<typeof stage.newShop>>, ticketId: number, to: Date) {
  ctx.clock.offset = to.getTime() - Date.now();
  await watchPromises(ctx, { ticketId });
}

describe('whoever writes', () => {
  it('is owed a first word within a working day and a settled matter within three', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(3) });
    expect(await dues(ctx, ticketId)).toEqual({ first: '2026-11-24T12:00', next: null, settled: '2026-11-26T12:00', nearest: '2026-11-24T12:00' });
  });

  it('is owed nothing but that their matter is settled once they were answered, and its clock stands while it is their turn', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(2));
    expect(await dues(ctx, ticketId)).toEqual({ first: null, next: null, settled: null, nearest: null });
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'kept', 120, seededStaff.mia]]);
    await writeAgain(ctx, ticketId, at(26));
    // Two hours of twenty-four were used; a night and a day of waiting for the customer are none of ours.
    expect(await dues(ctx, ticketId)).toEqual({ first: null, next: '2026-11-25T11:00', settled: '2026-11-26T17:00', nearest: '2026-11-25T11:00' });
  });

  it('is told of no promise by a note, an automatic answer or what still waits to leave', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    const before = await dues(ctx, ticketId);
    await seedMessage(ctx, ticketId, { ...saidByStaff('Ask the warehouse.'), direction: 'note' }, at(1));
    await seedMessage(ctx, ticketId, { ...saidByStaff('We have your mail.'), author: 'app', kind: 'acknowledgement' }, at(1));
    await seedMessage(ctx, ticketId, { ...saidByStaff('Soon.'), sendAt: at(2) }, at(1));
    await seedMessage(ctx, ticketId, { ...saidByCustomer('I am away.'), kind: 'auto_reply' }, at(1));
    expect(await dues(ctx, ticketId)).toEqual(before);
  });

  it('is owed a new settlement when they come back to what was solved', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(1));
    await change(ctx, ticketId, { state: 'solved' }, at(1));
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'kept', 60, seededStaff.mia], ['resolution', 'kept', 60, seededStaff.mia]]);
    await writeAgain(ctx, ticketId, at(48));
    expect(await dues(ctx, ticketId)).toMatchObject({ next: '2026-11-25T17:00', settled: '2026-11-27T17:00' });
  });
});

describe('a promise', () => {
  it('is warned of an hour before, broken when it is due, and each is written down once', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await passTime(ctx, ticketId, at(6));
    expect(await noted(ctx, ticketId)).toEqual([]);
    await passTime(ctx, ticketId, at(7));
    await passTime(ctx, ticketId, at(7.5));
    expect(await noted(ctx, ticketId)).toEqual([['promise_warned', 'first_reply']]);
    await passTime(ctx, ticketId, at(24));
    await passTime(ctx, ticketId, at(25));
    expect(await noted(ctx, ticketId)).toEqual([['promise_warned', 'first_reply'], ['promise_broken', 'first_reply']]);
    await answer(ctx, ticketId, at(25));
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'broken', 540, seededStaff.mia]]);
  });

  it('has somebody look at the moment of its warning', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    const jobs = await stage.database.pool.query(`select run_at from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox-promises:${ticketId}`]);
    expect(jobs.rows).toEqual([{ run_at: at(7) }]);
    await answer(ctx, ticketId, at(1));
    expect((await stage.database.pool.query(`select from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox-promises:${ticketId}`])).rowCount).toBe(0);
  });

  it('becomes a sooner one when its ticket becomes urgent, counted from then, and stays so', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await change(ctx, ticketId, { priority: 'urgent', priorityReason: 'payment' }, at(3));
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-23T13:00', settled: '2026-11-24T12:00' });
    await change(ctx, ticketId, { priority: 'normal' }, at(3.5));
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-23T13:00' });
  });

  it('does not end later because its ticket became urgent shortly before it was due', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await change(ctx, ticketId, { priority: 'urgent' }, at(7.75));
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-23T17:00' });
  });

  it('runs on while a carrier is asked until the customer has heard a first word, and stands still then', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await change(ctx, ticketId, { state: 'waiting_third' }, at(1));
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-23T17:00', settled: null });
    await answer(ctx, ticketId, at(2));
    await writeAgain(ctx, ticketId, at(3));
    await change(ctx, ticketId, { state: 'waiting_third' }, at(4));
    expect(await dues(ctx, ticketId)).toMatchObject({ next: null, settled: null });
    await change(ctx, ticketId, { state: 'open' }, at(6));
    // One of eight hours was used.
    expect(await dues(ctx, ticketId)).toMatchObject({ next: '2026-11-24T14:00' });
  });

  it('is none to spam, and counts from when somebody says that it is none', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0), spam: true });
    expect(await dues(ctx, ticketId)).toMatchObject({ nearest: null });
    await change(ctx, ticketId, { spam: false }, at(5));
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-24T14:00' });
  });

  it('is neither kept nor broken where the matter was settled without a word', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await change(ctx, ticketId, { state: 'solved' }, after(at(0), 20 * minute));
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'dropped', 20, seededStaff.mia], ['resolution', 'kept', 20, seededStaff.mia]]);
    expect(await noted(ctx, ticketId)).toEqual([['promise_kept', 'resolution']]);
  });

  it('is kept where its ticket was solved long after its clock had stopped', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(1));
    await change(ctx, ticketId, { state: 'solved' }, at(24 * 9));
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'kept', 60, seededStaff.mia], ['resolution', 'kept', 60, seededStaff.mia]]);
  });

  it('stays what it was when the shop promises something else later', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    const before = await dues(ctx, ticketId);
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-promises', ${JSON.stringify({ ...promiseSetting.initial, email: { first_reply: 30, next_reply: 30, resolution: 60, counts: 'always' } })}::jsonb, ${at(1)})`);
    await seedMessage(ctx, ticketId, { ...saidByStaff('A note.'), direction: 'note' }, at(1));
    expect(await dues(ctx, ticketId)).toEqual(before);
    expect(await dues(ctx, await seedTicket(ctx, { at: at(1) }))).toMatchObject({ first: '2026-11-23T10:30', settled: '2026-11-23T11:00' });
  });
});

describe('what was taken back', () => {
  const shorter = { ...promiseSetting.initial, email: { first_reply: 2, next_reply: 2, resolution: 5, counts: 'always' } };
  const promiseLess = (ctx: ShopContext, now: Date) => ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-promises', ${JSON.stringify(shorter)}::jsonb, ${now})`);
  const takeBack = (ctx: ShopContext, ticketId: number, changes: TicketChanges, now: Date) => ctx.tx((tx) => changeTicket(tx, { ticketId, changes, actor: seededStaff.mia, now, takesBack: true }));

  it('was never done: the customer is owed what they were promised as they began to wait, and nothing was kept', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    const before = await dues(ctx, ticketId);
    await promiseLess(ctx, at(1));
    await change(ctx, ticketId, { state: 'solved' }, at(1));
    expect(await noted(ctx, ticketId)).toEqual([['promise_kept', 'resolution']]);
    await takeBack(ctx, ticketId, { state: 'new' }, at(2));
    expect(await dues(ctx, ticketId)).toEqual(before);
    expect([await noted(ctx, ticketId), await outcomes(ctx, ticketId)]).toEqual([[], []]);
    await change(ctx, ticketId, { state: 'solved' }, at(3));
    await takeBack(ctx, ticketId, { state: 'new' }, at(3));
    expect(await dues(ctx, ticketId)).toEqual(before);
  });

  it('leaves what was kept before it alone', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(1));
    await change(ctx, ticketId, { state: 'solved' }, at(1));
    await takeBack(ctx, ticketId, { state: 'waiting_customer' }, at(2));
    expect(await noted(ctx, ticketId)).toEqual([['promise_kept', 'first_reply']]);
  });

  it('is not what the customer came back to meanwhile: they are owed anew', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await change(ctx, ticketId, { state: 'solved' }, at(1));
    await writeAgain(ctx, ticketId, at(2));
    await takeBack(ctx, ticketId, { state: 'new' }, at(3));
    expect(await noted(ctx, ticketId)).toEqual([['promise_kept', 'resolution']]);
    expect(await dues(ctx, ticketId)).toMatchObject({ first: '2026-11-24T11:00' });
  });
});

describe('what is over', () => {
  it('stays as it was reckoned, whatever the hours are later', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(2));
    const before = await outcomes(ctx, ticketId);
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('hours', ${JSON.stringify({ ...hoursSetting.initial, week: Array.from({ length: 7 }, () => [{ from: '10:00', to: '11:00' }]) })}::jsonb, ${at(3)})`);
    await writeAgain(ctx, ticketId, at(26));
    expect(await outcomes(ctx, ticketId)).toEqual(before);
    expect(await dues(ctx, ticketId)).toMatchObject({ next: '2026-12-02T11:00' });
  });
});

describe('what nobody promised', () => {
  it('was neither kept nor broken, whatever is promised since', async () => {
    const ctx = await stage.newShop();
    const store = (part: object, now: Date) =>
      ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-promises', ${JSON.stringify({ ...promiseSetting.initial, email: { ...promiseSetting.initial.email, resolution: null, ...part } })}::jsonb, ${now})
        on conflict (shop_id, name) do update set value = excluded.value, updated_at = excluded.updated_at`);
    await store({ next_reply: null }, at(0));
    const ticketId = await seedTicket(ctx, { at: at(0) });
    await answer(ctx, ticketId, at(2));
    await writeAgain(ctx, ticketId, at(3));
    await answer(ctx, ticketId, at(72));
    const before = await noted(ctx, ticketId);
    await store({ next_reply: 60 }, at(96));
    await writeAgain(ctx, ticketId, at(97));
    expect(await noted(ctx, ticketId)).toEqual(before);
    expect(await outcomes(ctx, ticketId)).toEqual([['first_reply', 'kept', 120, seededStaff.mia]]);
    expect((await dues(ctx, ticketId)).next).not.toBeNull();
  });
});

describe('two workers', () => {
  it('that look at a conversation at once, one of them where it was merged, write down once what is broken', async () => {
    const ctx = await stage.newShop();
    for (let round = 0; round < 4; round += 1) {
      const [root, other] = [await seedTicket(ctx, { at: at(1) }), await seedTicket(ctx, { at: at(0) })];
      await ctx.tx((tx) => mergeTickets(tx, { into: root, from: [other], actor: null, now: at(2) }));
      ctx.clock.offset = at(200).getTime() - Date.now();
      await Promise.all([root, other, root, other].map((ticketId) => watchPromises(ctx, { ticketId })));
      for (const ticketId of [root, other]) expect((await noted(ctx, ticketId)).filter(([type, promise]) => type === 'promise_broken' && promise === 'first_reply')).toHaveLength(1);
    }
  });
});

describe('a ticket that was merged', () => {
  const merge = (ctx: ShopContext, from: number, into: number | null, now: Date) =>
    ctx.tx(async (tx) => {
      await tx.tickets.update({ where: { shop_id_id: { shop_id: ctx.shop.id, id: from } }, data: { merged_into: into } });
      if (into !== null) await tx.ticket_events.create({ data: { ticket_id: from, type: 'merged_into', data: { into }, happened_at: now } });
    });

  it('has its clocks as before once it is taken out again', async () => {
    const ctx = await stage.newShop();
    const [root, other] = [await seedTicket(ctx, { at: at(1) }), await seedTicket(ctx, { at: at(0) })];
    const before = [await dues(ctx, root), await dues(ctx, other)];
    await merge(ctx, other, root, at(2));
    ctx.clock.offset = at(2).getTime() - Date.now();
    await watchPromises(ctx, { ticketId: root });
    expect((await dues(ctx, root)).nearest).toBe(before[1]?.nearest);
    await merge(ctx, other, null, at(3));
    for (const ticketId of [root, other]) await watchPromises(ctx, { ticketId });
    expect([await dues(ctx, root), await dues(ctx, other)]).toEqual(before);
  });

  it('is answered by an answer where it is read', async () => {
    const ctx = await stage.newShop();
    const [root, other] = [await seedTicket(ctx, { at: at(1) }), await seedTicket(ctx, { at: at(0) })];
    await merge(ctx, other, root, at(2));
    await answer(ctx, root, at(3));
    expect(await outcomes(ctx, other)).toEqual([['first_reply', 'kept', 180, seededStaff.mia]]);
    expect((await dues(ctx, root)).nearest).toBeNull();
  });
});
