import { describe, expect, it } from 'vitest';
import { noticesStillTrue } from '#app/modules/notices/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { checkpoint } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const scan = (id: string, status: string, at: number) => checkpoint(id, '1', '1', status, hours(at));

describe('a parcel on its way', () => {
  it('is told when it left, goes out and arrives: each once, in the customer’s language, with a way to its page', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder({ customer_locale: 'de' }), parcel());
    await shop.hear(5, scan('1', 'in_transit', 4));
    await shop.hear(25, scan('2', 'out_for_delivery', 24));
    await shop.hear(29, scan('3', 'delivered', 28));
    await shop.hear(30, scan('3', 'delivered', 28));
    expect(await shop.kinds()).toEqual(['shipped', 'out_for_delivery', 'delivered']);
    const [first] = await shop.messages();
    expect(first).toMatchObject({ recipient: 'ada@example.com', locale: 'de', subject: 'Nordlicht: Ihre Bestellung #1 ist unterwegs', reason: 'A parcel was sent.', order_id: '1' });
    for (const part of ['Ihre Bestellung ist unterwegs', 'Wool socks', '00340434161094022115', 'https://shop.example.com/apps/aftercare/track?key=1']) {
      expect(first?.text_body).toContain(part);
      expect(first?.html_body).toContain(part);
    }
  });

  it('from abroad is told at its first scan and in the customer’s country, once each, where the shop wants its stops told', async () => {
    const shop = await stage.newShop();
    await changeSetting(shop.ctx, noticesSetting, { value: { ...noticesSetting.initial, kinds: { in_transit: { on: true, since: hours(0) } } }, version: 0, by: null });
    const from = (country: string, id: string, at: number) => ({ ...scan(id, 'in_transit', at), facts: { ...scan(id, 'in_transit', at).facts, country } });
    await shop.hear(5, berlinOrder(), parcel(), from('CN', '1', 4));
    await shop.hear(9, from('CN', '2', 8));
    await shop.sent();
    await shop.hear(31, from('DE', '3', 30));
    await shop.hear(34, from('DE', '4', 33));
    const told = (await shop.messages()).filter(({ kind }) => kind === 'notices.in_transit');
    expect(told.map(({ subject }) => subject)).toEqual(['Nordlicht: the carrier has your parcel from order #1', 'Nordlicht: your parcel from order #1 has reached your country']);
  });

  it('heard of all at once is told by its newest truth alone', async () => {
    const shop = await stage.newShop();
    await shop.hear(29, berlinOrder(), parcel(), scan('3', 'delivered', 28), scan('1', 'in_transit', 4), scan('2', 'out_for_delivery', 24));
    expect(await shop.kinds()).toEqual(['delivered']);
  });

  it('is told once however many look at it at the same time', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel());
    await Promise.all([shop.decide(1), shop.decide(1), shop.decide(2)]);
    expect(await shop.kinds()).toEqual(['shipped']);
  });

  it('that leaves with another is told with it', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel({ numbers: ['00340434161094022115', '00340434161094022122'] }));
    const [message, ...more] = await shop.messages();
    expect(more).toEqual([]);
    expect(message?.text_body).toContain('Your order is on its way in 2 parcels');
    expect(await shop.notices()).toMatchObject([{ state: 'queued', message_id: message?.id }, { state: 'queued', message_id: message?.id }]);
  });

  it('is told of a second try to deliver on another day, not twice on one', async () => {
    const shop = await stage.newShop();
    await shop.hear(25, berlinOrder(), parcel(), scan('1', 'out_for_delivery', 24));
    await shop.sent();
    await shop.hear(27, scan('2', 'out_for_delivery', 26));
    await shop.hear(49, scan('3', 'out_for_delivery', 48));
    expect(await shop.kinds()).toEqual(['out_for_delivery', 'out_for_delivery']);
  });
});

describe('a parcel in trouble', () => {
  it('that is late is told with the day it was promised for, the new one where there is one, and a link to a choice; a further slip is worded otherwise', async () => {
    const shop = await stage.newShop();
    const slip = (id: string, at: number, day: string) => ({ ...scan(id, 'in_transit', at), facts: { ...scan(id, 'in_transit', at).facts, estimated_delivery_at: day } });
    await shop.hear(6, berlinOrder(), parcel(), slip('1', 5, '2026-11-05T18:00:00Z'));
    await shop.hear(60, slip('2', 58, '2026-11-07T18:00:00Z'));
    await shop.sent();
    await shop.hear(100, slip('3', 98, '2026-11-10T18:00:00Z'));
    await shop.sent();
    await shop.hear(170, slip('4', 168, '2026-11-12T18:00:00Z'));
    const delays = (await shop.messages()).filter(({ kind }) => kind === 'notices.delay');
    expect(delays.map(({ subject }) => subject)).toEqual(['Nordlicht: your parcel from order #1 is late', 'Nordlicht: your parcel from order #1 is delayed again', 'Nordlicht: your parcel from order #1 is still delayed']);
    expect(delays[0]?.text_body).toContain('You were told Thursday, November 5. We now expect it: Saturday, November 7.');
    for (const { html_body, text_body } of delays) {
      expect(text_body).toMatch(/It is your choice.* make your choice \(https:\/\/\S+&report=late\)/);
      expect(html_body).toMatch(/href="https:\/\/[^"]+&amp;report=late"/);
    }
  });

  it('is told with its cause and what to do', async () => {
    const shop = await stage.newShop();
    await shop.hear(6, berlinOrder(), parcel(), scan('1', 'failure', 5));
    expect(await shop.kinds()).toEqual(['exception']);
  });
});

describe('nothing is told', () => {
  it.each([
    ['a test order', { test: true }],
    ['a cancelled order', { cancelled_at: hours(0) }],
  ])('of %s', async (_, facts) => {
    const shop = await stage.newShop();
    await shop.hear(6, berlinOrder(facts), parcel(), scan('1', 'out_for_delivery', 5));
    await shop.decide(6);
    expect(await shop.kinds()).toEqual([]);
  });

  it('of an order older than the app, nor is it looked at', async () => {
    const shop = await stage.newShop({ installedAt: new Date(hours(3)) });
    await shop.hear(6, berlinOrder(), parcel(), scan('1', 'out_for_delivery', 5));
    expect(await shop.woken()).toEqual([]);
    await shop.decide(6);
    expect(await shop.kinds()).toEqual([]);
  });

  it('that is old news when it is heard', async () => {
    const shop = await stage.newShop();
    await shop.hear(80, berlinOrder(), parcel(), scan('1', 'delivered', 30));
    expect(await shop.kinds()).toEqual([]);
  });

  it('of a kind that is switched off, nor later of what happened meanwhile', async () => {
    const shop = await stage.newShop();
    await changeSetting(shop.at(0), noticesSetting, { value: { kinds: { shipped: { on: false, since: hours(0) } } }, version: 0, by: null });
    await shop.hear(1, berlinOrder(), parcel());
    await changeSetting(shop.at(2), noticesSetting, { value: { kinds: { shipped: { on: true, since: hours(2) } } }, version: 1, by: null });
    await shop.decide(3);
    expect(await shop.kinds()).toEqual([]);
  });

  it('where there is no address: that is kept as the reason', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder({ email: null }), parcel());
    expect(await shop.notices()).toMatchObject([{ kind: 'shipped', state: 'held', held_for: 'no_address' }]);
  });

  it('of a parcel that staff wrote about a moment ago', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel());
    await shop.ctx.tx((tx) => tx.outbox.create({ data: { channel: 'email', kind: 'parcels.told', reason: 'r', order_id: '1', recipient: 'ada@example.com', locale: 'en', text_body: '', dedupe_key: 'told', person: 'ada@example.com', created_at: new Date(hours(4)) } }));
    await shop.hear(6, scan('1', 'failure', 5));
    expect((await shop.notices()).filter(({ kind }) => kind === 'exception')).toMatchObject([{ state: 'held', held_for: 'told_by_staff' }]);
  });
});

describe('a notice that waits in the outbox', () => {
  const stillTrue = async (shop: Awaited<ReturnType<typeof stage.newShop>>, at: number) => {
    const [message] = await shop.messages();
    if (!message) throw new Error('There is no message.');
    return shop.ctx.tx(async (tx) => (await noticesStillTrue(shop.ctx).stillTrue(tx, [message], new Date(hours(at))))(message));
  };

  it('is true while it is so, and no more once the parcel moved on', async () => {
    const shop = await stage.newShop();
    await shop.hear(25, berlinOrder(), parcel(), scan('1', 'out_for_delivery', 24));
    expect(await stillTrue(shop, 26)).toBe(true);
    await shop.hear(28, scan('2', 'delivered', 27));
    expect(await stillTrue(shop, 28)).toEqual({ untrue: 'It was no longer true when its turn came.' });
  });
});
