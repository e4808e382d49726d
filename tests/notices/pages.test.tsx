import { describe, expect, it } from 'vitest';
import { NoticePage } from '#app/modules/notices/ui/notice-page.tsx';
import { NoticesPage } from '#app/modules/notices/ui/notices-page.tsx';
import { editWords, heldNotices, noticesOverview, previewNotice, rulesView, switchNotice } from '#app/modules/notices/index.server.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import { noticeKinds } from '../../app/modules/notices/kinds.ts';
import { returnKinds } from '../../app/modules/notices/return-facts.ts';
import { saveWords } from '#app/modules/own-words/index.server.ts';
import { trials } from '../../app/modules/notices/own-words/variables.ts';
import { sendTestNotice } from '../../app/modules/notices/send-test-notice.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { checkpoint } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const needs = { linkTo: (id: string) => `https://shop.example.com/apps/aftercare/track?key=${id}` };
const preview = (shop: Awaited<ReturnType<typeof stage.newShop>>, kind: string, more: { locale?: string; order?: string } = {}) =>
  previewNotice(shop.at(6), needs, { kind, locale: more.locale ?? null, order: more.order ?? null });

describe('the overview', () => {
  it('counts what was told, held back and failed, kind by kind', async () => {
    const shop = await stage.newShop();
    await shop.hear(5, berlinOrder(), parcel(), checkpoint('1', '1', '1', 'in_transit', hours(4)));
    await shop.sent();
    await shop.hear(25, checkpoint('2', '1', '1', 'out_for_delivery', hours(24)));
    await shop.ctx.tx((tx) => tx.outbox.updateMany({ where: { kind: 'notices.out_for_delivery' }, data: { state: 'failed' } }));
    const overview = await noticesOverview(shop.at(26));
    expect(overview.find(({ kind }) => kind === 'shipped')).toEqual({ kind: 'shipped', on: true, told: 1, held: 0, failed: 0, ownLanguages: [], wordsFailed: false, ownRules: false });
    expect(overview.find(({ kind }) => kind === 'out_for_delivery')).toMatchObject({ told: 0, failed: 1 });
    expect(textOf(render({ children: <NoticesPage notices={overview} /> }))).toContain('Last 30 days: 1 told · 0 held back · 0 failed');
  });

  it('starts with what most shops want: what Shopify itself writes is not doubled', async () => {
    const shop = await stage.newShop();
    expect((await noticesOverview(shop.ctx)).filter(({ on }) => !on).map(({ kind }) => kind)).toEqual(['order_confirmed', 'in_transit', ...returnKinds, 'review', 'peak_announcement']);
  });

  it.each(['en', 'zh-CN'] as const)('is shown in %s with a switch for each kind', (locale) => {
    const html = render({ locale, children: <NoticesPage notices={noticeKinds.map((kind) => ({ kind, on: kind !== 'in_transit', told: 0, held: 0, failed: 0, ownLanguages: [], wordsFailed: false, ownRules: false }))} /> });
    expect([...html.matchAll(/href="\/app\/notices\/(\w+)"/g)].map((found) => found[1]).sort()).toEqual([...noticeKinds].sort());
  });
});

describe('a switch', () => {
  it('holds until it is switched again, and is refused for what is no notice', async () => {
    const shop = await stage.newShop();
    await switchNotice(shop.at(1), { kind: 'shipped', on: false, by: null });
    await switchNotice(shop.at(1), { kind: 'in_transit', on: true, by: null });
    const on = async () => (await noticesOverview(shop.ctx)).filter((notice) => notice.on).map(({ kind }) => kind);
    expect(await on()).toEqual(expect.arrayContaining(['in_transit']));
    expect(await on()).not.toContain('shipped');
    await expect(switchNotice(shop.at(1), { kind: 'toString', on: true, by: null })).rejects.toMatchObject({ status: 404 });
  });
});

describe('a preview', () => {
  it('of every kind in every language is a whole mail about a real order, with its page', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel());
    for (const kind of noticeKinds) {
      for (const locale of customerLocales) {
        const { subject, html, text, sms, order } = await preview(shop, kind, { locale });
        expect(order).toBe('#1');
        expect(subject).toContain('#1');
        for (const part of [`<html dir="ltr" lang="${locale}">`, 'track?key=1', 'prefers-color-scheme']) expect(html).toContain(part);
        expect(text).toContain('track?key=1');
        if (returnKinds.some((one) => one === kind)) expect(text).toContain('#1-R1');
        expect(sms).toContain('#1');
        expect(html + text + sms).not.toMatch(/\{\{|undefined|null/);
        expect(text).not.toMatch(/\.\.(?!\.)/);
      }
    }
  });

  it('of a shop without orders shows a made-up one', async () => {
    const shop = await stage.newShop();
    const notice = await preview(shop, 'delay');
    expect(notice).toMatchObject({ order: null, notFound: false });
    expect(textOf(render({ children: <NoticePage notice={notice} editing={await editWords(shop.ctx, 'delay', 'en')} rules={await rulesView(shop.ctx, 'delay', { hasHouseSms: true })} held={await heldNotices(shop.ctx, 'delay')} shopEmail="me@example.com" /> }))).toContain('There is no order yet');
  });

  it('says in which languages of the shop own words are missing, once there are any', async () => {
    const shop = await stage.newShop();
    const bilingual = { ...shop.ctx, shop: { ...shop.ctx.shop, locales: ['en', 'fr'] } };
    const page = async () => textOf(render({ path: '/app/notices/shipped', children: <NoticePage notice={await preview(shop, 'shipped')} editing={await editWords(bilingual, 'shipped', 'en')} rules={await rulesView(shop.ctx, 'shipped', { hasHouseSms: true })} held={await heldNotices(shop.ctx, 'shipped')} shopEmail={null} /> }));
    expect(await page()).not.toContain('Own words are missing');
    await saveWords(shop.at(1), { kind: 'shipped', locale: 'en', words: { email: { subject: 'Off', heading: 'Off', body: 'Off' } }, after: 0, by: null, trials });
    expect(await page()).toContain('Own words are missing in French');
  });

  it('as a text message says in how many parts it leaves', async () => {
    const shop = await stage.newShop();
    const page = textOf(render({ path: '/app/notices/shipped?way=sms', children: <NoticePage notice={await preview(shop, 'shipped')} editing={await editWords(shop.ctx, 'shipped', 'en')} rules={await rulesView(shop.ctx, 'shipped', { hasHouseSms: true })} held={await heldNotices(shop.ctx, 'shipped')} shopEmail={null} /> }));
    expect(page).toMatch(/\d+ signs, 1 part/);
    expect(page).toContain('your order #1001 is on its way');
  });

  it('about an order of another shop finds none', async () => {
    const [shop, other] = [await stage.newShop(), await stage.newShop()];
    await other.hear(1, berlinOrder(), parcel());
    expect(await preview(shop, 'shipped', { order: '#1' })).toMatchObject({ order: null, notFound: true });
    expect(await preview(other, 'shipped', { order: '1' })).toMatchObject({ order: '#1', notFound: false });
  });

  it('shows markup in a product’s name as words', async () => {
    const shop = await stage.newShop();
    const order = berlinOrder();
    await shop.hear(1, { ...order, lines: (order.lines ?? []).map((line) => ({ ...line, facts: { ...line.facts, title: '<script>alert(1)</script>' } })) }, parcel());
    const { html } = await preview(shop, 'shipped');
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });
});

describe('a test', () => {
  it('goes to the address that was named, outside of all figures, ten times in ten minutes at most', async () => {
    const shop = await stage.newShop();
    const notice = await preview(shop, 'delivered');
    for (let at = 0; at < 10; at += 1) expect(await sendTestNotice(shop.at(6), notice, { way: 'email', to: 'me@example.com' })).toEqual({ queuedTo: 'me@example.com' });
    await expect(sendTestNotice(shop.at(6), notice, { way: 'email', to: 'me@example.com' })).rejects.toMatchObject({ code: 'too_soon' });
    await expect(sendTestNotice(shop.at(6), notice, { way: 'email', to: 'nobody' })).rejects.toMatchObject({ code: 'invalid_address' });
    expect(await shop.notices()).toEqual([]);
  });
});
