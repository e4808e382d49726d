import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endFollowings, testSource } from '../../app/modules/parcels/index.server.ts';
import { hoursAgo, openSourcesStage, providers } from './sources-stage.ts';

let stage: Awaited<ReturnType<typeof openSourcesStage>>;
beforeAll(async () => {
  stage = await openSourcesStage();
});
afterAll(() => stage.close());

describe.each(providers)('%s', (provider, number, moving, delivered, exception) => {
  it('follows an open parcel, and keeps what it is pushed: scans, story, order to look at', async () => {
    const { ctx, account, orderId, address, key } = await stage.following(provider, number);
    expect([...account.parcels.keys()]).toEqual([number]);
    expect(await stage.followings(ctx)).toMatchObject([{ source: provider, number, state: 'following' }]);

    await stage.carriers.advance(provider, key, number, { code: moving, text: 'Arrived at facility', at: hoursAgo(20), city: 'Leipzig', country: 'DE' });
    await stage.carriers.advance(provider, key, number, { code: exception, text: 'A scan', at: hoursAgo(10), city: 'Leipzig', country: 'DE' });
    await stage.carriers.advance(provider, key, number, { code: delivered, text: 'Delivered', at: hoursAgo(5), city: 'Berlin', country: 'DE' });
    const push = stage.pushOf(provider, key, number);
    expect((await stage.send(provider, address, push)).status).toBe(200);
    await stage.drain(ctx);

    const scans = await stage.scans(ctx, orderId);
    expect(scans.filter(({ code }) => code !== 'estimate').map(({ status }) => status)).toEqual(['in_transit', 'exception', 'delivered']);
    expect((await stage.journal(ctx, orderId)).map(({ type }) => type)).toEqual(['shipment.scanned', 'shipment.exception', 'shipment.delivered']);
    expect(await stage.followings(ctx)).toMatchObject([{ last_news_at: expect.any(Date) }]);
  });

  it('takes the same news twice as once', async () => {
    const { ctx, orderId, address, key } = await stage.following(provider, number);
    await stage.carriers.advance(provider, key, number, { code: moving, text: 'Arrived', at: hoursAgo(20), city: 'Leipzig', country: 'DE' });
    const push = stage.pushOf(provider, key, number);
    for (let time = 0; time < 2; time += 1) {
      expect((await stage.send(provider, address, push)).status).toBe(200);
      await stage.drain(ctx);
    }
    const again = provider === 'karrio' || provider === '17track' ? push : stage.pushOf(provider, key, number);
    expect((await stage.send(provider, address, again)).status).toBe(200);
    await stage.drain(ctx);
    expect(await stage.scans(ctx, orderId)).toHaveLength(1);
    expect(await stage.journal(ctx, orderId)).toHaveLength(1);
  });

  it('is believed only with its signature over exactly these bytes', async () => {
    const { ctx, orderId, address, key } = await stage.following(provider, number);
    await stage.carriers.advance(provider, key, number, { code: moving, text: 'Arrived', at: hoursAgo(20) });
    const push = stage.pushOf(provider, key, number);
    const [header = ''] = Object.keys(push.headers);
    expect((await stage.send(provider, address, { ...push, headers: {} })).status).toBe(401);
    expect((await stage.send(provider, address, { ...push, headers: { [header]: 'forged' } })).status).toBe(401);
    if (provider !== 'karrio') expect((await stage.send(provider, address, { ...push, body: push.body.replace('Arrived', 'Stolen') })).status).toBe(401);
    await stage.drain(ctx);
    expect(await stage.scans(ctx, orderId)).toEqual([]);
  });

  it('is not let in with another shop’s token, and tells that shop nothing', async () => {
    const one = await stage.following(provider, number);
    const other = await stage.following(provider, number);
    await stage.carriers.advance(provider, one.key, number, { code: moving, text: 'Arrived', at: hoursAgo(20) });
    const push = stage.pushOf(provider, one.key, number);
    expect((await stage.send(provider, other.address, push)).status).toBe(401);
    expect((await stage.send(provider, one.address.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')), push)).status).toBe(404);
    await stage.drain(other.ctx);
    expect(await stage.scans(other.ctx, other.orderId)).toEqual([]);
  });

  it('is asked for a parcel that was silent', async () => {
    const { ctx, orderId, key } = await stage.following(provider, number);
    await stage.carriers.advance(provider, key, number, { code: moving, text: 'Arrived', at: hoursAgo(20) });
    ctx.clock.offset = 7 * 3_600_000;
    await stage.follow(ctx);
    expect(await stage.scans(ctx, orderId)).toMatchObject([{ source: provider, status: 'in_transit' }]);
    expect((await stage.followings(ctx))[0]?.next_poll_at?.getTime()).toBeGreaterThan(ctx.clock.now().getTime() + 2 * 3_600_000);
  });

  it('that is asked too often is left alone for a while, and then answers', async () => {
    const ctx = await stage.newShop();
    const account = stage.carriers.account(provider, `${provider}-slow`, { slowDown: 1, webhookSecret: 's' });
    account.parcels.clear();
    await stage.wantParcelsOf(ctx, await stage.ship(ctx, number));
    await stage.connect(ctx, provider, `${provider}-slow`);
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'slow_down', pausedUntil: expect.any(Date) }, counts: { wanted: 1 } }]);
    const calls = account.calls.length;
    await stage.follow(ctx);
    expect(account.calls).toHaveLength(calls);
    ctx.clock.offset = 10 * 60_000;
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'ok', pausedUntil: null }, counts: { wanted: 0, following: 1 } }]);
  });

  it('whose account is used up says so to the merchant; the parcel stays wanted until there is room', async () => {
    const ctx = await stage.newShop();
    stage.carriers.account(provider, `${provider}-empty`, { quota: 0 });
    await stage.wantParcelsOf(ctx, await stage.ship(ctx, number));
    await stage.connect(ctx, provider, `${provider}-empty`);
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'quota', words: expect.stringMatching(/\w/) }, counts: { wanted: 1, following: 0 } }]);
    stage.carriers.account(provider, `${provider}-empty`, { quota: 5 });
    await testSource(ctx, stage.sealer, provider);
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'ok', pausedUntil: null }, counts: { wanted: 0, following: 1 } }]);
  });

  it('that does not answer stops nothing, and is asked again', async () => {
    const ctx = await stage.newShop();
    stage.carriers.account(provider, `${provider}-far`);
    await stage.wantParcelsOf(ctx, await stage.ship(ctx, number));
    await stage.connect(ctx, provider, `${provider}-far`);
    stage.reach.down = true;
    await stage.follow(ctx);
    stage.reach.down = false;
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'down', failures: 1 } }]);
    ctx.clock.offset = 20 * 60_000;
    await stage.follow(ctx);
    expect(await stage.followings(ctx)).toMatchObject([{ state: 'following' }]);
  });

  it('whose key was withdrawn is shown with its words, until the key works again', async () => {
    const { ctx, account } = await stage.following(provider, number);
    account.withdrawn = true;
    expect(await testSource(ctx, stage.sealer, provider)).toMatchObject({ works: false, kind: 'key' });
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'key' } }]);
    account.withdrawn = false;
    expect(await testSource(ctx, stage.sealer, provider)).toEqual({ works: true });
    expect(await stage.health(ctx)).toMatchObject([{ state: { state: 'ok', words: null } }]);
  });

  it('is told of every parcel anew when the merchant puts in another account’s key', async () => {
    const { ctx, orderId } = await stage.following(provider, number);
    const other = stage.carriers.account(provider, `${provider}-other-${Math.random()}`);
    await stage.connect(ctx, provider, other.key);
    await stage.follow(ctx);
    expect([...other.parcels.keys()]).toEqual([number]);
    await stage.carriers.advance(provider, other.key, number, { code: moving, text: 'Arrived', at: hoursAgo(20) });
    ctx.clock.offset = 7 * 3_600_000;
    await stage.follow(ctx);
    expect(await stage.scans(ctx, orderId)).toMatchObject([{ source: provider, status: 'in_transit' }]);
  });

  it('asks another account for what the first one refused, and for what had ended when it is open again', async () => {
    const ctx = await stage.newShop();
    stage.carriers.account(provider, `${provider}-choosy`, { refuses: [number] });
    const orderId = await stage.ship(ctx, number);
    await stage.connect(ctx, provider, `${provider}-choosy`);
    await stage.wantParcelsOf(ctx, orderId);
    await stage.follow(ctx);
    const ended = await stage.ship(ctx, 'LX123456785CN');
    await stage.wantParcelsOf(ctx, ended);
    await stage.follow(ctx);
    await ctx.tx((tx) => tx.parcels.updateMany({ where: { order_id: ended }, data: { settled_at: new Date() } }));
    await ctx.tx((tx) => endFollowings(tx, ['LX123456785CN']));
    await stage.connect(ctx, provider, stage.carriers.account(provider, `${provider}-second-${Math.random()}`).key);
    expect(await stage.followings(ctx)).toMatchObject([{ number, state: 'wanted', refusal: null }, { state: 'ended' }]);
    await stage.wantParcelsOf(ctx, ended);
    expect((await stage.followings(ctx)).map(({ state }) => state)).toEqual(['wanted', 'wanted']);
  });

  it('that refuses a number is quoted', async () => {
    const ctx = await stage.newShop();
    stage.carriers.account(provider, `${provider}-picky`, { refuses: [number] });
    await stage.wantParcelsOf(ctx, await stage.ship(ctx, number));
    await stage.connect(ctx, provider, `${provider}-picky`);
    await stage.follow(ctx);
    expect(await stage.health(ctx)).toMatchObject([{ counts: { refused: 1, refusals: [{ number, words: expect.stringMatching(/\w/) }] } }]);
  });
});

describe('the door of the sources', () => {
  const push = { body: '{}', headers: {} };

  it('knows no source but its own, no token but a shop’s, and no method but POST', async () => {
    const { address } = await stage.following('17track', '1Z999AA10123456784');
    expect((await stage.send('ups', address, push)).status).toBe(404);
    expect((await stage.send('17track', 'https://app.example.com/inbound/tracking/17track', push)).status).toBe(404);
    expect((await stage.send('17track', 'https://app.example.com/inbound/tracking/17track?token=1-guessed', push)).status).toBe(404);
    expect((await stage.send('aftership', address, push)).status).toBe(404);
    expect((await stage.send('17track', address, push, 'GET')).status).toBe(405);
    expect((await stage.send('17track', address, { ...push, body: 'x'.repeat(2 * 1024 * 1024 + 1) })).status).toBe(413);
  });
});
