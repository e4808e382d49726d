import { describe, expect, it } from 'vitest';
import { brandOf, brandSetting } from '../../app/modules/brand/index.server.ts';
import { noticeKinds, type NoticeKind } from '../../app/modules/notices/kinds.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { situationOf } from '../../app/modules/notices/situations.ts';
import { writeNotice } from '../../app/modules/notices/text/write-notice.server.ts';
import { handOver } from '../../app/modules/outbox/hand-over.server.ts';
import { markedLink } from '../../app/modules/outbox/index.server.ts';
import type { Message } from '../../app/modules/outbox/store.server.ts';
import type { Mailer } from '../../app/platform/mail/mailer.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { identity, judge } from './judge.ts';
import { mailThroughPostfix } from './postfix.ts';

const postfix = mailThroughPostfix();

const now = new Date('2026-11-24T10:00:00Z');
const shop = { id: 1, name: '北光 & Söhne', locales: ['en'], primaryUrl: 'https://nordlicht.example' };
const brand = brandOf(shop, {
  ...brandSetting.initial, logo: { url: 'https://cdn.shopify.com/s/files/1/logo.png' }, button: '#2f5d50', footer: 'Wolle, Holz und Ton aus kleinen Werkstätten.',
  address: 'Nordlicht GmbH, Lindenstraße 12, 10969 Berlin', links: [{ network: 'instagram', url: 'https://instagram.com/nordlicht' }],
});
const bought = [{ title: 'Łódź-Decke', variant: '藏青 / 130 × 200', quantity: 2, imageUrl: 'https://cdn.shopify.com/s/files/1/decke.jpg?v=17', fulfillmentId: '0' }];

/** The notice as the outbox keeps it until it leaves. */
function queued(kind: NoticeKind, locale: string): Message {
  const link = markedLink(`${shop.primaryUrl}/apps/aftercare/track?key=1042.order.t4k0w0.c2lnbmF0dXJl`);
  const sample = sampleOf({ kind, situation: situationOf(kind, null), real: null, orderId: '1042', now });
  const { message } = writeNotice(shop, { kind, order: { name: '#1042', locale, zone: 'Europe/Berlin' }, ...sample, lines: bought, link, reviewUrl: kind === 'review' ? `${shop.primaryUrl}/reviews` : null, now }, null, brand);
  return {
    shop_id: shop.id, id: 7n, channel: 'email', kind: `notices.${kind}`, reason: message.reason, state: 'sending', order_id: '1042', customer_id: null, recipient: 'ada@example.com', locale,
    subject: message.subject, text_body: message.text, html_body: message.html, headers: {}, payload: null, promises: null, dedupe_key: kind, send_after: now, expires_at: null, secret: false, topic: `parcel:${kind}`,
    rank: 0n, person: '', category: 'service', urgent: false, held_by: null, delivered_at: null, bounced_at: null, complained_at: null, opened_at: null, attempts: 1, claimed_at: now, sent_at: null,
    provider: null, provider_id: null, outcome: null, letter: null, created_at: now,
  };
}

describe.each(['en', 'zh-CN'])('in %s, through Postfix, a notice of the kind', (locale) => {
  it.each(noticeKinds)('%s bears a signature that holds, both words and looks, and the way to leave with one click', async (kind) => {
    const message = queued(kind, locale);
    const mailer = postfix.mailer();
    const signing: Mailer = { ...mailer, send: (mail) => mailer.send({ ...mail, identity }) };
    const transports = { mailer: signing, sms: null, metrics: createMetrics(), optOut: { appUrl: 'https://app.example.com', secret: 'peers-test-secret' } };
    await handOver(transports, { message, shop, sender: { name: shop.name, replyTo: null }, marksLinks: true });
    const raw = await postfix.delivered();
    const found = judge(raw);
    expect(found).toMatchObject({ verified: true, defects: [], types: ['multipart/alternative', 'text/plain', 'text/html'], subject: message.subject, from: [[shop.name, identity.address]], to: ['ada@example.com'] });
    expect(found).toMatchObject({ unsubscribe: expect.stringMatching(/^<https:\/\/app\.example\.com\/unsubscribe\/1\.7\.[\w-]{43}>$/), oneClick: 'List-Unsubscribe=One-Click' });
    expect(found.signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'content-type', 'list-unsubscribe', 'list-unsubscribe-post']));
    const [text = '', html = ''] = found.words;
    for (const part of ['#1042', 'https://nordlicht.example/apps/aftercare/preferences?key=1.7.', 'Lindenstraße 12']) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(html).toContain('https://cdn.shopify.com/s/files/1/logo.png');
    expect(`${text}${html}`).not.toMatch(/preferences\.invalid|of-this-message/);
    expect(found.longestLine).toBeLessThanOrEqual(998);
    expect(raw.subarray(0, raw.indexOf('\n\n')).every((sign) => sign < 128)).toBe(true);
  });
});
