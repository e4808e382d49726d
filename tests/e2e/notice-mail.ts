import sharp from 'sharp';
import { customerLocales } from '../../app/kernel/locales.ts';
import { brandOf, brandSetting } from '../../app/modules/brand/index.server.ts';
import { shortLink } from '#app/modules/outbox/index.server.ts';
import { noticeKinds, type NoticeKind } from '../../app/modules/notices/kinds.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { situationOf, situationsOf } from '../../app/modules/notices/situations.ts';
import type { Telling } from '../../app/modules/notices/text/telling.ts';
import { writeNotice } from '../../app/modules/notices/text/write-notice.server.ts';
import { writeSms } from '../../app/modules/notices/text/write-sms.server.ts';

export { customerLocales, noticeKinds, situationsOf };

/** A notice to be looked at. */
export interface Told {
  kind: NoticeKind;
  locale: string;
  /** The usual one unless said. */
  situation?: string | null;
}

const now = new Date('2026-11-24T10:00:00Z');
const shop = { name: 'Juniper & Pine', locales: ['en'], primaryUrl: 'https://juniper-and-pine.example' };
const brand = {
  ...brandOf(shop, { ...brandSetting.initial, button: '#2f5d50', ground: '#f2f0ea', footer: 'Wool, wood and clay from small workshops.', address: 'Juniper & Pine GmbH, Lindenstraße 12, 10969 Berlin', links: [{ network: 'instagram', url: 'https://instagram.com/juniper.and.pine' }] }),
  logo: { url: await drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="96"><path d="M40 8 64 48H16ZM40 32 70 76H10Z" fill="#2f5d50"/><text x="88" y="62" font-family="serif" font-size="40" fill="#2f5d50">Juniper &amp; Pine</text></svg>`), width: 200, height: 48 },
};
const pictures = await Promise.all(['#b8a58a', '#5c7a6b'].map((colour) => drawn(`<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" fill="#eeeae2"/><path d="M22 34h52l-6 44H28Z" fill="${colour}"/></svg>`)));
const lines = [
  { title: 'Wool blanket', variant: 'Moss / 130 × 200', quantity: 1, imageUrl: pictures[1] ?? null, fulfillmentId: '0' },
  { title: 'Enamel mug', variant: 'White', quantity: 2, imageUrl: pictures[0] ?? null, fulfillmentId: '0' },
];

/** The mail of a shop with a brand of its own, by day or by night. */
export function noticeMail(told: Told, night: boolean): string {
  return writeNotice(shop, tellingOf(told), null, brand).message.html.replaceAll('(prefers-color-scheme:dark)', night ? 'all' : 'not all');
}

/** The same as a text message. */
export function noticeSms(told: Told): string {
  return writeSms(shop, { ...tellingOf(told), link: shortLink(shop) }, null).message.text;
}

function tellingOf({ kind, locale, situation = null }: Told): Telling {
  const link = `${shop.primaryUrl}/apps/aftercare/track?key=7211043.order.t4k0w0.QmFzZTY0dXJsLXNpZ25hdHVyZS1vZi10aGUtbGluaw`;
  const parcels = sampleOf({ kind, situation: situationOf(kind, situation), real: null, orderId: '1', now });
  return { kind, order: { name: '#1042', locale, zone: 'Europe/Berlin' }, ...parcels, lines, link, reviewUrl: kind === 'review' ? `${shop.primaryUrl}/reviews` : null, now };
}

async function drawn(svg: string): Promise<string> {
  return `data:image/png;base64,${(await sharp(Buffer.from(svg)).png().toBuffer()).toString('base64')}`;
}
