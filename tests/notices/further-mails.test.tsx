import { describe, expect, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { actOnNotice, editWords, failingWords, noticesOverview, previewNotice, switchNotice } from '#app/modules/notices/index.server.ts';
import { checkWords } from '#app/modules/own-words/index.server.ts';
import { NoticePage } from '../../app/modules/notices/ui/notice-page.tsx';
import { NoticesPage } from '../../app/modules/notices/ui/notices-page.tsx';
import { furtherKinds, type FurtherKind } from '../../app/modules/notices/further/further-kinds.ts';
import { furtherMails } from '../../app/modules/notices/further/further-mails.server.ts';
import { announcePeak } from '#app/modules/peak/index.server.ts';
import { announcedAt } from '../../app/modules/peak/announcement/announcement.ts';
import { keepReport } from '../../app/modules/problems/keep-report.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { customer } from '../orders/snapshots.ts';
import { profile } from '../peak/profiles.ts';
import { plan } from '../peak/stage.ts';
import { berlinOrder, openNoticesStage } from './stage.ts';

const stage = await openNoticesStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;
const needs = { linkTo: () => 'https://shop.example.com', by: null };
const act = (shop: Shop, kind: FurtherKind, fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ language: 'en', version: '0', ...fields })) form.set(name, value);
  return actOnNotice(shop.ctx, kind, form, needs);
};
const own: Readonly<Record<FurtherKind, { subject: string; heading: string; body: string }>> = {
  problem_received: { subject: 'On it: {{ order_name }}', heading: 'Sorry!', body: 'You told us: <strong>{{ problem }}</strong>' },
  peak_announcement: { subject: 'Ho ho {{ shop_name }}', heading: 'Soon', body: '{{ announcement }}{% if last_order_day != "" %} Until {{ last_order_day }}!{% endif %}' },
};

/** A customer reports something about order 1, or a season is announced to them. */
const happens: Readonly<Record<FurtherKind, (shop: Shop) => Promise<void>>> = {
  async problem_received({ ctx }) {
    const report = { kind: 'damaged' as const, wish: null, words: 'Broken', shipmentId: null, lines: [], order: { id: '1', name: '#1', email: 'ada@example.com', customerId: null }, id: 'report', photos: [], locale: 'en' };
    await ctx.tx((tx) => keepReport(tx, ctx, report, 'secret'));
  },
  async peak_announcement({ ctx, hear }) {
    await hear(1, { ...berlinOrder({ customer_id: '7' }), customer: customer('7', { extras: { email_consent: 'subscribed' } }) });
    const announced = profile({ announcement: { on: true, day: '2026-11-27', text: {} } });
    await plan(ctx, [announced]);
    const then = { ...ctx, clock: { now: () => announcedAt(announced, ctx.shop.ianaTimezone) ?? new Date(0) } };
    await announcePeak(then, { id: announced.id, after: '' });
  },
};

describe.each(furtherKinds)('the mail %s', (kind) => {
  it('is sent in the merchant’s words from the moment they are saved, and in the app’s again once they are dropped', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder());
    expect(await act(shop, kind, { intent: 'save-words', ...own[kind] })).toEqual({ saved: 1 });
    await happens[kind](shop);
    const [message] = await shop.messages();
    expect(message?.subject).toMatch(kind === 'problem_received' ? /^On it: #1$/ : /^Ho ho Nordlicht$/);
    expect(message?.html_body).toContain(kind === 'problem_received' ? '<strong>Something arrived damaged</strong>' : 'Our busiest weeks');
    expect(await act(shop, kind, { intent: 'drop-words', version: '1' })).toEqual({ saved: 2 });
    expect((await previewNotice(shop.ctx, needs, { kind, locale: 'en', order: null })).subject).not.toMatch(/On it|Ho ho/);
    expect((await editWords(shop.ctx, kind, 'en')).email.versions).toHaveLength(2);
  });

  it('begins with words that can be saved as they are, in every language, and say what the app’s do', async () => {
    const shop = await stage.newShop();
    for (const locale of customerLocales) {
      const { mail } = furtherMails[kind];
      expect([locale, checkWords(mail.starting(locale), mail.trials)]).toEqual([locale, []]);
      const sample = (words: ReturnType<typeof mail.starting> | null) => shop.ctx.tx((tx) => mail.sample(tx, shop.ctx, locale, words));
      const [plain, worded] = [await sample(null), await sample(mail.starting(locale))];
      expect(worded.subject).toBe(plain.subject);
    }
  });

  it('refuses words that are wrong, shows them before they are saved, and can be tried', async () => {
    const shop = await stage.newShop();
    expect(await act(shop, kind, { intent: 'save-words', ...own[kind], body: '{{ friend }}' })).toMatchObject({ problems: [{ problem: 'unknown_variable', detail: 'friend' }] });
    expect(await act(shop, kind, { intent: 'show-words', ...own[kind], subject: 'Hear, hear' })).toMatchObject({ shown: { subject: 'Hear, hear', sms: null } });
    expect(await act(shop, kind, { intent: 'test', to: 'me@example.com' })).toEqual({ queuedTo: 'me@example.com' });
    await expect(act(shop, kind, { intent: 'save-words', way: 'sms', text: 'No' })).rejects.toThrow('no such notice');
  });

  it('whose words fail leaves in the app’s, and the merchant is told', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder());
    await act(shop, kind, { intent: 'save-words', ...own[kind] });
    await shop.ctx.tx((tx) => tx.notice_words.updateMany({ data: { words: { ...own[kind], subject: '{{ gone }}' } } }));
    await happens[kind](shop);
    expect((await shop.messages())[0]?.subject).toContain('Nordlicht: ');
    expect(await failingWords(shop.ctx)).toEqual([kind]);
  });
});

it('the receipt of a report is not sent where the merchant switched it off', async () => {
  const shop = await stage.newShop();
  await shop.hear(1, berlinOrder());
  expect(await switchNotice(shop.ctx, { kind: 'problem_received', on: false, by: null })).toEqual({ kind: 'problem_received', on: false });
  await happens.problem_received(shop);
  expect(await shop.messages()).toEqual([]);
  expect((await noticesOverview(shop.ctx)).find(({ kind }) => kind === 'problem_received')?.on).toBe(false);
});

it('the pages show both mails beside the notices, without what only a notice has', async () => {
  const shop = await stage.newShop();
  const list = textOf(render({ path: '/app/notices', children: <NoticesPage notices={await noticesOverview(shop.ctx)} /> }));
  for (const words of ['Other mails', 'Problem report received', 'Busy time announced', 'Plan']) expect(list).toContain(words);
  const notice = await previewNotice(shop.ctx, needs, { kind: 'problem_received', locale: 'en', order: null });
  const page = textOf(render({ path: '/app/notices/problem_received', children: <NoticePage notice={notice} editing={await editWords(shop.ctx, 'problem_received', 'en')} rules={null} held={null} shopEmail={null} /> }));
  expect(page).toContain('Write own words');
  for (const words of ['Text message', 'Written about order']) expect(page).not.toContain(words);
});
