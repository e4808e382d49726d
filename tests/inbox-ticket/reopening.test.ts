import { beforeAll, describe, expect, it } from 'vitest';
import { hour } from '#app/kernel/time.ts';
import { actOnTicket, changeTicket, inboxFigures, satisfactionSetting } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedTicket } from '#tests/inbox-stage.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
let database: Awaited<ReturnType<typeof openInboxStage>>['database'];
beforeAll(async () => {
  ({ newShop, database } = await openInboxStage());
});

const now = new Date();
const ago = (hours: number) => new Date(now.getTime() - hours * hour);

/** A ticket that Kenji solved or closed then, which nobody touched since. */
async function doneTicket(ctx: ShopContext, state: 'solved' | 'closed', hours: number): Promise<number> {
  const ticketId = await seedTicket(ctx, { answered: true, at: ago(hours + 1) });
  await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state }, actor: seededStaff.kenji, now: ago(hours) }));
  return ticketId;
}

function act(ctx: ShopContext, id: number, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: 'change', ...fields })) form.set(name, value);
  return actOnTicket(ctx, { id: String(id), form, staffId: seededStaff.mia });
}

/** What Mia opens again, and takes back. */
async function openAndTakeBack(ctx: ShopContext, id: number): Promise<void> {
  const answer = await act(ctx, id, { state: 'open' });
  if (answer.is !== 'changed' || !answer.undo) throw new Error(JSON.stringify(answer));
  await act(ctx, id, answer.undo);
}

const stands = (ctx: ShopContext, id: number) =>
  ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id }, select: { state: true, solved_at: true, solved_by: true, closed_at: true, due_at: true, reopened: true, waiting_since: true } }));
const promises = (ctx: ShopContext) => ctx.tx((tx) => tx.ticket_promises.findMany({ orderBy: [{ promise: 'asc' }, { started_at: 'asc' }] }));

describe('a ticket that was opened again, and that is taken back,', () => {
  it.each(['solved', 'closed'] as const)('is %s since when it was, by whom it was', async (state) => {
    const ctx = await newShop();
    const id = await doneTicket(ctx, state, 30);
    const before = await stands(ctx, id);
    expect(before).toMatchObject({ state, solved_by: seededStaff.kenji, solved_at: ago(30) });
    await openAndTakeBack(ctx, id);
    expect(await stands(ctx, id)).toEqual(before);
  });

  it('leaves no trace in promises and figures', async () => {
    const ctx = await newShop();
    const id = await doneTicket(ctx, 'solved', 30);
    const figures = () => inboxFigures(ctx, { step: 'day', channel: null, agent: null, team: null });
    const before = [await promises(ctx), await figures()];
    await openAndTakeBack(ctx, id);
    expect([await promises(ctx), await figures()]).toEqual(before);
  });

  it('has its customer asked how it was when they would have been', async () => {
    const ctx = await newShop();
    const value = { ...satisfactionSetting.initial, asks: true, afterHours: 48 };
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-satisfaction', ${JSON.stringify(value)}::jsonb, ${ctx.clock.now()})`);
    const id = await doneTicket(ctx, 'solved', 30);
    await openAndTakeBack(ctx, id);
    const { rows } = await database.pool.query('select run_at from graphile_worker._private_jobs where key = $1', [`${ctx.shop.id}:inbox.ask-satisfaction:${id}`]);
    expect(rows).toEqual([{ run_at: new Date(ago(30).getTime() + 48 * hour) }]);
  });

  it('is done anew where somebody solves it after all', async () => {
    const ctx = await newShop();
    const id = await doneTicket(ctx, 'solved', 30);
    await act(ctx, id, { state: 'open' });
    await act(ctx, id, { state: 'solved' });
    expect(await stands(ctx, id)).toMatchObject({ state: 'solved', solved_by: seededStaff.mia });
    expect((await stands(ctx, id)).solved_at?.getTime()).toBeGreaterThan(ago(1).getTime());
  });
});
