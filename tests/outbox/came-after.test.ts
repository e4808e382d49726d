import { beforeEach, describe, expect, it } from 'vitest';
import { day, hour } from '#app/kernel/time.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { messageDetail } from '#app/modules/outbox/index.server.ts';
import { optOut } from '#app/modules/outbox/preferences/opt-outs.server.ts';
import { addOrder, setOutboxStage } from './stage.ts';

const { newShop, queue, deliver } = await setOutboxStage();
let ctx = await newShop();
beforeEach(async () => {
  ctx = await newShop();
  await addOrder(ctx, '1');
});

const send = async (dedupeKey: string, to = 'ada@example.com') => {
  const { id } = await queue(ctx, { dedupeKey, orderId: '1', to });
  await deliver(ctx, id);
  return id;
};
const later = (ms: number) => new Date(ctx.clock.now().getTime() + ms);
const report = (at: Date) =>
  ctx.tx((tx) =>
    append(tx, [{ type: 'problem.reported', happenedAt: at, orderId: '1', source: 'customer', dedupeKey: `p:${at.getTime()}`, data: { reportId: 'r', shipmentId: null, kind: 'not_arrived', wish: null, items: 1, photos: 0, words: null } }]),
  );

describe('what came after a message', () => {
  it('is what its reader did and what became of its order, in the order it happened', async () => {
    const id = await send('shipped');
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { opened_at: later(hour) } }));
    await report(later(2 * hour));
    await ctx.tx((tx) => optOut(tx, { channel: 'email', address: 'ADA@example.com' }, ['notices.shipped'], later(3 * hour)));
    ctx.clock.offset = 4 * hour;
    const next = await send('delivered');
    const { after } = await messageDetail(ctx, id);
    expect(after?.map(({ what, messageId }) => [what, messageId])).toEqual([['followed', null], ['contacted', null], ['unsubscribed', null], ['written', next]]);
  });

  it('is not what was before it, nor what came when it was long forgotten', async () => {
    await report(later(-hour));
    const id = await send('shipped');
    await report(later(15 * day));
    expect((await messageDetail(ctx, id)).after).toEqual([]);
  });

  it('is nothing to be told of a message that has not left', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'waits', orderId: '1' });
    await report(later(hour));
    expect((await messageDetail(ctx, id)).after).toBeNull();
  });
});
