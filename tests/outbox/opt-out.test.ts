import { beforeEach, describe, expect, it } from 'vitest';
import { answerPreferences, deliverMessage, optOutKey, preferencesPlaceholder, unsubscribe } from '../../app/modules/outbox/index.server.ts';
import type { ProxyRequest } from '../../app/platform/shopify/authenticate-proxy.server.ts';
import { setOutboxStage } from './stage.ts';

const { newShop, queue, fate, arrived, server, transports } = await setOutboxStage();
const secret = 'shpss_test';
const optOut = { appUrl: 'https://app.example.com', secret };
let ctx = await newShop();

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
});

let count = 0;
const send = async (changes: Partial<Parameters<typeof queue>[1]> = {}) => {
  const { id } = await queue(ctx, { dedupeKey: `n:${(count += 1)}`, topic: `parcel:${count}`, urgent: true, ...changes });
  await deliverMessage(ctx, { ...transports, optOut }, { id });
  return id;
};
const contextOf = (id: number) => Promise.resolve(id === ctx.shop.id ? ctx : null);
const press = (key: string, init: RequestInit = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) }) =>
  unsubscribe(new Request(`https://app.example.com/unsubscribe/${key}`, init), key, { contextOf, secrets: [secret] });
const keyTo = (id: string, by = secret, shopId = ctx.shop.id) => optOutKey(shopId, id, by);
const header = (raw: string, name: string) => new RegExp(`^${name}:\\s*((?:.*)(?:\\r?\\n\\s.*)*)`, 'm').exec(raw)?.[1]?.replace(/\r?\n\s+/g, ' ').trim();

describe('unsubscribing with one click', () => {
  it('is offered in the headers of what nobody asked for, and of nothing else', async () => {
    const id = await send();
    await send({ topic: undefined });
    const [notice = '', code = ''] = server.received.map(({ raw }) => raw);
    expect(header(notice, 'List-Unsubscribe')).toBe(`<https://app.example.com/unsubscribe/${keyTo(id)}>`);
    expect(header(notice, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(code, 'List-Unsubscribe')).toBeUndefined();
  });

  it('ends that kind for that reader at once, and leaves other kinds, readers and answers alone', async () => {
    const id = await send();
    expect((await press(keyTo(id))).status).toBe(200);
    expect((await press(keyTo(id))).status).toBe(200);
    const dropped = await send();
    expect(await fate(ctx, dropped)).toMatchObject({ state: 'dropped', held: 'opted_out' });
    server.received.length = 0;
    await send({ subject: 'delivered', kind: 'notices.delivered' });
    await send({ subject: 'to Bob', to: 'bob@example.com' });
    await send({ subject: 'a code', topic: undefined });
    expect(arrived()).toEqual(['delivered', 'to Bob', 'a code']);
  });

  it('holds for what waits when it is pressed', async () => {
    const first = await send();
    const { id: waiting } = await queue(ctx, { dedupeKey: 'waiting', topic: 'parcel:x' });
    await press(keyTo(first));
    await deliverMessage(ctx, { ...transports, optOut }, { id: waiting });
    expect(await fate(ctx, waiting)).toMatchObject({ held: 'opted_out' });
  });

  it('changes nothing when it is only looked at, and leads to the preferences', async () => {
    const id = await send();
    const answer = await press(keyTo(id), { method: 'GET' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `https://shop.example.com/apps/aftercare/preferences?key=${keyTo(id)}`]);
    await send({ subject: 'still wanted' });
    expect(arrived()).toContain('still wanted');
  });

  it('takes no key that we did not sign, for another message or another shop, and no other method', async () => {
    const id = await send();
    const [shop, , signature] = keyTo(id).split('.');
    const wrong = [keyTo(id, 'somebody else'), `${shop}.${Number(id) + 1}.${signature}`, `${Number(shop) + 1}.${id}.${signature}`, keyTo(id, secret, ctx.shop.id + 1), '', `${keyTo(id)}x`];
    expect(await Promise.all(wrong.map(async (key) => (await press(key)).status))).toEqual(wrong.map(() => 404));
    expect((await press(keyTo(id), { method: 'DELETE' })).status).toBe(405);
    await send({ subject: 'still wanted' });
    expect(arrived()).toContain('still wanted');
  });
});

describe('the preferences', () => {
  const proxy = (locale = 'en'): ProxyRequest => ({ ctx, pathPrefix: '/apps/aftercare', customerId: null, locales: [locale], visitor: '192.0.2.1', liquid: (html, init) => new Response(html, init) });
  const look = async (key: string, locale?: string) => (await answerPreferences(new Request(`https://x.example/proxy/preferences?key=${key}`), proxy(locale), { secrets: [secret] })).text();
  const save = async (key: string, fields: [string, string][]) =>
    (await answerPreferences(new Request('https://x.example/proxy/preferences', { method: 'POST', body: new URLSearchParams([['key', key], ...fields]) }), proxy(), { secrets: [secret] })).text();

  it('are reached from the message itself', async () => {
    const id = await send({ text: `Choose what you hear: ${preferencesPlaceholder}` });
    expect(server.received[0]?.raw.replace(/=\r\n/g, '').replaceAll('=3D', '=')).toContain(`https://shop.example.com/apps/aftercare/preferences?key=${keyTo(id)}`);
  });

  it('name kinds by what the reader received of them, safely, and veil the address', async () => {
    const id = await send({ subject: '<b>On</b> its {{ way }}' });
    const page = await look(keyTo(id));
    expect(page).toContain('&lt;b&gt;On&lt;/b&gt; its &#123;{ way }}');
    expect(page).toContain('a•••@example.com');
    expect(page).not.toContain('ada@');
    expect(await look(keyTo(id), 'de')).toContain('Speichern');
  });

  it('keep what was left unticked, a kind or a whole category, and take it back', async () => {
    const id = await send();
    const key = keyTo(id);
    const shown: [string, string][] = ['notices.shipped', 'service', 'review', 'announcement'].map((subject) => ['shown', subject]);
    const page = await save(key, [...shown, ['wanted', 'notices.shipped'], ['wanted', 'service'], ['wanted', 'announcement']]);
    expect(page).toContain('role="status"');
    const review = await send({ kind: 'notices.review', category: 'review' });
    const shipped = await send();
    expect([await fate(ctx, review), await fate(ctx, shipped)]).toMatchObject([{ held: 'opted_out' }, { state: 'sent' }]);
    await save(key, [...shown, ['wanted', 'review'], ['wanted', 'service'], ['wanted', 'announcement'], ['wanted', 'notices.shipped']]);
    expect(await fate(ctx, await send({ kind: 'notices.review', category: 'review' }))).toMatchObject({ state: 'sent' });
  });

  it('decide nothing that was not on the page', async () => {
    const id = await send();
    await save(keyTo(id), [['shown', 'announcement'], ['shown', 'notices.never-sent']]);
    expect(await ctx.tx((tx) => tx.opt_outs.findMany({ select: { subject: true } }))).toEqual([{ subject: 'announcement' }]);
  });

  it('open to nobody without a key of this shop, nor once the reader was forgotten', async () => {
    const id = await send();
    const own = keyTo(id);
    await ctx.tx((tx) => tx.outbox.updateMany({ data: { recipient: '' } }));
    for (const key of ['', 'x', keyTo(id, 'somebody else'), keyTo(id, secret, ctx.shop.id + 1), own]) expect(await look(key)).toContain('This link does not work');
  });
});
