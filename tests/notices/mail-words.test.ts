import { describe, expect, it } from 'vitest';
import { plainBrand } from '#app/modules/brand/index.server.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import { noticeKinds } from '../../app/modules/notices/kinds.ts';
import { squarePicture } from '../../app/modules/notices/layout/square-picture.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { situationsOf } from '../../app/modules/notices/situations.ts';
import { writeNotice } from '../../app/modules/notices/text/write-notice.server.ts';

const now = new Date('2026-11-24T10:00:00Z');
const link = 'https://shop.example/orders?key=1';
const everyWay = noticeKinds.flatMap((kind) => (situationsOf(kind).length > 0 ? situationsOf(kind) : [null]).map((situation) => ({ kind, situation })));
const mail = ({ kind, situation }: (typeof everyWay)[number], locale: string) =>
  writeNotice({ name: 'Nordlicht', locales: ['en'] }, { kind, order: { name: '#1', locale, zone: 'UTC' }, ...sampleOf({ kind, situation, real: null, orderId: '1', now }), lines: [], link, reviewUrl: null, now }, null, plainBrand('Nordlicht')).message;

it.each([
  ['https://cdn.shopify.com/s/files/1/a.jpg?v=17', 'https://cdn.shopify.com/s/files/1/a.jpg?v=17&width=96&height=96&crop=center'],
  ['https://pictures.example/a.jpg', 'https://pictures.example/a.jpg'],
  ['data:image/png;base64,AA', 'data:image/png;base64,AA'],
])('a picture of a product is a square where Shopify can cut it: %s', (address, expected) => expect(squarePicture(address)).toBe(expected));

/** What only a page can say: that something stands below or here; and a shop that speaks of itself as of another. */
const notInMails: Readonly<Record<string, RegExp>> = {
  en: /\b(below|report it here|to the shop|the shop will)\b/i,
  de: /\b(unten|melden Sie es hier|an den Shop|Der Shop)\b/,
  fr: /(ci-dessous|signalez-le ici|à la boutique)/i,
  es: /(abajo|infórmanos aquí|a la tienda)/i,
  'pt-PT': /(abaixo|em baixo|aqui|à loja|para a loja)/i,
  'zh-CN': /(下方|在此反馈|退回商家)/,
  ja: /(下記|このページ|ショップへ)/,
};

describe.each(customerLocales)('the words of the mails in %s', (locale) => {
  it('point to nothing that a mail does not have, whatever happened', () => {
    for (const way of everyWay) expect([way, mail(way, locale).text]).toEqual([way, expect.not.stringMatching(notInMails[locale] ?? /$^/)]);
  });

  it('are not the same for two things that can happen', () => {
    const texts = everyWay.map((way) => mail(way, locale).text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
