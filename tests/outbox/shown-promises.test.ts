import { describe, expect, it } from 'vitest';
import type { ShownPromise } from '../../app/modules/journal/index.server.ts';
import { recordProviderEvent } from '../../app/modules/outbox/index.server.ts';
import { addOrder, setOutboxStage } from './stage.ts';

const { newShop, queue, deliver } = await setOutboxStage();

const day: ShownPromise = { shipmentId: '7', from: '2026-11-24', to: '2026-11-26', source: 'learned', slips: 0 };
type Shop = Awaited<ReturnType<typeof newShop>>;
const shown = async (ctx: Shop) => (await ctx.tx((tx) => tx.journal.findMany({ where: { type: 'promise.shown' }, orderBy: { id: 'asc' } }))).map(({ order_id, data }) => ({ order_id, data }));
const told = (to: string, where: string) => ({ order_id: '1', data: { shipmentId: '7', from: '2026-11-24', to, source: 'learned', where } });

describe('a day that a message names', () => {
  it('is shown once the message left, and once however many messages name it', async () => {
    const ctx = await newShop();
    await addOrder(ctx, '1');
    const first = await queue(ctx, { dedupeKey: 'a', orderId: '1', promises: [day] });
    expect(await shown(ctx)).toEqual([]);
    await deliver(ctx, first.id);
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'b', orderId: '1', promises: [day] })).id);
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'c', orderId: '1', promises: [{ ...day, to: '2026-11-27', slips: 1 }] })).id);
    expect(await shown(ctx)).toEqual([told('2026-11-26', 'email'), told('2026-11-27', 'email')]);
  });

  it('is shown to nobody by a message that never left', async () => {
    const ctx = await newShop();
    await addOrder(ctx, '1', { test: true });
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'a', orderId: '1', topic: 'parcel:7', promises: [day] })).id);
    expect(await shown(ctx)).toEqual([]);
  });

  it('is shown where it turns out later that the message arrived', async () => {
    const ctx = await newShop();
    await addOrder(ctx, '1');
    await queue(ctx, { dedupeKey: 'a', orderId: '1', promises: [day] });
    await ctx.tx((tx) => tx.outbox.updateMany({ data: { state: 'unknown', provider: 'smtp', provider_id: 'x' } }));
    await ctx.tx((tx) => recordProviderEvent(tx, { provider: 'smtp', providerId: 'x', event: 'delivered', at: new Date(), detail: null }));
    expect(await shown(ctx)).toEqual([told('2026-11-26', 'email')]);
  });
});
