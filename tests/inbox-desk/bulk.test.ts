import { beforeEach, describe, expect, it } from 'vitest';
import { actOnDesk, mergeTickets, promiseSetting, unmergeTicket } from '#app/modules/inbox/index.server.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
let ctx = await stage.newShop();
beforeEach(async () => {
  ctx = await stage.newShop();
});
const { mia, kenji } = seededStaff;

function ask(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return actOnDesk(ctx, { form, staffId: mia });
}
const change = (ids: number[], fields: Record<string, string>) => ask({ intent: 'change', ids: ids.join(','), ...fields });
const row = (id: number) => ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id }, omit: { version: true } }));
async function undo(answer: Awaited<ReturnType<typeof actOnDesk>>) {
  if (answer.is !== 'changed') throw new Error(`It was ${answer.is}.`);
  return ask({ intent: 'undo', what: JSON.stringify(answer.undo) });
}

describe('a change of several conversations', () => {
  it.each<Record<string, string>>([
    { assigneeId: kenji },
    { assigneeId: '' },
    { state: 'solved' },
    { state: 'waiting_third' },
    { snooze: 'tomorrow' },
    { priority: 'low' },
    { category: 'billing' },
    { spam: 'yes' },
    { addTags: 'refund' },
    { removeTags: 'vip' },
  ])('to %o is taken back whole', async (fields) => {
    const one = await seedTicket(ctx, { changes: { addTags: ['vip'], assigneeId: mia } });
    const other = await seedTicket(ctx, { answered: true, changes: { priority: 'high', category: 'shipping', addTags: ['vip', 'gift'], assigneeId: mia } });
    const before = [await row(one), await row(other)];
    const answer = await change([one, other], fields);
    expect(answer).toMatchObject({ is: 'changed', count: 2 });
    expect([await row(one), await row(other)]).not.toEqual(before);
    expect(await undo(answer)).toEqual({ is: 'undone', count: 2, left: 0 });
    expect([await row(one), await row(other)].map(withoutReason)).toEqual(before.map(withoutReason));
  });

  it('that solved them leaves nothing behind once it is taken back: what was promised holds, and no promise was kept', async () => {
    const one = await seedTicket(ctx);
    const answer = await change([one], { state: 'solved' });
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-promises', ${JSON.stringify({ ...promiseSetting.initial, email: { first_reply: 2, next_reply: 2, resolution: 5, counts: 'always' } })}::jsonb, ${ctx.clock.now()})`);
    await undo(answer);
    expect(await ctx.tx((tx) => tx.ticket_promises.findMany({ select: { promise: true, minutes: true, result: true }, orderBy: { promise: 'asc' } }))).toEqual([{ promise: 'first_reply', minutes: 480, result: 'running' }, { promise: 'resolution', minutes: 1_440, result: 'running' }]);
    expect(await ctx.tx((tx) => tx.ticket_events.count({ where: { type: 'promise_kept' } }))).toBe(0);
  });

  it('that puts them away says until when', async () => {
    const one = await seedTicket(ctx);
    const answer = await change([one], { snooze: 'later' });
    expect(answer).toMatchObject({ is: 'changed', until: (await row(one)).snoozed_until?.toISOString() });
    expect(await change([one], { priority: 'high' })).toMatchObject({ until: null });
  });

  it('leaves the tags of each as they are, but for the one', async () => {
    const [one, other] = [await seedTicket(ctx, { changes: { addTags: ['a'] } }), await seedTicket(ctx, { changes: { addTags: ['b', 'x'] } })];
    await change([one, other], { addTags: ' x ' });
    expect([(await row(one)).tags, (await row(other)).tags]).toEqual([['a', 'x'], ['b', 'x']]);
  });

  it('is not taken back where somebody went on with one meanwhile', async () => {
    const [one, other] = [await seedTicket(ctx), await seedTicket(ctx)];
    const answer = await change([one, other], { state: 'solved' });
    await seedMessage(ctx, one, { text: 'One more thing.' });
    expect(await undo(answer)).toEqual({ is: 'undone', count: 1, left: 1 });
    expect([(await row(one)).state, (await row(other)).state]).toEqual(['open', 'new']);
  });

  it('counts only those that are different then', async () => {
    const [one, other] = [await seedTicket(ctx, { changes: { priority: 'urgent' } }), await seedTicket(ctx)];
    expect(await change([one, other], { priority: 'urgent' })).toMatchObject({ count: 1 });
    expect(await change([one, other], { priority: 'urgent' })).toMatchObject({ count: 0, undo: null });
    expect(await change([99_999], { priority: 'urgent' })).toMatchObject({ count: 0 });
  });

  it.each<[string, Record<string, string>]>([
    ['nothing to change', {}],
    ['somebody who is not of the shop', { assigneeId: '999999' }],
    ['no team of theirs', { teamId: '11111111-1111-4111-8111-111111111111' }],
    ['a state that there is not', { state: 'gone' }],
    ['a time that is over', { until: '2020-01-01T00:00:00Z' }],
    ['numbers that are none', { ids: '1,x', priority: 'low' }],
    ['too many', { ids: Array.from({ length: 51 }, (_, at) => at + 1).join(','), priority: 'low' }],
    ['an act that there is not', { intent: 'remove', priority: 'low' }],
    ['words that undo nothing', { intent: 'undo', what: '{"changed":"all"}' }],
  ])('is refused for %s', async (_, fields) => {
    const id = await seedTicket(ctx);
    const before = await row(id);
    expect(await change([id], fields)).toEqual({ is: 'invalid' });
    expect(await row(id)).toEqual(before);
  });

  it('undoes nothing of what its words made up', async () => {
    const id = await seedTicket(ctx);
    const forged = { changed: [{ id, version: (await ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id } }))).version, back: { assigneeId: '999999' } }], merged: [{ id: id + 1, from: id }] };
    expect(await ask({ intent: 'undo', what: JSON.stringify(forged) })).toEqual({ is: 'undone', count: 0, left: 2 });
  });
});

describe('several merged at once', () => {
  it('become the chosen one, and are taken out again', async () => {
    const ids = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx)];
    const [first = 0, second = 0, third = 0] = ids;
    const before = await Promise.all(ids.map(row));
    const answer = await ask({ intent: 'merge', ids: ids.join(','), into: String(second) });
    expect(answer).toMatchObject({ is: 'changed', what: 'merged', count: 2 });
    expect([(await row(first)).merged_into, (await row(second)).merged_into, (await row(third)).merged_into]).toEqual([second, null, second]);
    expect(await undo(answer)).toMatchObject({ is: 'undone', count: 2 });
    expect(await Promise.all(ids.map(row))).toEqual(before);
  });

  it('stay where somebody brought them since, and count as left alone', async () => {
    const [first, second, third] = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx)];
    const answer = await ask({ intent: 'merge', ids: `${first},${second}`, into: String(first) });
    const about = { actor: kenji, now: ctx.clock.now() };
    await ctx.tx(async (tx) => {
      await unmergeTicket(tx, { ticketId: second, ...about });
      await mergeTickets(tx, { into: third, from: [second], ...about });
    });
    expect(await undo(answer)).toEqual({ is: 'undone', count: 0, left: 1 });
    expect((await row(second)).merged_into).toBe(third);
  });

  it('are refused where one of them would be out of sight, as the list did not show yet', async () => {
    const [spam, fine] = [await seedTicket(ctx, { spam: true }), await seedTicket(ctx)];
    expect(await ask({ intent: 'merge', ids: `${spam},${fine}`, into: String(spam) })).toEqual({ is: 'invalid', why: 'into_spam' });
    expect((await row(fine)).merged_into).toBeNull();
  });

  it('are refused where the one they go into is none of them', async () => {
    const ids = [await seedTicket(ctx), await seedTicket(ctx)];
    expect(await ask({ intent: 'merge', ids: ids.join(','), into: '77' })).toEqual({ is: 'invalid' });
  });
});

/** A priority that was set by hand says so; taken back it does too. Tags that are put back stand behind the others. */
function withoutReason({ priority_reason: _, tags, ...rest }: Awaited<ReturnType<typeof row>>) {
  return { ...rest, tags: tags.toSorted() };
}
