import { beforeEach, describe, expect, it } from 'vitest';
import { listMessages, messageDetail, messageKinds } from '../../app/modules/outbox/index.server.ts';
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
});
