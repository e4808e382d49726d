import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { hour, minute } from '../../app/kernel/time.ts';
import { queueMessage, type Truth, type TruthCheck } from '../../app/modules/outbox/index.server.ts';
import { addOrder, notice, setOutboxStage } from './stage.ts';

const { newShop, queue, deliver, fate, arrived, server } = await setOutboxStage();
let ctx = await newShop();

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
  server.behaviour.delayMs = 0;
});

const topic = 'parcel:7';

describe('newer news of one topic', () => {
  it('overtakes what waits, with its reason, and alone leaves', async () => {
    const older = await queue(ctx, { dedupeKey: 'out', topic, rank: 3 });
    const newer = await queue(ctx, { dedupeKey: 'delivered', topic, rank: 5, reason: 'The parcel was delivered.' });
    await deliver(ctx, older.id);
    await deliver(ctx, newer.id);
    expect(await fate(ctx, older.id)).toEqual({ state: 'dropped', held: 'overtaken', outcome: 'Overtaken by newer news: The parcel was delivered.' });
    expect(arrived()).toEqual(['delivered']);
  });

  it('leaves alone when the older is written after it', async () => {
    const newer = await queue(ctx, { dedupeKey: 'delivered', topic, rank: 5 });
    const older = await queue(ctx, { dedupeKey: 'out', topic, rank: 3 });
    await deliver(ctx, newer.id);
    const late = await queue(ctx, { dedupeKey: 'shipped', topic, rank: 1 });
    for (const { id } of [older, late]) await deliver(ctx, id);
    expect([await fate(ctx, older.id), await fate(ctx, late.id)].map(({ held }) => held)).toEqual(['overtaken', 'overtaken']);
    expect(arrived()).toEqual(['delivered']);
  });

  it('overtakes though both were written in transactions that did not see each other', async () => {
    let commit = () => {};
    const open = new Promise<void>((done) => (commit = done));
    const writing = ctx.tx(async (tx) => {
      const newer = await queueMessage(tx, notice({ dedupeKey: 'delivered', topic, rank: 5 }));
      await open;
      return newer;
    });
    await sleep(50);
    const older = await queue(ctx, { dedupeKey: 'out', topic, rank: 3 });
    commit();
    const newer = await writing;
    await Promise.all([deliver(ctx, older.id), deliver(ctx, newer.id)]);
    expect([await fate(ctx, older.id), arrived()]).toMatchObject([{ held: 'overtaken' }, ['delivered']]);
  });

  it('leaves other topics and other ways to be reached alone', async () => {
    const other = await queue(ctx, { dedupeKey: 'other parcel', topic: 'parcel:8', rank: 1 });
    await queue(ctx, { dedupeKey: 'delivered', topic, rank: 5 });
    const sms = await queue(ctx, { dedupeKey: 'sms', topic, rank: 5, channel: 'sms', to: '+4915123456789' });
    expect([await fate(ctx, other.id), await fate(ctx, sms.id)].map(({ state }) => state)).toEqual(['queued', 'queued']);
  });

  it('is told once, whoever wrote it and whichever workers take it', async () => {
    const first = await queue(ctx, { dedupeKey: 'one source', topic, rank: 5 });
    await deliver(ctx, first.id);
    const second = await queue(ctx, { dedupeKey: 'another source', topic, rank: 5 });
    await deliver(ctx, second.id);
    expect([await fate(ctx, second.id), arrived()]).toMatchObject([{ state: 'dropped', held: 'overtaken', outcome: expect.stringContaining('Told already') }, ['one source']]);
  });
});

describe('what became false', () => {
  const saying = (answer: Truth, kinds = 'notices.'): TruthCheck => ({ kinds, stillTrue: () => Promise.resolve(() => answer) });

  it('is dropped with the reason of the module that wrote it', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'late', topic });
    await deliver(ctx, id, [saying({ untrue: 'The parcel has arrived.' })]);
    expect([await fate(ctx, id), arrived()]).toEqual([{ state: 'dropped', held: 'not_true', outcome: 'The parcel has arrived.' }, []]);
  });

  it('is asked again at each turn of what has to wait', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'review', topic, category: 'review' });
    await deliver(ctx, id, [saying({ wait: new Date(Date.now() + hour), because: 'A refund is open.' })]);
    expect(await fate(ctx, id)).toEqual({ state: 'queued', held: 'not_yet', outcome: 'A refund is open.' });
    await deliver(ctx, id, [saying(true)]);
    expect(arrived()).toEqual([]);
    ctx.clock.offset = hour + minute;
    await deliver(ctx, id, [saying(true)]);
    expect([await fate(ctx, id), arrived()]).toEqual([{ state: 'sent', held: null, outcome: null }, ['review']]);
  });

  it('does not wait beyond the moment from which it is worth nothing', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'review', topic, expiresAt: new Date(Date.now() + minute) });
    await deliver(ctx, id, [saying({ wait: new Date(Date.now() + hour), because: 'A refund is open.' })]);
    expect(await fate(ctx, id)).toMatchObject({ state: 'dropped', held: 'expired' });
  });

  it('is for others to judge where the kind is theirs', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'out', topic });
    await deliver(ctx, id, [saying({ untrue: 'never' }, 'returns.')]);
    expect(arrived()).toEqual(['out']);
  });
});

describe('orders nobody is to hear of', () => {
  it.each([
    ['test_order', { test: true }],
    ['imported_order', { imported: true }],
    ['cancelled_order', { cancelled_at: new Date() }],
  ])('are silent: %s', async (held, changes) => {
    await addOrder(ctx, '1', changes);
    const { id } = await queue(ctx, { dedupeKey: 'shipped', topic, orderId: '1' });
    await deliver(ctx, id);
    expect([await fate(ctx, id), arrived()]).toMatchObject([{ state: 'dropped', held }, []]);
  });

  it('are told of a return that is begun of one from before the app', async () => {
    await addOrder(ctx, '1', { imported: true });
    const { id } = await queue(ctx, { dedupeKey: 'approved', topic: 'return:5:return_approved', orderId: '1' });
    await deliver(ctx, id);
    expect(arrived()).toEqual(['approved']);
  });

  it('still answer who asks: what has no topic leaves', async () => {
    await addOrder(ctx, '1', { imported: true });
    const { id } = await queue(ctx, { dedupeKey: 'code', orderId: '1' });
    await deliver(ctx, id);
    expect(arrived()).toEqual(['code']);
  });
});
