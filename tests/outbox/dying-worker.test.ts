import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '../../app/kernel/time.ts';
import { deliverMessage, messageDetail, type Transports } from '../../app/modules/outbox/index.server.ts';
import { setOutboxStage } from './stage.ts';

const { database, newShop, server, transports, queue, deliver } = await setOutboxStage();
let ctx = await newShop();
beforeEach(async () => void (ctx = await newShop()));

const stateOf = async (id: string) => (await messageDetail(ctx, id)).state;
const told = async () => (await ctx.tx((tx) => tx.journal.findMany({ orderBy: { id: 'asc' } }))).map(({ type }) => type);
/** The job that looks after the claim of a message. */
const watchOf = async (id: string) =>
  (await database.pool.query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [`${ctx.shop.id}:outbox-claim:${id}`])).rows[0];

describe('a worker that dies', () => {
  /** Claims, and never comes back from sending. */
  const dieWhileSending = async (id: string) => {
    const stuck: Transports = { ...transports, mailer: { send: () => new Promise<never>(() => undefined), close: () => undefined } };
    void deliverMessage(ctx, stuck, { id });
    while ((await stateOf(id)) !== 'sending') await sleep(10);
  };

  it('leaves a job that looks after its claim', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'shipped' });
    await dieWhileSending(id);
    const watch = await watchOf(id);
    expect(Math.round(((watch?.run_at.getTime() ?? 0) - Date.now()) / minute)).toBe(10);
  });

  it('blocks nobody and is given up as unknown when its lease is over, unsent', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'shipped' });
    await dieWhileSending(id);
    await deliver(ctx, id);
    expect(await stateOf(id)).toBe('sending');
    ctx.clock.offset = 11 * minute;
    await deliver(ctx, id);
    await deliver(ctx, id);
    expect([await stateOf(id), server.received.length, await told()]).toEqual(['unknown', 0, ['message.unknown']]);
  });

  it('but lives after all still says what became of its message', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'shipped' });
    let finish = (_sent: { providerId: string }) => {};
    const slow: Transports = { ...transports, mailer: { send: () => new Promise((done) => (finish = done)), close: () => undefined } };
    const sending = deliverMessage(ctx, slow, { id });
    while ((await stateOf(id)) !== 'sending') await sleep(10);
    ctx.clock.offset = 11 * minute;
    await deliver(ctx, id);
    finish({ providerId: '<late@example.com>' });
    await sending;
    expect([await stateOf(id), await told()]).toEqual(['sent', ['message.unknown', 'message.sent']]);
  });

  it('with several in its hands leaves unclear only those that had no answer', async () => {
    const ids: string[] = [];
    for (const to of ['ada@example.com', 'bob@example.com', 'eve@example.com']) ids.push((await queue(ctx, { dedupeKey: to, topic: `to:${to}`, to })).id);
    const stuckForOne: Transports = {
      ...transports,
      mailer: { send: (mail) => (mail.to === 'bob@example.com' ? new Promise<never>(() => undefined) : Promise.resolve({ providerId: mail.id })), close: () => undefined },
    };
    void deliverMessage(ctx, stuckForOne, { id: ids[0] ?? '', company: 9 });
    const states = () => Promise.all(ids.map(stateOf));
    while ((await states()).join() !== 'sent,sending,sent') await sleep(10);
    ctx.clock.offset = 11 * minute;
    for (const id of ids) await deliver(ctx, id);
    expect(await states()).toEqual(['sent', 'unknown', 'sent']);
  });
});
