import { expect, it } from 'vitest';
import { hour } from '#app/kernel/time.ts';
import { mergeTickets, unmergeTicket, wakeSnoozed } from '#app/modules/inbox/index.server.ts';
import { openInboxStage, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const sleeper = (ctx: Awaited<ReturnType<typeof stage.newShop>>, hours: number) => seedTicket(ctx, { changes: { state: 'snoozed', snoozedUntil: new Date(Date.now() + hours * hour), assigneeId: seededStaff.mia } });

it('wakes what has slept long enough, and nothing else', async () => {
  const ctx = await stage.newShop();
  const [soon, later, merged, into] = [await sleeper(ctx, 1), await sleeper(ctx, 5), await sleeper(ctx, 1), await seedTicket(ctx, { changes: { state: 'solved' } })];
  await ctx.tx((tx) => mergeTickets(tx, { into, from: [merged], actor: null, now: ctx.clock.now() }));
  ctx.clock.offset = 2 * hour;
  await wakeSnoozed(ctx);
  const states = await ctx.tx((tx) => tx.tickets.findMany({ orderBy: { id: 'asc' }, select: { id: true, state: true, snoozed_until: true } }));
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({ [soon]: 'open', [later]: 'snoozed', [merged]: 'snoozed', [into]: 'open' });
  const woken = await ctx.tx((tx) => tx.ticket_events.findFirst({ where: { ticket_id: soon, type: 'state' }, orderBy: { id: 'desc' } }));
  expect(woken).toMatchObject({ actor: null, data: { from: 'snoozed', to: 'open' } });
});

it('is appointed for the very moment at which a ticket is to wake', async () => {
  const ctx = await stage.newShop();
  const until = new Date(Date.now() + 3 * hour);
  await seedTicket(ctx, { changes: { state: 'snoozed', snoozedUntil: until } });
  const { rows } = await stage.database.pool.query<{ run_at: Date }>(
    `select j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'inbox.wake-snoozed' and (j.payload->>'shopId')::int = $1`,
    [ctx.shop.id],
  );
  expect(rows).toEqual([{ run_at: until }]);
});

it('is appointed again for what is taken out of another ticket after its time', async () => {
  const ctx = await stage.newShop();
  const [asleep, into] = [await sleeper(ctx, 1), await seedTicket(ctx)];
  const about = { actor: null, now: ctx.clock.now() };
  await ctx.tx((tx) => mergeTickets(tx, { into, from: [asleep], ...about }));
  await stage.database.pool.query(`select graphile_worker.complete_jobs(array(select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'inbox.wake-snoozed' and (j.payload->>'shopId')::int = $1))`, [ctx.shop.id]);
  ctx.clock.offset = 2 * hour;
  await ctx.tx((tx) => unmergeTicket(tx, { ticketId: asleep, ...about }));
  const { rowCount } = await stage.database.pool.query(
    `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'inbox.wake-snoozed' and (j.payload->>'shopId')::int = $1 and j.run_at <= $2`,
    [ctx.shop.id, ctx.clock.now()],
  );
  expect(rowCount).toBe(1);
});
