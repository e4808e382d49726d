import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endFollowings, forgetSource, saveSource, sourceViews, testSource, wantFollowings } from '../../app/modules/parcels/index.server.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { sourcesSetting } from '../../app/modules/parcels/sources/source-setting.ts';
import { hoursAgo, openSourcesStage } from './sources-stage.ts';

let stage: Awaited<ReturnType<typeof openSourcesStage>>;
beforeAll(async () => {
  stage = await openSourcesStage();
});
afterAll(() => stage.close());

describe('what is followed', () => {
  const number = '1Z999AA10123456784';

  it('is registered again where 17TRACK says that it does not know it', async () => {
    const { ctx, account } = await stage.following('17track', number);
    account.parcels.clear();
    ctx.clock.offset = 7 * 3_600_000;
    await stage.follow(ctx);
    expect([...account.parcels.keys()]).toEqual([number]);
    expect(await stage.followings(ctx)).toMatchObject([{ state: 'following' }]);
  });

  it('and not known right after it was registered is left alone for hours', async () => {
    const { ctx, account } = await stage.following('17track', number);
    account.parcels.clear();
    ctx.clock.offset = 20 * 60_000;
    await stage.follow(ctx);
    expect(account.parcels.size).toBe(0);
    expect((await stage.followings(ctx))[0]?.next_poll_at?.getTime()).toBeGreaterThan(ctx.clock.now().getTime() + 2 * 3_600_000);
  });

  it('is one following for a number that two orders share, and both are told', async () => {
    const { ctx, account, orderId, key, address } = await stage.following('17track', number);
    const second = await stage.ship(ctx, '1Z 999 AA1 01 2345 6784');
    await stage.wantParcelsOf(ctx, second);
    await stage.follow(ctx);
    expect(account.parcels.size).toBe(1);
    await stage.carriers.advance('17track', key, number, { code: 'Delivered_Other', text: 'Delivered', at: hoursAgo(5) });
    await stage.send('17track', address, stage.pushOf('17track', key, number));
    await stage.drain(ctx);
    expect(await stage.scans(ctx, orderId)).toHaveLength(1);
    expect(await stage.scans(ctx, second)).toHaveLength(1);
  });

  it('ends when no open parcel has the number, and begins again when one does', async () => {
    const { ctx, orderId } = await stage.following('17track', number);
    await ctx.tx((tx) => endFollowings(tx, [number]));
    expect(await stage.followings(ctx)).toMatchObject([{ state: 'following' }]);
    await ctx.tx((tx) => tx.parcels.updateMany({ where: { order_id: orderId }, data: { settled_at: new Date() } }));
    await ctx.tx((tx) => endFollowings(tx, [number]));
    expect(await stage.followings(ctx)).toMatchObject([{ state: 'ended', next_poll_at: null }]);
    await stage.wantParcelsOf(ctx, orderId);
    expect(await stage.followings(ctx)).toMatchObject([{ state: 'following' }]);
  });

  it('goes to 17TRACK forty numbers a call', async () => {
    const ctx = await stage.newShop();
    const account = stage.carriers.account('17track', 'many');
    await stage.connect(ctx, '17track', 'many');
    await ctx.tx((tx) => wantFollowings(tx, Array.from({ length: 90 }, (_, at) => ({ number: `LX${String(at).padStart(9, '0')}CN`, carrier: null }))));
    await stage.follow(ctx);
    expect(account.calls.filter(({ call }) => call.endsWith('register'))).toHaveLength(3);
    expect(account.parcels.size).toBe(90);
  });

  it('leaves out what happened long before the parcel was sent: carriers use numbers again', async () => {
    const { ctx, orderId, key, address } = await stage.following('17track', number);
    await stage.carriers.advance('17track', key, number, { code: 'Delivered_Other', text: 'Delivered', at: hoursAgo(24 * 200) });
    await stage.send('17track', address, stage.pushOf('17track', key, number));
    await stage.drain(ctx);
    expect(await stage.scans(ctx, orderId)).toEqual([]);
  });

  it('is not held up by text that a database refuses', async () => {
    const { ctx, orderId, key, address } = await stage.following('17track', number);
    await stage.carriers.advance('17track', key, number, { code: 'Delivered_Other', text: 'Deli\u0000vered \ud800', at: hoursAgo(5), city: 'Ber\u0000lin' });
    await stage.carriers.advance('17track', key, number, { code: 'InTransit_Other', text: 'Far away', at: '9999-12-31T23:59:59Z' });
    expect((await stage.send('17track', address, stage.pushOf('17track', key, number))).status).toBe(200);
    await stage.drain(ctx);
    expect(await stage.scans(ctx, orderId)).toMatchObject([{ status: 'delivered', city: 'Berlin' }]);
    ctx.clock.offset = 7 * 3_600_000;
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'ok' } }]);
  });

  it('hears a new date even where there is no new scan', async () => {
    const { ctx, orderId, key, address, account } = await stage.following('17track', number);
    await stage.carriers.advance('17track', key, number, { code: 'InTransit_Other', text: 'Moving', at: hoursAgo(30), estimatedDelivery: '2026-12-01' });
    await stage.send('17track', address, stage.pushOf('17track', key, number));
    const newest = account.parcels.get(number)?.scans.at(-1);
    if (newest) newest.estimatedDelivery = '2026-12-03';
    await stage.send('17track', address, stage.pushOf('17track', key, number));
    await stage.drain(ctx);
    const dates = (await stage.scans(ctx, orderId)).map(({ estimated_delivery_at }) => estimated_delivery_at?.toISOString().slice(0, 10));
    expect(dates).toEqual(['2026-12-01', '2026-12-03']);
  });
});

describe('the merchant’s key', () => {
  it('is stored sealed and never shown: only its end', async () => {
    const ctx = await stage.newShop();
    await stage.connect(ctx, 'easypost', 'EZAK-very-secret-1234');
    const [row] = await ctx.tx((tx) => tx.settings.findMany({ where: { name: 'tracking-sources' } }));
    const shown = JSON.stringify(await ctx.tx((tx) => sourceViews(tx, 'https://app.example.com')));
    for (const text of [JSON.stringify(row?.value), shown]) expect(text).not.toMatch(/very-secret/);
    expect(shown).toContain('"keyEnd":"1234"');
  });

  it('stays when the form leaves it empty, and the address to push to stays the same', async () => {
    const { ctx, address, account, key } = await stage.following('aftership', '00340434161094022115');
    expect(await stage.connect(ctx, 'aftership', '', { webhookSecret: '' })).toBe(address);
    expect(await testSource(ctx, stage.sealer, 'aftership')).toEqual({ works: true });
    expect(account.key).toBe(key);
  });

  it.each([
    [{ source: 'easypost', key: '' }, { key: 'required', webhookSecret: 'required' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'http://karrio.example.com' }, { address: 'address' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'https://localhost:5002' }, { address: 'address' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'https://169.254.169.254/' }, { address: 'address' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'https://karrio.internal./' }, { address: 'address' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'https://localhost./' }, { address: 'address' }],
    [{ source: 'karrio', key: 'k', webhookSecret: 's', address: 'https://127.0.0.1./' }, { address: 'address' }],
    [{ source: 'carrier-pigeon', key: 'k' }, { source: 'source' }],
  ])('%j is not accepted', async (fields, errors) => {
    const ctx = await stage.newShop();
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    expect(await saveSource(ctx, stage.sealer, form, null)).toEqual({ errors: { fields: errors, form: null } });
  });

  it('is gone when the source is forgotten: nothing is followed and pushes are refused', async () => {
    const { ctx, address } = await stage.following('17track', '1Z999AA10123456784');
    await forgetSource(ctx, '17track', 'Ada');
    expect(await stage.followings(ctx)).toEqual([]);
    expect((await ctx.tx((tx) => readSetting(tx, sourcesSetting))).value.connections).toEqual([]);
    expect((await stage.send('17track', address, { body: '{}', headers: {} })).status).toBe(404);
  });
});
