import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { smsParts } from '#app/kernel/sms-parts.ts';
import { shortLink } from '#app/modules/outbox/index.server.ts';
import { noticeKinds, type NoticeKind } from '../../app/modules/notices/kinds.ts';
import { checkSms } from '#app/modules/own-words/index.server.ts';
import { startingSms } from '../../app/modules/notices/own-words/starting-words.ts';
import { trials } from '../../app/modules/notices/own-words/variables.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { situationOf, situationsOf } from '../../app/modules/notices/situations.ts';
import { writeSms } from '../../app/modules/notices/text/write-sms.server.ts';

const now = new Date('2026-11-24T10:00:00Z');
const shop = { name: 'Juniper & Pine', locales: ['en'], primaryUrl: 'https://juniper-and-pine.com' };
const link = shortLink(shop);
const told = (kind: NoticeKind, locale: string, { situation = null as string | null, own = null as string | null } = {}) =>
  writeSms(shop, { kind, order: { name: '#1001', locale, zone: 'Europe/Berlin' }, ...sampleOf({ kind, situation: situationOf(kind, situation), real: null, orderId: '1', now }), lines: [], link, reviewUrl: kind === 'review' ? link : null, now }, own === null ? null : { text: own });
const usual: readonly NoticeKind[] = ['order_confirmed', 'shipped', 'in_transit', 'out_for_delivery', 'ready_for_pickup', 'delivered', 'delay'];
const everyWay = noticeKinds.flatMap((kind) => (situationsOf(kind).length > 0 ? situationsOf(kind) : [null]).map((situation) => ({ kind, situation })));

describe('a text message', () => {
  it.each(customerLocales.flatMap((locale) => everyWay.map(({ kind, situation }) => [kind, situation, locale] as const)))('of %s (%s) in %s names shop, order and page, and is short', (kind, situation, locale) => {
    const { message, failure } = told(kind, locale, { situation });
    expect(failure).toBe(null);
    expect(message.locale).toBe(locale);
    for (const part of ['Juniper & Pine', '#1001', link]) expect(message.text).toContain(part);
    expect(message.text).not.toMatch(/\{\{|undefined|null|\n|\.\.|。 (?!https)/);
    const { encoding, parts } = smsParts(message.text);
    expect([message.text, parts]).toEqual([message.text, expect.toSatisfy((count: number) => count <= (encoding === 'GSM-7' ? 2 : 4))]);
  });

  it.each(['en', 'de', 'fr', 'es'])('of what happens to most parcels is one part in %s', (locale) => {
    for (const kind of usual) expect([kind, smsParts(told(kind, locale).message.text)]).toEqual([kind, { encoding: 'GSM-7', parts: 1, length: expect.any(Number) }]);
  });

  it.each(['en', 'de', 'fr', 'es'])('in %s needs no sign outside of the cheap alphabet, whatever the news', (locale) => {
    const news = everyWay.filter(({ kind }) => kind !== 'exception').map(({ kind, situation }) => told(kind, locale, { situation }).message);
    for (const { text } of news) expect([text, smsParts(text).encoding]).toEqual([text, 'GSM-7']);
  });

  it('says the new day of a delay, and words the second and third slip differently', () => {
    const texts = ['first', 'second', 'later'].map((situation) => told('delay', 'en', { situation }).message.text);
    for (const text of texts) expect(text).toContain('New date: Nov 26 - 27.');
    expect(new Set(texts).size).toBe(3);
  });

  it('in a merchant’s words says those; where they fail, the app’s leave and the failure is told', () => {
    expect(told('shipped', 'en', { own: 'Off it goes – {{ order_name }}' })).toMatchObject({ message: { text: 'Off it goes - #1001' }, failure: null });
    const failed = told('shipped', 'en', { own: '{{ nobody }}' });
    expect(failed.message.text).toContain('is on its way');
    expect(failed.failure).toContain('nobody');
  });

  it('can be written on from the app’s words in every language', () => {
    for (const locale of customerLocales) for (const kind of noticeKinds) expect([kind, locale, checkSms(startingSms(kind, locale), trials)]).toEqual([kind, locale, []]);
    expect(checkSms({ text: ' ' }, trials)).toMatchObject([{ part: 'text', problem: 'empty' }]);
  });
});
