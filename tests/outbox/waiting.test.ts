import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { after, hour, minute } from '../../app/kernel/time.ts';
import { deliverMessage, voiceSetting, type Transports, type Voice } from '../../app/modules/outbox/index.server.ts';
import { deliveryKey } from '../../app/modules/outbox/jobs.server.ts';
import { morningAfter } from '../../app/modules/outbox/rules/morning.ts';
import { takeUp } from '../../app/modules/outbox/take-up.server.ts';
import { changeSetting, readSetting } from '../../app/modules/settings/index.server.ts';
import { addOrder, setOutboxStage } from './stage.ts';

const { database, newShop, queue, deliver, fate, arrived, server, transports } = await setOutboxStage();
let ctx = await newShop();
const texts: string[] = [];
const withPhone: Transports = { ...transports, sms: { send: ({ text }) => Promise.resolve(texts.push(text)).then(() => ({ providerId: 'sms' })) } };

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
  texts.length = 0;
});

const say = (changes: Partial<Voice>) => changeSetting(ctx, voiceSetting, { value: { ...voiceSetting.initial, ...changes }, version: 0, by: null });
const at = (moment: string) => (ctx.clock.offset = new Date(moment).getTime() - Date.now());

describe('the quiet hours', () => {
  it.each([
    ['2026-11-22T20:30:00Z', 'Europe/Berlin', '2026-11-23T07:00:00.000Z'],
    ['2026-11-22T01:00:00Z', 'Europe/Berlin', '2026-11-22T07:00:00.000Z'],
    ['2026-11-22T06:59:00Z', 'Europe/Berlin', '2026-11-22T07:00:00.000Z'],
    ['2026-11-22T07:00:00Z', 'Europe/Berlin', null],
    ['2026-11-22T19:59:00Z', 'Europe/Berlin', null],
    ['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
    ['2026-11-22T13:00:00Z', 'Asia/Tokyo', '2026-11-22T23:00:00.000Z'],
  ])('of %s in %s end at %s', (now, zone, end) => {
    expect(morningAfter(new Date(now), zone, { quietFrom: 21, quietUntil: 8 })?.toISOString() ?? null).toBe(end);
  });

  it('always end at their hour, in the future, within a day, and never begin again at once', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC');
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), zones, hours, hours, (now, zone, quietFrom, quietUntil) => {
        const morning = morningAfter(now, zone, { quietFrom, quietUntil });
        if (quietFrom === quietUntil) return morning === null;
        if (morning === null) return true;
        const wait = morning.getTime() - now.getTime();
        const there = Temporal.Instant.fromEpochMilliseconds(morning.getTime()).toZonedDateTimeISO(zone);
        // An hour that the clocks leave out is the next one.
        return wait > 0 && wait <= 25 * hour && [quietUntil, quietUntil + 1].includes(there.hour) && morningAfter(morning, zone, { quietFrom, quietUntil }) === null;
      }),
    );
  });

  it('keep a text message until the morning where the order goes, not where the shop is', async () => {
    at('2046-11-22T12:00:00Z');
    await addOrder(ctx, '1', { shipping_address: { countryCode: 'JP' } });
    const night = await queue(ctx, { dedupeKey: 'sms', topic: 'parcel:1', channel: 'sms', to: '+819012345678', text: 'shipped', orderId: '1' });
    await deliverMessage(ctx, withPhone, { id: night.id });
    expect(await fate(ctx, night.id)).toMatchObject({ state: 'queued', held: 'quiet_hours', outcome: 'It is night for the customer (Asia/Tokyo).' });
    at('2046-11-22T23:00:01Z');
    await deliverMessage(ctx, withPhone, { id: night.id });
    expect(texts).toEqual(['shipped']);
  });

  it('do not hold what is urgent, nor mail unless the merchant says so', async () => {
    at('2046-11-22T23:30:00Z');
    const urgent = await queue(ctx, { dedupeKey: 'sms', topic: 'parcel:1', channel: 'sms', to: '+4915123456789', text: 'out for delivery', urgent: true });
    await deliverMessage(ctx, withPhone, { id: urgent.id });
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'mail', topic: 'parcel:2' })).id);
    expect([texts, arrived()]).toEqual([['out for delivery'], ['mail']]);
    await say({ quietEmail: true });
    const mail = await queue(ctx, { dedupeKey: 'mail at night', topic: 'parcel:3', to: 'bob@example.com' });
    await deliver(ctx, mail.id);
    expect(await fate(ctx, mail.id)).toMatchObject({ state: 'queued', held: 'quiet_hours' });
  });

  it('let newer news overtake what waits for the morning', async () => {
    await say({ quietEmail: true, quietFrom: 0, quietUntil: 23 });
    at('2046-11-22T12:00:00Z');
    const older = await queue(ctx, { dedupeKey: 'out', topic: 'parcel:1', rank: 1 });
    await deliver(ctx, older.id);
    const newer = await queue(ctx, { dedupeKey: 'delivered', topic: 'parcel:1', rank: 2 });
    at('2046-11-22T22:30:00Z');
    for (const { id } of [older, newer]) await deliver(ctx, id);
    expect([await fate(ctx, older.id), arrived()]).toMatchObject([{ held: 'overtaken' }, ['delivered']]);
  });
});

it('what was put off just as another message took it along waits for its own hour', async () => {
  const first = await queue(ctx, { dedupeKey: 'first', topic: 'parcel:1' });
  const second = await queue(ctx, { dedupeKey: 'second', topic: 'parcel:2', to: 'bob@example.com' });
  const tomorrow = after(ctx.clock.now(), 24 * hour);
  await ctx.tx(async (tx) => {
    const putOffFirst = async (asked: Parameters<typeof tx.outbox.findMany>[0]) => {
      await tx.outbox.updateMany({ where: { id: BigInt(second.id) }, data: { send_after: tomorrow } });
      return tx.outbox.findMany(asked);
    };
    const outbox = new Proxy(tx.outbox, { get: (real, name) => (name === 'findMany' ? putOffFirst : Reflect.get(real, name)) });
    const raced = new Proxy(tx, { get: (real, name) => (name === 'outbox' ? outbox : Reflect.get(real, name)) });
    await takeUp({ tx: raced, shop: ctx.shop, voice: voiceSetting.initial, now: ctx.clock.now() }, BigInt(first.id), 1, []);
  });
  const { rows } = await database.pool.query<{ run_at: Date }>('select run_at from graphile_worker.jobs where key = $1', [`${ctx.shop.id}:${deliveryKey(BigInt(second.id))}`]);
  expect(rows).toEqual([{ run_at: tomorrow }]);
});

describe('the pause between two messages', () => {
  it('lets the second wait, then leave; other people are not kept waiting', async () => {
    const ids = [];
    for (const [at, to] of ['ada@example.com', 'ada@example.com', 'bob@example.com'].entries()) ids.push((await queue(ctx, { dedupeKey: `m${at}`, topic: `parcel:${at}`, to })).id);
    for (const id of ids) await deliver(ctx, id);
    expect(arrived()).toEqual(['m0', 'm2']);
    expect(await fate(ctx, ids[1] ?? '')).toMatchObject({ state: 'queued', held: 'window' });
    ctx.clock.offset = 11 * minute;
    await deliver(ctx, ids[1] ?? '');
    expect(arrived()).toEqual(['m0', 'm2', 'm1']);
  });

  it('is kept by workers that take two messages of one person at once', async () => {
    server.behaviour.delayMs = 100;
    const ids = [];
    for (let at = 0; at < 4; at++) ids.push((await queue(ctx, { dedupeKey: `m${at}`, topic: `parcel:${at}` })).id);
    await Promise.all(ids.map((id) => deliver(ctx, id)));
    server.behaviour.delayMs = 0;
    expect(server.received).toHaveLength(1);
  });

  it('holds neither what is urgent nor an answer, and an answer begins none', async () => {
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'code' })).id);
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'shipped', topic: 'parcel:1' })).id);
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'out for delivery', topic: 'parcel:2', urgent: true })).id);
    await deliver(ctx, (await queue(ctx, { dedupeKey: 'another code' })).id);
    expect(arrived()).toEqual(['code', 'shipped', 'out for delivery', 'another code']);
  });
});

describe('what is urgent', () => {
  it('is what the merchant says, kind by kind, whatever who wrote the message thinks', async () => {
    at('2046-11-22T23:30:00Z');
    await say({ quietEmail: true, urgent: { 'notices.shipped': true, 'notices.delivered': false } });
    const woken = await queue(ctx, { dedupeKey: 'shipped', topic: 'parcel:1', kind: 'notices.shipped' });
    const waits = await queue(ctx, { dedupeKey: 'delivered', topic: 'parcel:2', kind: 'notices.delivered', urgent: true, to: 'bob@example.com' });
    const asWritten = await queue(ctx, { dedupeKey: 'attempted', topic: 'parcel:3', kind: 'notices.attempted', urgent: true, to: 'eve@example.com' });
    for (const { id } of [woken, waits, asWritten]) await deliver(ctx, id);
    expect([arrived(), await fate(ctx, waits.id)]).toMatchObject([['shipped', 'attempted'], { state: 'queued', held: 'quiet_hours' }]);
  });

  it('is read from settings that were saved before it could be said', async () => {
    const { urgent: _, ...before } = voiceSetting.initial;
    await ctx.tx((tx) => tx.settings.create({ data: { name: 'voice', value: { ...before, pauseMinutes: 3 }, version: 1 } }));
    expect((await ctx.tx((tx) => readSetting(tx, voiceSetting))).value).toEqual({ ...voiceSetting.initial, pauseMinutes: 3 });
  });
});
