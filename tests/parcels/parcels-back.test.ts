import { afterAll, beforeAll, expect, it } from 'vitest';
import { followParcelsBack, parcelsBack } from '../../app/modules/parcels/index.server.ts';
import { hoursAgo, openSourcesStage } from './sources-stage.ts';

let stage: Awaited<ReturnType<typeof openSourcesStage>>;
beforeAll(async () => {
  stage = await openSourcesStage();
});
afterAll(() => stage.close());

const there = '1Z999AA10123456784';
const back = '00340434161094022115';
const told = { id: '71', number: back, company: null, url: null, awaited: true };

it('a parcel on its way back is followed by the connected sources and stands as they tell it, until it arrived', async () => {
  const { ctx, account, orderId, key, address } = await stage.following('17track', there);
  await ctx.tx((tx) => followParcelsBack(tx, orderId, [told], ctx.clock.now()));
  await stage.follow(ctx);
  expect([...account.parcels.keys()]).toEqual([there, back]);
  await stage.carriers.advance('17track', key, back, { code: 'InTransit_Other', text: 'In transit', at: hoursAgo(9) });
  await stage.send('17track', address, stage.pushOf('17track', key, back));
  await stage.drain(ctx);
  expect(await ctx.tx((tx) => parcelsBack(tx, [orderId]))).toMatchObject([{ id: '71', status: 'in_transit', arrivedAt: null }]);
  expect((await stage.followings(ctx)).map(({ number, state }) => [number, state])).toContainEqual([back, 'following']);
  await stage.carriers.advance('17track', key, back, { code: 'Delivered_Other', text: 'Delivered', at: hoursAgo(2) });
  await stage.send('17track', address, stage.pushOf('17track', key, back));
  await stage.drain(ctx);
  expect(await ctx.tx((tx) => parcelsBack(tx, [orderId]))).toMatchObject([{ status: 'delivered', arrivedAt: expect.any(Date) }]);
  expect((await stage.followings(ctx)).map(({ number, state }) => [number, state])).toContainEqual([back, 'ended']);
});

it('a source that is connected later follows what is already on its way back; what nobody awaits is followed by none', async () => {
  const ctx = await stage.newShop();
  const orderId = await stage.ship(ctx, there);
  await ctx.tx((tx) => followParcelsBack(tx, orderId, [told, { ...told, id: '72', number: '00340434161094015902', awaited: false }], ctx.clock.now()));
  const account = stage.carriers.account('17track', 'later');
  await stage.connect(ctx, '17track', 'later');
  await stage.follow(ctx);
  expect([...account.parcels.keys()].toSorted()).toEqual([back, there].toSorted());
});
