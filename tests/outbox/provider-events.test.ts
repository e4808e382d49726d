import { beforeEach, describe, expect, it } from 'vitest';
import { hour, minute, second } from '../../app/kernel/time.ts';
import { addressStandings, liftSuppression, matchEarlyNews, messageDetail, recordProviderEvent, suppress, type ProviderEvent } from '../../app/modules/outbox/index.server.ts';
import { addOrder, setOutboxStage } from './stage.ts';

const { database, newShop, queue, deliver, fate, arrived, server } = await setOutboxStage();
let ctx = await newShop();

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
});

const sent = async (dedupeKey: string, to = 'ada@example.com') => {
  const { id } = await queue(ctx, { dedupeKey, to });
  await deliver(ctx, id);
  return id;
};
const tell = async (id: string, event: ProviderEvent['event'], detail: string | null = null) => {
  const { provider, providerId } = await messageDetail(ctx, id);
  return ctx.tx((tx) => recordProviderEvent(tx, { provider: provider ?? '', providerId: providerId ?? '', event, at: ctx.clock.now(), detail }));
};
const told = async () => (await ctx.tx((tx) => tx.journal.findMany({ orderBy: { id: 'asc' } }))).map(({ type }) => type);

describe('an address that came back', () => {
  it.each(['bounced', 'complained'] as const)('after %s is not written to again, in whatever spelling, and the story tells it once', async (event) => {
    const first = await sent('first');
    expect([await tell(first, event, '550 no such user'), await tell(first, event, '550 no such user')]).toEqual([true, true]);
    const { id } = await queue(ctx, { dedupeKey: 'second', to: 'ADA@example.com', topic: 'parcel:1' });
    await deliver(ctx, id);
    const code = await queue(ctx, { dedupeKey: 'a code' });
    await deliver(ctx, code.id);
    expect([await fate(ctx, id), await fate(ctx, code.id)]).toMatchObject([{ state: 'dropped', held: 'suppressed' }, { state: 'dropped', held: 'suppressed' }]);
    expect([arrived(), (await told()).filter((type) => type === 'message.failed').length]).toEqual([['first'], 3]);
  });

  it('is written to again once staff lift it, until it comes back anew', async () => {
    const first = await sent('first');
    await tell(first, 'bounced');
    await ctx.tx((tx) => liftSuppression(tx, { channel: 'email', address: 'ada@example.com', by: 'staff-1', at: ctx.clock.now() }));
    const second = await sent('second');
    ctx.clock.offset = minute;
    await tell(second, 'bounced');
    await sent('third');
    expect(arrived()).toEqual(['first', 'second']);
  });

  it('stays lifted when the old news of it comes late', async () => {
    const first = await sent('first');
    await tell(first, 'bounced');
    await ctx.tx((tx) => liftSuppression(tx, { channel: 'email', address: 'ada@example.com', by: null, at: new Date(Date.now() + minute) }));
    await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'ada@example.com', cause: 'bounced', at: ctx.clock.now() }));
    await sent('second');
    expect(arrived()).toEqual(['first', 'second']);
  });

  it.each(['550 5.1.1 no such user', '550 5.1.2 no such host', '556 5.1.10 takes no mail'])('since a mail server answered “%s” is not written to again', async (answer) => {
    server.behaviour.refuseRecipient = { code: Number(answer.slice(0, 3)), text: answer.slice(4) };
    const refused = await sent('first');
    server.behaviour.refuseRecipient = null;
    expect([await fate(ctx, refused), await told()]).toMatchObject([{ state: 'failed' }, ['message.failed']]);
    expect(await fate(ctx, await sent('second'))).toMatchObject({ state: 'dropped', held: 'suppressed' });
    expect(arrived()).toEqual([]);
  });

  it.each(['550 no', '554 5.7.1 blocked', '550 5.1.8 bad sender', '552 5.2.2 mailbox full'])('is none that a mail server refused with “%s”: it is written to again', async (answer) => {
    server.behaviour.refuseRecipient = { code: Number(answer.slice(0, 3)), text: answer.slice(4) };
    const refused = await sent('first');
    server.behaviour.refuseRecipient = null;
    expect(await fate(ctx, refused)).toMatchObject({ state: 'failed' });
    await sent('second');
    expect(arrived()).toEqual(['second']);
  });

  it('is nobody else’s: other addresses and other shops are written to', async () => {
    await tell(await sent('first'), 'bounced');
    await sent('other', 'bob@example.com');
    ctx = await newShop();
    await sent('elsewhere');
    expect(arrived()).toEqual(['first', 'other', 'elsewhere']);
  });

  it('is shown on its orders, with the message where it can be lifted', async () => {
    await addOrder(ctx, '1', { email: 'Ada@example.com' });
    expect(await addressStandings(ctx, '1')).toEqual([]);
    const first = await sent('first');
    await tell(first, 'complained');
    expect(await addressStandings(ctx, '1')).toMatchObject([{ channel: 'email', address: 'ada@example.com', suppressed: 'complained', messageId: first }]);
  });
});

describe('news of a message', () => {
  it('is kept from the first time it is told', async () => {
    const id = await sent('first');
    await tell(id, 'delivered');
    const before = await messageDetail(ctx, id);
    ctx.clock.offset = minute;
    await tell(id, 'delivered');
    expect([before.deliveredAt, before.bouncedAt]).toEqual([expect.any(Date), null]);
    expect(await messageDetail(ctx, id)).toEqual(before);
  });

  it.each(['sent', 'unknown'] as const)('that it was given up fails one that was %s, in the provider’s words, told once; the address is written to again', async (state) => {
    const id = await sent('first');
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state } }));
    for (let time = 0; time < 2; time += 1) await tell(id, 'undelivered', 'The carrier filtered it.');
    expect(await fate(ctx, id)).toMatchObject({ state: 'failed', outcome: 'The carrier filtered it.' });
    expect((await told()).filter((type) => type === 'message.failed')).toHaveLength(1);
    await sent('second');
    expect(arrived()).toEqual(['first', 'second']);
  });

  it('that it was given up after all is not believed of one that was delivered, in whichever order they are told', async () => {
    for (const order of [['delivered', 'undelivered'], ['undelivered', 'delivered']] as const) {
      const id = await sent(order.join());
      for (const event of order) await tell(id, event, event === 'undelivered' ? 'Given up.' : null);
      expect(await fate(ctx, id)).toMatchObject({ state: 'sent', outcome: null });
    }
  });

  it('settles one whose fate was unknown: it has left', async () => {
    const id = await sent('first');
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'unknown', sent_at: null, outcome: 'may have arrived' } }));
    await tell(id, 'delivered');
    expect(await fate(ctx, id)).toMatchObject({ state: 'sent', outcome: null });
  });

});

describe('news of a message that is not known yet', () => {
  const tellOf = (providerId: string, event: ProviderEvent['event'] = 'bounced') =>
    ctx.tx((tx) => recordProviderEvent(tx, { provider: 'smtp', providerId, event, at: ctx.clock.now(), detail: '550 no such user' }));
  const kept = () => ctx.tx((tx) => tx.early_news.count());
  const jobs = () => database.pool.query<{ wait: number }>(`select extract(epoch from j.run_at - now())::float as wait from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'outbox.match-early-news' and j.payload ->> 'shopId' = $1`, [String(ctx.shop.id)]);

  it('is noted once the message is, as if it had come in time, and the address is not written to again', async () => {
    const id = await sent('first');
    const { providerId } = await messageDetail(ctx, id);
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'sending', provider: null, provider_id: null } }));
    expect([await tellOf(providerId ?? ''), await tellOf(providerId ?? ''), await tellOf(providerId ?? '', 'delivered'), await kept()]).toEqual([false, false, false, 2]);
    await matchEarlyNews(ctx);
    expect((await messageDetail(ctx, id)).bouncedAt).toBeNull();

    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'sent', provider: 'smtp', provider_id: providerId } }));
    await matchEarlyNews(ctx);
    expect(await messageDetail(ctx, id)).toMatchObject({ bouncedAt: expect.any(Date), deliveredAt: expect.any(Date), outcome: '550 no such user', suppressed: 'bounced' });
    expect([await kept(), (await told()).filter((type) => type === 'message.failed').length]).toEqual([0, 1]);
  });

  it('is looked at again within a minute for an hour, then forgotten: accounts are shared with other programs', async () => {
    await tellOf('<somebody else’s>');
    expect((await jobs()).rows).toMatchObject([{ wait: expect.closeTo(10, -1) }]);
    ctx.clock.offset = 40 * second;
    await matchEarlyNews(ctx);
    expect([await kept(), (await jobs()).rows.length]).toEqual([1, 1]);
    await database.pool.query('delete from graphile_worker._private_jobs');
    ctx.clock.offset = hour + second;
    await matchEarlyNews(ctx);
    expect([await kept(), (await jobs()).rows.length]).toEqual([0, 0]);
  });

  it.each(['before', 'after'] as const)('settles one whose answer was lost, told %s we gave up waiting for it: the provider repeats our name for it', async (when) => {
    const id = await sent('first');
    const set = (state: string) => ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state, sent_at: null, provider: null, provider_id: null } }));
    await set(when === 'before' ? 'sending' : 'unknown');
    const news = { provider: 'postmark', providerId: 'theirs', at: ctx.clock.now(), detail: null };
    expect(await ctx.tx((tx) => recordProviderEvent(tx, { ...news, event: 'delivered', ownId: `${ctx.shop.id}.${id}` }))).toBe(when === 'after');
    if (when === 'before') await set('unknown');
    await matchEarlyNews(ctx);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'sent', deliveredAt: expect.any(Date), provider: 'postmark', providerId: 'theirs' });
    expect(await ctx.tx((tx) => recordProviderEvent(tx, { ...news, event: 'bounced' }))).toBe(true);
  });

  it('does not take a message that has its own answer for one with the same number elsewhere', async () => {
    const id = await sent('first');
    await ctx.tx((tx) => recordProviderEvent(tx, { provider: 'postmark', providerId: 'of another house', event: 'bounced', at: ctx.clock.now(), detail: null, ownId: `7.${id}` }));
    await matchEarlyNews(ctx);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'sent', bouncedAt: null, provider: 'smtp' });
  });

  it('is nobody’s in another shop', async () => {
    await tellOf('<the same name>');
    ctx = await newShop();
    const id = await sent('elsewhere');
    await ctx.tx((tx) => tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { provider_id: '<the same name>' } }));
    await matchEarlyNews(ctx);
    expect((await messageDetail(ctx, id)).bouncedAt).toBeNull();
  });
});
