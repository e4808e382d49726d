import { describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/index.server.ts';
import type { CustomerSnapshot } from '../../app/modules/orders/snapshots.ts';
import { announcementStillTrue, announcePeak } from '../../app/modules/peak/index.server.ts';
import type { PeakProfile } from '../../app/modules/peak/profile.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { customer, order } from '../orders/snapshots.ts';
import { profile } from './profiles.ts';
import { ask, openPeakStage, plan, stages } from './stage.ts';

const stage = await openPeakStage();
const at = (ctx: ShopContext, time: string): ShopContext => ({ ...ctx, clock: { now: () => new Date(time) } });
const announced = (changes: Partial<PeakProfile> = {}) => profile({ announcement: { on: true, day: '2026-11-25', text: { de: 'Es wird voll.' } }, ...changes });
const morning = '2026-11-25T09:00:00Z';

const person = (id: string, extras: CustomerSnapshot['extras']) => customer(id, { extras });
const sentTo = (id: string, country: string) => order({ id, facts: { customer_id: id, shipping_address: { name: 'Ada', address1: 'Weg 1', address2: null, city: 'X', province: null, provinceCode: null, zip: '1', countryCode: country, phone: null } } });

async function newShop(): Promise<ShopContext> {
  const ctx = await stage.newShop();
  const news = [
    person('1', { email_consent: 'subscribed', locale: 'de' }), sentTo('1', 'DE'),
    person('2', { email_consent: 'unsubscribed' }), sentTo('2', 'DE'),
    person('3', { email_consent: 'pending' }), sentTo('3', 'DE'),
    person('4', {}), sentTo('4', 'FR'),
    person('5', { email_consent: 'subscribed', locale: 'ja' }), sentTo('5', 'JP'),
  ];
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, news, ctx.clock.now()));
  return ctx;
}

const written = (ctx: ShopContext) => ctx.tx((tx) => tx.outbox.findMany({ where: { kind: 'peak.announcement' }, orderBy: { id: 'asc' } }));
const waiting = async (ctx: ShopContext) =>
  (await stage.database.pool.query<{ run_at: Date }>(
    `select j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'peak.announce' and (j.payload ->> 'shopId')::int = $1`, [ctx.shop.id],
  )).rows.map(({ run_at }) => run_at.toISOString());

describe('an announcement', () => {
  it('is off by itself', async () => {
    const ctx = await newShop();
    await plan(ctx, [profile()]);
    expect(await waiting(ctx)).toEqual([]);
    await announcePeak(at(ctx, '2026-12-01T12:00:00Z'), { id: 'christmas', after: '' });
    expect(await written(ctx)).toEqual([]);
  });

  it('waits for the morning of its day on the shop’s clock, moves with the plan, and is taken back with it', async () => {
    const ctx = await newShop();
    await plan(ctx, [announced()]);
    expect(await waiting(ctx)).toEqual([new Date(morning).toISOString()]);
    await announcePeak(at(ctx, '2026-11-25T08:59:59Z'), { id: 'christmas', after: '' });
    expect(await written(ctx)).toEqual([]);
    await plan(ctx, [announced({ announcement: { on: true, day: '2026-11-29', text: {} } })]);
    expect(await waiting(ctx)).toEqual(['2026-11-29T09:00:00.000Z']);
    await plan(ctx, [profile()]);
    expect(await waiting(ctx)).toEqual([]);
  });

  it.each([1, 2])('is taken back with an early end or the end is not written, should the process die after %i transactions', async (survived) => {
    const ctx = at(await newShop(), '2026-11-28T12:00:00Z');
    await plan(ctx, [announced()]);
    let made = 0;
    const dying: ShopContext = { ...ctx, tx: (work) => ((made += 1) > survived ? Promise.reject(new Error('The process died.')) : ctx.tx(work)) };
    const ended = await ask(dying, { intent: 'end', id: 'christmas' }).then(() => true, () => false);
    expect([await stages(ctx), await waiting(ctx)]).toEqual(ended ? [{ christmas: 'over' }, []] : [{ christmas: 'running' }, [new Date(morning).toISOString()]]);
  });

  it('goes to those who agreed and to nobody else, once, in their language and with the last day for their country', async () => {
    const ctx = await newShop();
    await plan(ctx, [announced()]);
    for (const time of [morning, '2026-11-25T09:05:00Z']) await announcePeak(at(ctx, time), { id: 'christmas', after: '' });
    const [german, japanese, ...others] = await written(ctx);
    expect(others).toEqual([]);
    expect(german).toMatchObject({ recipient: 'customer-1@example.com', category: 'announcement', locale: 'de', subject: 'Nordlicht: bis Sa., 19. Dezember bestellen für die Zustellung bis Do., 24. Dezember', expires_at: new Date('2026-12-19T23:00:00Z') });
    expect(german?.text_body).toMatch(/Es wird voll\.[^]*Für die Zustellung bis[^]*-- \nSie erhalten diese E-Mail, weil Sie Neuigkeiten von Nordlicht zugestimmt haben[^]*https:\/\/preferences\.invalid\//);
    expect(japanese).toMatchObject({ recipient: 'customer-5@example.com', locale: 'ja', subject: 'Nordlicht：まもなく繁忙期を迎えます', expires_at: new Date('2026-12-24T23:00:00Z') });
  });

  it('names the last day for where something was sent last, though what was bought since was picked up', async () => {
    const ctx = await newShop();
    const pickedUp = order({ id: '91', facts: { customer_id: '1', processed_at: '2026-11-20T10:00:00.000Z', shipping_address: null } });
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [pickedUp], ctx.clock.now()));
    await plan(ctx, [announced()]);
    await announcePeak(at(ctx, morning), { id: 'christmas', after: '' });
    expect((await written(ctx))[0]).toMatchObject({ recipient: 'customer-1@example.com', subject: expect.stringContaining('19. Dezember') });
  });

  it('is told late where nobody worked at its hour, and not at all once the busy time is over', async () => {
    const [late, tooLate] = [await newShop(), await newShop()];
    for (const ctx of [late, tooLate]) await plan(ctx, [announced()]);
    await announcePeak(at(late, '2026-12-21T12:00:00Z'), { id: 'christmas', after: '' });
    expect((await written(late)).map(({ subject }) => subject)).toEqual(['Nordlicht: unsere Hochsaison beginnt', 'Nordlicht：まもなく繁忙期を迎えます']);
    await announcePeak(at(tooLate, '2026-12-25T12:00:00Z'), { id: 'christmas', after: '' });
    expect(await written(tooLate)).toEqual([]);
  });

  it('does not leave to who changed their mind meanwhile, nor after an early end', async () => {
    const shop = await newShop();
    const ctx = at(shop, '2026-11-28T12:00:00Z');
    await plan(ctx, [announced()]);
    await announcePeak(ctx, { id: 'christmas', after: '' });
    const judged = async () => {
      const [message] = await written(ctx);
      if (!message) throw new Error('Nothing was written.');
      return ctx.tx(async (tx) => (await announcementStillTrue(ctx).stillTrue(tx, [message], ctx.clock.now()))(message));
    };
    expect(await judged()).toBe(true);
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [customer('1', { updatedAt: '2026-11-28T11:00:00Z', extras: { email_consent: 'unsubscribed' } })], ctx.clock.now()));
    expect(await judged()).toMatchObject({ untrue: expect.stringContaining('agree') });
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [customer('1', { updatedAt: '2026-11-28T11:30:00Z', extras: { email_consent: 'subscribed' } })], ctx.clock.now()));
    expect(await judged()).toBe(true);
    await ask(ctx, { intent: 'end', id: 'christmas' });
    expect(await judged()).toMatchObject({ untrue: expect.stringContaining('ended') });
  });

  it('goes through many people a page at a time', async () => {
    const ctx = at(await stage.newShop(), morning);
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, Array.from({ length: 150 }, (_, index) => person(String(1_000 + index), { email_consent: 'subscribed' })), ctx.clock.now()));
    await plan(ctx, [announced()]);
    await announcePeak(ctx, { id: 'christmas', after: '' });
    expect(await written(ctx)).toHaveLength(100);
    await announcePeak(ctx, { id: 'christmas', after: '1099' });
    expect(new Set((await written(ctx)).map(({ recipient }) => recipient)).size).toBe(150);
  });
});

it('a preview of the announcement is what the first country’s customers will get', async () => {
  const ctx = await stage.newShop();
  const answer = await ask(ctx, { intent: 'preview-announcement', locale: 'de', value: JSON.stringify(announced()) });
  expect('announcement' in answer && answer.announcement.subject).toBe('Nordlicht: bis Sa., 19. Dezember bestellen für die Zustellung bis Do., 24. Dezember');
  expect('announcement' in answer && answer.announcement.html).toContain('Es wird voll.');
});
