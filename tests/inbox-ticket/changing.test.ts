import { beforeAll, describe, expect, it } from 'vitest';
import { actOnTicket, readTicketRow } from '#app/modules/inbox/index.server.ts';
import { snoozeUntil } from '#app/modules/inbox/tickets/snooze-until.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
beforeAll(async () => {
  ({ newShop } = await openInboxStage());
});

function act(ctx: ShopContext, id: number, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return actOnTicket(ctx, { id: String(id), form, staffId: seededStaff.mia });
}
const row = (ctx: ShopContext, id: number) => ctx.tx((tx) => readTicketRow(tx, id));
/** What staff decide of a ticket; its clocks are counted from what is owed then. */
const about = (ticket: Awaited<ReturnType<typeof row>>) => ticket && { ...ticket, version: 0, priorityReason: null, dueAt: null };

describe('a change on the page of a ticket', () => {
  it('is taken back by what it answered: the ticket stands as before', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx, { changes: { addTags: ['vip'], category: 'shipping' } });
    const before = await row(ctx, id);
    const wishes: Record<string, string>[] = [{ state: 'solved' }, { snooze: 'tomorrow' }, { priority: 'urgent' }, { category: '' }, { locale: 'de' }, { assigneeId: seededStaff.kenji }, { addTags: 'vip\nlate  parcel\nvip' }, { removeTags: 'vip' }, { subject: 'Parcel of Ada' }, { spam: 'yes' }];
    for (const fields of wishes) {
      const answer = await act(ctx, id, { intent: 'change', ...fields });
      if (answer.is !== 'changed' || !answer.undo) throw new Error(JSON.stringify(answer));
      expect(await row(ctx, id)).not.toEqual(before);
      await act(ctx, id, { intent: 'change', ...answer.undo });
      expect(about(await row(ctx, id))).toEqual(about(before));
    }
  });

  it('that gave a subject to what came without one is taken back too', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx, { subject: '' });
    const answer = await act(ctx, id, { intent: 'change', subject: 'Parcel of Ada' });
    if (answer.is !== 'changed' || !answer.undo) throw new Error(JSON.stringify(answer));
    expect(await act(ctx, id, { intent: 'change', ...answer.undo })).toMatchObject({ is: 'changed' });
    expect((await row(ctx, id))?.subject).toBe('');
  });

  it('that solved it leaves no promise kept once it is taken back', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const before = await row(ctx, id);
    const answer = await act(ctx, id, { intent: 'change', state: 'solved' });
    if (answer.is !== 'changed' || !answer.undo) throw new Error(JSON.stringify(answer));
    await act(ctx, id, { intent: 'change', ...answer.undo });
    expect((await row(ctx, id))?.dueAt).toEqual(before?.dueAt);
    expect(await ctx.tx((tx) => tx.ticket_events.count({ where: { type: 'promise_kept' } }))).toBe(0);
  });

  it('that is taken back leaves a ticket open whose customer wrote since', async () => {
    const ctx = await newShop();
    const ways: Record<string, string>[] = [{ state: 'solved' }, { snooze: 'tomorrow' }];
    for (const fields of ways) {
      const id = await seedTicket(ctx, { answered: true });
      const answer = await act(ctx, id, { intent: 'change', assigneeId: seededStaff.kenji, ...fields });
      if (answer.is !== 'changed' || !answer.undo) throw new Error(JSON.stringify(answer));
      await seedMessage(ctx, id, { text: 'Wait, it is broken.' });
      await act(ctx, id, { intent: 'change', ...answer.undo });
      expect(await row(ctx, id)).toMatchObject({ state: 'open', assigneeId: null });
    }
  });

  it('of its tags leaves those that others put on or took off meanwhile, also once it is taken back', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx, { changes: { addTags: ['old'] } });
    const [mine] = await Promise.all([act(ctx, id, { intent: 'change', addTags: 'mine', removeTags: 'old' }), act(ctx, id, { intent: 'change', addTags: 'theirs' })]);
    expect([...((await row(ctx, id))?.tags ?? [])].toSorted()).toEqual(['mine', 'theirs']);
    if (mine.is !== 'changed' || !mine.undo) throw new Error(JSON.stringify(mine));
    expect(mine.what).toEqual(['tags']);
    await act(ctx, id, { intent: 'change', ...mine.undo });
    expect([...((await row(ctx, id))?.tags ?? [])].toSorted()).toEqual(['old', 'theirs']);
  });

  it('cuts a tag that is too long between two signs, never through one', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    await act(ctx, id, { intent: 'change', addTags: `${'x'.repeat(59)}👋` });
    expect((await row(ctx, id))?.tags).toEqual(['x'.repeat(59)]);
  });

  it('changes nothing where one of its fields cannot be', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const before = await row(ctx, id);
    const wrong: Record<string, string>[] = [{ state: 'snoozed' }, { state: 'gone' }, { priority: 'high', category: 'x' }, { assigneeId: '999' }, { teamId: 'x' }, { until: '2020-01-01T00:00:00Z' }, { subject: '  ' }, { locale: '../de' }];
    for (const fields of wrong) {
      expect(await act(ctx, id, { intent: 'change', ...fields })).toMatchObject({ is: 'invalid' });
    }
    expect(await row(ctx, id)).toEqual(before);
    await expect(act(ctx, id, { intent: 'burn' })).rejects.toMatchObject({ status: 400 });
  });

  it('of a merged ticket is one of the ticket it is read in', async () => {
    const ctx = await newShop();
    const [root, merged] = [await seedTicket(ctx), await seedTicket(ctx)];
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: merged }, data: { merged_into: root } }));
    await act(ctx, merged, { intent: 'change', state: 'solved' });
    expect([await row(ctx, root), await row(ctx, merged)]).toMatchObject([{ state: 'solved' }, { state: 'new' }]);
  });

  it('lets its reader follow and stop following, each as often as they like', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const isFollowed = async () => (await openView(ctx, { ticketId: id, staffId: seededStaff.mia, most: 60 })).isFollowed;
    for (const follows of ['yes', 'yes', 'no', 'no']) {
      await act(ctx, id, { intent: 'follow', follows });
      expect(await isFollowed()).toBe(follows === 'yes');
    }
  });

  it('lets its reader stop following what was merged into it as well', async () => {
    const ctx = await newShop();
    const [root, merged] = [await seedTicket(ctx), await seedTicket(ctx)];
    await act(ctx, merged, { intent: 'follow', follows: 'yes' });
    await act(ctx, root, { intent: 'merge', ticket: String(merged) });
    const isFollowed = async () => (await openView(ctx, { ticketId: root, staffId: seededStaff.mia, most: 60 })).isFollowed;
    expect(await isFollowed()).toBe(true);
    await act(ctx, root, { intent: 'follow', follows: 'no' });
    expect(await isFollowed()).toBe(false);
  });
});

describe('a snooze', () => {
  it.each([
    ['later', '2026-11-22T15:30:00Z'],
    ['tomorrow', '2026-11-23T08:00:00Z'],
    ['monday', '2026-11-23T08:00:00Z'],
    ['week', '2026-11-29T08:00:00Z'],
  ] as const)('of %s ends on the clock of the shop', (choice, until) => {
    expect(snoozeUntil(choice, 'Europe/Berlin', new Date('2026-11-22T12:30:00Z')).toISOString()).toBe(new Date(until).toISOString());
  });

  it('begun on a Monday until Monday ends a week later, and keeps nine o’clock where the clocks change between', () => {
    expect(snoozeUntil('monday', 'America/New_York', new Date('2026-10-26T12:00:00Z')).toISOString()).toBe('2026-11-02T14:00:00.000Z');
  });
});
