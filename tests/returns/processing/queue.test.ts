import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { listReturns, approveMany } from '#app/modules/returns/index.server.ts';
import { lateBefore, refundTarget } from '#app/modules/returns/processing/refund-target.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { askForReturn, deliveredOrder, hear, idOf, openReturnsShop } from '../stage.ts';

let shop: Awaited<ReturnType<typeof openReturnsShop>>;
beforeAll(async () => {
  shop = await openReturnsShop();
}, 120_000);

async function requested() {
  const order = await deliveredOrder(shop.ctx, shop.world);
  const record = askForReturn(shop.world, order);
  await hear(shop.ctx, shop.world, 'returns/request', record.id);
  return { order, record, id: idOf(record) };
}
const approve = (ids: readonly string[], keys = ids.map(() => randomUUID() as string)) => {
  const data = new FormData();
  data.set('notify', 'no');
  data.set('chosen', JSON.stringify(ids.map((id, at) => ({ id, key: keys[at] }))));
  return approveMany(shop.ctx, data, '77');
};

describe('approving several requests', () => {
  it('is an act for each, told one by one; one that cannot be approved holds up no other', async () => {
    const [first, second, third] = [await requested(), await requested(), await requested()];
    shop.world.change((change) => returnDeclineRequest(change, { id: second.record.id, declineReason: 'OTHER' }));
    const told = await approve([first.id, second.id, '999', third.id]);
    expect(told.is === 'told' && told.each.map(({ id, answer }) => [id, answer.is])).toEqual([[first.id, 'done'], [second.id, 'refused'], ['999', 'moved'], [third.id, 'done']]);
    expect([first, second, third].map(({ record }) => shop.world.returns.get(record.id)?.status)).toEqual(['OPEN', 'DECLINED', 'OPEN']);
  });

  it('is done once where it is clicked twice', async () => {
    const { id, record } = await requested();
    const keys = [randomUUID() as string];
    const told = await Promise.all([approve([id], keys), approve([id], keys)]);
    expect(told.flatMap((answer) => (answer.is === 'told' ? answer.each.map((each) => each.answer.is) : []))).toEqual(expect.arrayContaining(['done']));
    expect(shop.world.returns.get(record.id)?.status).toBe('OPEN');
  });

  it('takes no form that cannot be read', async () => {
    expect(await approve([])).toEqual({ is: 'invalid' });
    expect(await approve(['x'])).toEqual({ is: 'invalid' });
    expect(await approve(['1'], ['twice'])).toEqual({ is: 'invalid' });
    expect(await approveMany(shop.ctx, new FormData(), null)).toEqual({ is: 'invalid' });
  });
});

describe('what is promised of refunds', () => {
  const received = new Date('2026-11-20T10:00:00Z');

  it('is that they leave within a day of the receipt; what waits for others, or is settled, has no such moment', () => {
    expect(refundTarget({ receivedAt: received, next: 'inspect' })).toEqual({ dueAt: new Date('2026-11-21T10:00:00Z') });
    expect(refundTarget({ receivedAt: received, next: 'settle' })).not.toBeNull();
    for (const next of ['decide', 'send', 'arrive', 'close', 'done'] as const) expect(refundTarget({ receivedAt: received, next })).toBeNull();
    expect(refundTarget({ receivedAt: null, next: 'settle' })).toBeNull();
    expect(lateBefore(new Date('2026-11-21T10:00:00Z'))).toEqual(received);
  });

  it('has a shelf of its own once it is late', async () => {
    const { id } = await requested();
    const shelf = async () => (await listReturns(shop.ctx, { shelf: 'late', search: '', reason: null, after: null }));
    const at = (hours: number) => new Date(shop.ctx.clock.now().getTime() - hours * 3_600_000);
    const stands = (data: { next_step: string; received_at: Date | null }) => shop.ctx.tx((tx) => tx.returns.updateMany({ where: { id }, data }));
    await stands({ next_step: 'settle', received_at: at(23) });
    expect((await shelf()).rows).toEqual([]);
    await stands({ next_step: 'settle', received_at: at(25) });
    expect(await shelf()).toMatchObject({ rows: [{ id, late: true }], waiting: { late: 1 } });
    await stands({ next_step: 'close', received_at: at(25) });
    expect(await shelf()).toMatchObject({ rows: [], waiting: { late: 0 } });
  });
});
