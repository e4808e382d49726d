import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { afterAll, expect, it } from 'vitest';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { deskPage, inboxFigures, promiseSetting, promisesView, writeNote } from '#app/modules/inbox/index.server.ts';
import { DeskPage } from '#app/modules/inbox/desk/ui/desk-page.tsx';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { FiguresPage } from '#app/modules/inbox/figures/ui/figures-page.tsx';
import { PromisesPage } from '#app/modules/inbox/promises/ui/promises-page.tsx';
import { firstValued, toDraft, toValue } from '#app/modules/inbox/promises/ui/promises-draft.ts';
import { Properties } from '#app/modules/inbox/ticket-page/ui/properties.tsx';
import { TicketHead } from '#app/modules/inbox/ticket-page/ui/ticket-head.tsx';
import { besideParts } from '#app/wiring/beside-parts.tsx';
import { render } from '../admin-ui/stage.tsx';
import { expectNoSideScroll, expectNothingFromAxe } from '../e2e/page-checks.ts';
import { desktop, launchBrowser, phone } from '../harness/browser.ts';
import { openInboxStage, seededStaff, seedTicket } from '../inbox-stage.ts';
import { shownTicket } from '../inbox-ticket/shown-ticket.ts';
import { shownBeside } from '../inbox/shown-beside.ts';

const stage = await openInboxStage();
const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');
/** Where pictures go, for who wants to look. */
const pictures = process.env['PICTURES'];

const valued = { ...promiseSetting.initial, valued: { ...firstValued(promiseSetting.initial), spent: { amount: '500', currency: 'USD' }, tags: ['vip', 'wholesale'] } };
const ticket = { ...shownTicket().ticket, priority: 'high', priorityReason: 'high_value', valuedBy: 'tag' } as const;

const ctx = await stage.newShop();
const ticketId = await seedTicket(ctx);
await seedTicket(ctx, { name: 'Otto Usual', email: 'otto@example.com' });
await writeNote(ctx, { ticketId, by: seededStaff.kenji, requestKey: '11111111-1111-4111-8111-111111111111', text: 'Look at this.', mentions: [seededStaff.mia] });
await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: ticketId }, data: { valued_by: 'tag', priority: 'high', priority_reason: 'high_value' } }));
const query = { ...wholeDesk, valued: true };
const followed = { ...wholeDesk, view: 'followed' as const };
const news = await deskPage(ctx, followed, seededStaff.mia);
const figures = await inboxFigures(ctx, { step: 'day', channel: null, agent: null, team: null });
const [desk, all, promises] = [await deskPage(ctx, query, seededStaff.mia), await deskPage(ctx, wholeDesk, seededStaff.mia), await promisesView(ctx)];

const screens: Record<string, { children: ReactNode; says: Record<'en' | 'zh-CN', string[]> }> = {
  promises: { children: <PromisesPage view={{ ...promises, promises: { value: valued, version: 1 } }} />, says: { en: ['From this much spent on', 'With one of these tags at Shopify', 'Sooner promises for them'], 'zh-CN': ['从消费多少金额开始'] } },
  list: { children: <DeskPage query={wholeDesk} desk={all} />, says: { en: ['Valued', 'Otto Usual'], 'zh-CN': ['重要客户'] } },
  filtered: { children: <DeskPage query={query} desk={desk} />, says: { en: ['Customer: Valued', 'Keep this view'], 'zh-CN': ['客户：重要客户'] } },
  followed: { children: <DeskPage query={followed} desk={news} />, says: { en: ['Followed', 'News'], 'zh-CN': ['关注的', '新动态'] } },
  figures: { children: <FiguresPage figures={figures} />, says: { en: ['By customer', 'Others'], 'zh-CN': ['按客户'] } },
  ticket: { children: <><TicketHead view={shownTicket({ ticket })} onKeys={() => undefined} /><Properties view={shownTicket({ ticket })} /></>, says: { en: ['Valued', 'For: valued customer'], 'zh-CN': ['原因：重要客户'] } },
  beside: { children: <Beside view={shownBeside} parts={besideParts} />, says: { en: ['Valued for 7 orders'], 'zh-CN': ['重要客户：7 个订单'] } },
};

it.each(Object.keys(screens).flatMap((name) => [[name, phone, 'en'], [name, desktop, 'zh-CN'], [name, desktop, 'en']] as const))('%s says whom the shop values and fits (%o, %s)', async (name, viewport, locale) => {
  const screen = screens[name];
  if (!screen) throw new Error('There is no such screen.');
  const body = render({ locale, path: name === 'promises' ? '/app/settings/promises' : '/app/inbox', children: screen.children });
  const tab = await browser.newPage({ viewport });
  await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Tiers</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await tab.screenshot({ path: join(pictures, `${name}-${viewport.width}-${locale}.png`), fullPage: true });
  }
  for (const words of screen.says[locale]) expect(await tab.locator('body').innerText()).toContain(words);
  await expectNoSideScroll(tab);
  await expectNothingFromAxe(tab);
  await tab.close();
}, 60_000);

it('takes tags as people type them, and shows them so again', () => {
  const typed = (tags: string) => toValue({ ...promiseSetting.initial, valued: { ...firstValued(promiseSetting.initial), tags } });
  expect(typed(' vip,wholesale，vip 、, 大客户 ').valued?.tags).toEqual(['vip', 'wholesale', '大客户']);
  expect(toDraft(typed('vip,wholesale')).valued?.tags).toBe('vip, wholesale');
  expect(promiseSetting.schema.parse(typed('vip')).valued).toMatchObject({ orders: 5, email: promiseSetting.initial.high });
});
