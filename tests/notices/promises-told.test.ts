import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import type { NoticeKind } from '#app/modules/notices/kinds.ts';
import { sampleOf } from '#app/modules/notices/sample.ts';
import { draftNotice } from '#app/modules/notices/text/draft-notice.ts';
import { draftSms } from '#app/modules/notices/text/draft-sms.ts';
import { promisesTold } from '#app/modules/notices/text/promises-told.ts';
import { carriedMessage } from '#app/modules/notices/ways/carried-message.ts';
import { openNoticesStage, berlinOrder, hours, parcel } from './stage.ts';
import { checkpoint } from '../orders/snapshots.ts';

const stage = await openNoticesStage();
const shop = { name: 'Nordlicht', locales: ['en'] };
const now = new Date('2026-11-21T12:00:00Z');
const telling = (kind: NoticeKind, locale: string) => ({
  kind, order: { name: '#1', locale, zone: 'Europe/Berlin' }, ...sampleOf({ kind, situation: null, real: null, orderId: '1', now }), lines: [], link: 'https://shop.example.com/track', now,
});
const promised = [{ shipmentId: '0', from: '2026-11-23', to: '2026-11-24', source: 'carrier', slips: 0 }];

describe.each(customerLocales)('in %s, the day that is kept as shown', (locale) => {
  it('is the one that a mail, a text message and a service are given', () => {
    const shipped = telling('shipped', locale);
    expect(promisesTold(locale, shipped, JSON.stringify(draftNotice(shop, shipped)))).toEqual(promised);
    expect(promisesTold(locale, shipped, draftSms(shop, shipped).text)).toEqual(promised);
    const { payload } = carriedMessage(shop, { channel: 'flow', to: 'ada@example.com' }, '1', shipped);
    expect(promisesTold(locale, shipped, JSON.stringify(payload))).toEqual(promised);
  });

  it('is none where the words name none', () => {
    const coming = telling('out_for_delivery', locale);
    expect(promisesTold(locale, coming, JSON.stringify(draftNotice(shop, coming)))).toEqual([]);
    expect(promisesTold(locale, coming, draftSms(shop, coming).text)).toEqual([]);
  });
});

it('a notice leaves with the promise that it names', async () => {
  const { hear, messages, ctx } = await stage.newShop();
  await hear(2, berlinOrder(), parcel(), checkpoint('1', '1', '1', 'in_transit', hours(1.5)));
  const [row] = await ctx.tx((tx) => tx.parcels.findMany());
  const sent = (await messages()).filter(({ promises }) => promises !== null);
  expect(sent.map(({ kind, promises }) => [kind, promises])).toEqual([['notices.shipped', [{ shipmentId: String(row?.shipment_id), from: row?.promised_from?.toISOString().slice(0, 10), to: row?.promised_to?.toISOString().slice(0, 10), source: 'rule', slips: 0 }]]]);
});
