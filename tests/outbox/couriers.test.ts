import { expect, it } from 'vitest';
import { addressStandings, deliverMessage, queueMessage, suppress, type Courier, type Transports } from '../../app/modules/outbox/index.server.ts';
import { DeliveryFailure } from '../../app/platform/mail/delivery-failure.ts';
import { addOrder, notice, setOutboxStage } from './stage.ts';

const { newShop, queue, deliver, fate, arrived, transports: house } = await setOutboxStage();
const carried = { kind: 'notices.shipped', reason: 'The parcel was handed to the carrier.', locale: 'en', text: 'Your parcel left.' };

function withCourier(send: Courier['send'] = async () => ({ provider: 'klaviyo', providerId: 'k-1' })) {
  const taken: Parameters<Courier['send']>[0][] = [];
  const courier: Courier = {
    send(parcel) {
      taken.push(parcel);
      return send(parcel);
    },
  };
  const transports: Transports = { ...house, couriers: { klaviyo: courier, whatsapp: courier } };
  return { taken, transports };
}

it('what another service makes a message of reaches its courier whole, under one id for every attempt', async () => {
  const ctx = await newShop();
  let tries = 0;
  const { taken, transports } = withCourier(() => (tries++ === 0 ? Promise.reject(new DeliveryFailure('temporary', 'Not now.')) : Promise.resolve({ provider: 'klaviyo', providerId: 'k-1' })));
  const payload = { metric: 'Parcel shipped', properties: { order: '#1', items: ['Wool socks', '包裹'] } };
  const { id } = await ctx.tx((tx) => queueMessage(tx, { ...carried, channel: 'klaviyo', to: 'ada@example.com', payload, dedupeKey: 'one' }));
  await deliverMessage(ctx, transports, { id });
  await deliverMessage({ ...ctx, clock: { now: () => new Date(Date.now() + 5 * 60_000) } }, transports, { id });
  expect(taken).toEqual([1, 2].map(() => ({ id: `${ctx.shop.id}.${id}`, to: 'ada@example.com', payload })));
  expect(await fate(ctx, id)).toMatchObject({ state: 'sent' });
});

it('what nothing carries any more fails and says so', async () => {
  const ctx = await newShop();
  const { id } = await ctx.tx((tx) => queueMessage(tx, { ...carried, channel: 'flow', to: '#1001', payload: {}, dedupeKey: 'one' }));
  await deliver(ctx, id);
  expect(await fate(ctx, id)).toMatchObject({ state: 'failed', outcome: 'What carries it is not connected any more.' });
});

it('who called our mail spam is not told by Klaviyo either; a number is a number of its own at WhatsApp', async () => {
  const ctx = await newShop();
  const { taken, transports } = withCourier();
  await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'ada@example.com', cause: 'complained', at: new Date() }));
  await ctx.tx((tx) => suppress(tx, { channel: 'sms', address: '+4915123456789', cause: 'stopped', at: new Date() }));
  const one = await ctx.tx((tx) => queueMessage(tx, { ...carried, channel: 'klaviyo', to: 'ada@example.com', payload: {}, dedupeKey: 'one' }));
  const two = await ctx.tx((tx) => queueMessage(tx, { ...carried, channel: 'whatsapp', to: '+4915123456789', payload: {}, dedupeKey: 'two' }));
  for (const { id } of [one, two]) await deliverMessage(ctx, transports, { id });
  expect([await fate(ctx, one.id), await fate(ctx, two.id)]).toMatchObject([{ state: 'dropped', held: 'suppressed' }, { state: 'sent' }]);
  expect(taken.map(({ to }) => to)).toEqual(['+4915123456789']);
});

it('one thing told on two ways needs no pause between them; the next thing does', async () => {
  const ctx = await newShop();
  await addOrder(ctx, '1');
  const { taken, transports } = withCourier();
  const about = { topic: 'parcel:7', rank: 3, orderId: '1' };
  const mail = await queue(ctx, { dedupeKey: 'mail', ...about });
  const other = await ctx.tx((tx) => queueMessage(tx, { ...carried, ...about, channel: 'klaviyo', to: 'ada@example.com', payload: {}, dedupeKey: 'other way' }));
  const next = await ctx.tx((tx) => queueMessage(tx, { ...notice({ dedupeKey: 'next thing' }), ...about, topic: 'parcel:8' }));
  for (const { id } of [mail, other, next]) await deliverMessage(ctx, transports, { id });
  expect([arrived(), taken.length, (await fate(ctx, next.id)).held]).toEqual([['mail'], 1, 'window']);
});

it('staff see on the order that its number said stop at WhatsApp, though it stands only with the address', async () => {
  const ctx = await newShop();
  await addOrder(ctx, '1', { email: 'ada@example.com', shipping_address: { countryCode: 'DE', phone: '+4915123456789' } });
  expect(await addressStandings(ctx, '1')).toEqual([]);
  await ctx.tx((tx) => suppress(tx, { channel: 'whatsapp', address: '+4915123456789', cause: 'stopped', at: new Date() }));
  expect(await addressStandings(ctx, '1')).toMatchObject([{ channel: 'whatsapp', address: '+4915123456789', suppressed: 'stopped' }]);
});

it('staff see of every number that notices of the order may go to that it said stop, also of one without a country code and of the customer’s own', async () => {
  const ctx = await newShop();
  await addOrder(ctx, '1', { email: 'ada@example.com', shipping_address: { countryCode: 'DE', phone: '0151 23456789' } });
  await ctx.tx((tx) => tx.$executeRaw`insert into customers (id) values ('7')`);
  await ctx.tx((tx) => tx.$executeRaw`insert into customer_contacts (customer_id, kind, value, source) values ('7', 'phone', '+4915199999999', 'customer')`);
  await ctx.tx((tx) => tx.$executeRaw`update orders set customer_id = '7' where id = '1'`);
  for (const address of ['+4915123456789', '+4915199999999']) await ctx.tx((tx) => suppress(tx, { channel: 'sms', address, cause: 'stopped', at: new Date() }));
  expect((await addressStandings(ctx, '1')).map(({ channel, address }) => [channel, address])).toEqual([['sms', '+4915123456789'], ['sms', '+4915199999999']]);
});
