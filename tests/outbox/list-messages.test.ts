import { beforeEach, describe, expect, it } from 'vitest';
import { listMessages, messageDetail, messageKinds, messagesOverview } from '../../app/modules/outbox/index.server.ts';
import { addOrder, setOutboxStage } from './stage.ts';

const { newShop, queue } = await setOutboxStage();
let ctx = await newShop();
beforeEach(async () => void (ctx = await newShop()));

describe('the list', () => {
  it('pages newest first, filters by state, and shows no other shop\'s message', async () => {
    for (let at = 0; at < 52; at++) await queue(ctx, { dedupeKey: `m:${at}` });
    const first = await listMessages(ctx, { state: 'queued' });
    const rest = await listMessages(ctx, { state: 'queued', cursor: first.nextCursor });
    expect([first.messages.length, rest.messages.length, rest.nextCursor]).toEqual([50, 2, null]);
    expect((await listMessages(ctx, { state: 'sent' })).messages).toEqual([]);
    const other = await newShop();
    await expect(messageDetail(other, first.messages[0]?.id ?? '')).rejects.toMatchObject({ status: 404 });
  });

  it('is narrowed by kind, way, order and words, and says which kinds there are', async () => {
    await addOrder(ctx, '77');
    await queue(ctx, { dedupeKey: '1', to: 'ada@example.com', subject: '100% yours' });
    await queue(ctx, { dedupeKey: '2', to: 'bob@example.com', kind: 'notices.delivered', orderId: '77' });
    await queue(ctx, { dedupeKey: '3', channel: 'sms', to: '+4915123456789', kind: 'access.code' });
    const shown = async (filter: Parameters<typeof listMessages>[1]) => (await listMessages(ctx, filter)).messages.map(({ recipient }) => recipient[0]).sort().join('');
    expect(await messageKinds(ctx)).toEqual(['access.code', 'notices.delivered', 'notices.shipped']);
    expect([await shown({ kind: 'notices.delivered' }), await shown({ channel: 'sms' }), await shown({ orderId: '77' }), await shown({ channel: 'email' })]).toEqual(['b', '+', 'b', 'ab']);
    expect([await shown({ search: 'ADA@' }), await shown({ search: '77' }), await shown({ search: '0% y' }), await shown({ search: '%' }), await shown({ search: 'nothing' })]).toEqual(['a', 'b', 'a', 'a', '']);
  });

  it('is narrowed by the days of the shop’s own zone, and by what became of a message', async () => {
    const made = async (to: string, created: string, changes: object = {}) => {
      const { id } = await queue(ctx, { dedupeKey: to, to: `${to}@example.com` });
      await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { created_at: new Date(created), ...changes } }));
    };
    // In Berlin the day begins an hour before it does in London.
    await made('a', '2026-11-09T22:59:59Z', { bounced_at: new Date() });
    await made('b', '2026-11-09T23:00:00Z', { opened_at: new Date() });
    await made('c', '2026-11-10T22:59:59Z', { state: 'dropped', held_by: 'opted_out', complained_at: new Date() });
    const shown = async (filter: Parameters<typeof listMessages>[1]) => (await listMessages(ctx, filter)).messages.map(({ recipient }) => recipient[0]).sort().join('');
    expect([await shown({ from: '2026-11-10', until: '2026-11-10' }), await shown({ until: '2026-11-09' }), await shown({ from: '2026-11-11' })]).toEqual(['bc', 'a', '']);
    expect([await shown({ held: 'opted_out' }), await shown({ state: 'came_back' }), await shown({ state: 'followed' }), await shown({ state: 'came_back', from: '2026-11-10' })]).toEqual(['c', 'ac', 'b', 'c']);
  });
});

describe('the overview', () => {
  it('counts what became of the last 30 days’ messages and which rules held how many, as the list shows them', async () => {
    const made = async (dedupeKey: string, data: object) => {
      const { id } = await queue(ctx, { dedupeKey });
      await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data }));
    };
    const at = new Date();
    await made('1', { state: 'sent', opened_at: at });
    await made('2', { state: 'sent', bounced_at: at, complained_at: at });
    await made('2b', { state: 'sent', secret: true });
    await made('3', { state: 'dropped', held_by: 'overtaken' });
    await made('4', { state: 'dropped', held_by: 'overtaken' });
    await made('5', { held_by: 'quiet_hours' });
    await made('6', { state: 'sending' });
    await made('7', { state: 'failed', outcome: '550 no' });
    await made('7b', { state: 'failed', outcome: '550 no' });
    await made('7c', { state: 'failed', outcome: 'x'.repeat(300) });
    await made('8', { state: 'unknown' });
    await made('old', { state: 'sent', created_at: new Date(at.getTime() - 31 * 86_400_000) });
    const overview = await messagesOverview(ctx);
    expect(overview).toMatchObject({ sent: 3, followable: 2, followed: 1, cameBack: 1, dropped: 2, queued: 2, failed: 3, unknown: 1, failures: [{ answer: '550 no', count: 2 }, { answer: 'x'.repeat(160), count: 1 }], held: [{ by: 'overtaken', queued: 0, dropped: 2 }, { by: 'quiet_hours', queued: 1, dropped: 0 }] });
    expect((await listMessages(ctx, { state: 'sent', from: overview.since })).messages).toHaveLength(3);
    expect(await messagesOverview(await newShop())).toMatchObject({ sent: 0, queued: 0, held: [] });
  });
});
