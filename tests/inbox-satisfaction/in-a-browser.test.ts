import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { answerRating, askSatisfaction, satisfactionSetting } from '#app/modules/inbox/index.server.ts';
import { ratingKey } from '#app/modules/inbox/satisfaction/rating-key.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { openInboxStage, seededStaff, seedTicket } from '#tests/inbox-stage.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';

const stage = await openInboxStage();
const secret = 'shpss_test';
const shop = 'https://shop.example';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()), 90_000);
afterAll(() => browser.close());

/** A customer who was asked, and the page behind their link as their browser gets it from the storefront. */
async function asked() {
  const ctx: ShopContext = await stage.newShop();
  await changeSetting(ctx, satisfactionSetting, { value: { asks: true, afterHours: 24, restDays: 30 }, version: 0, by: null });
  const ticketId = await seedTicket(ctx, { answered: true, changes: { assigneeId: seededStaff.mia, state: 'solved' } });
  await askSatisfaction(ctx, secret, { ticketId });
  const link = (score: number) => `${shop}/apps/aftercare/rating?key=${ratingKey(ctx.shop.id, ticketId, secret)}&score=${score}&locale=en`;
  const open = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    await page.route(`${shop}/**`, async (route) => {
      const asks = route.request();
      const body = asks.postData();
      const request = new Request(asks.url(), { method: asks.method(), headers: asks.headers(), ...(body === null ? {} : { body }) });
      const liquid = (html: string, init?: ResponseInit) => new Response(html, init);
      const answer = await answerRating(request, { ctx, pathPrefix: '/apps/aftercare', customerId: null, locales: ctx.shop.locales.slice(), visitor: '198.51.100.1', liquid }, { secrets: [secret] });
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><head><title>Shop</title><meta name="viewport" content="width=device-width"></head><body><main>${await answer.text()}</main></body></html>` });
    });
    return page;
  };
  const said = () => ctx.tx((tx) => tx.satisfactions.findFirst({ where: { ticket_id: ticketId }, select: { score: true, comment: true } }));
  return { link, open, said };
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = z.object({ violations: z.array(z.object({ id: z.string() })) }).parse(await page.evaluate('axe.run(document)'));
  const wider = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
  return [...violations.map(({ id }) => id), ...(wider > 0 ? [`${wider}px too wide`] : [])];
}

test.each([['phone', phone], ['desk', desktop]] as const)('one click in the mail is an answer, which can be changed and explained where it is thanked for, on a %s', async (size, window) => {
  const { link, open, said } = await asked();
  const context = await visitor(browser, window);
  const page = await open(context);
  await page.goto(link(4));
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await said()).toEqual({ score: 4, comment: '' });
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
  expect(await faults(page)).toEqual([]);
  if (process.env.LOOK) await page.screenshot({ path: `/tmp/look-rating-${size}.png`, fullPage: true });
  await page.getByLabel('Very satisfied').check();
  await page.getByLabel(/What should we know/).fill('Quick and kind.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('“Very satisfied”').waitFor();
  expect(await said()).toEqual({ score: 5, comment: 'Quick and kind.' });
  await page.goto(link(4));
  await page.getByText('So far you said “Very satisfied”').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await said()).toEqual({ score: 5, comment: 'Quick and kind.' });
  await context.close();
});

test('without a script nothing is sent until the button is pressed', async () => {
  const { link, open, said } = await asked();
  const context = await visitor(browser, phone, { javaScriptEnabled: false });
  const page = await open(context);
  await page.goto(link(2));
  expect(await page.getByLabel('Dissatisfied', { exact: true }).isChecked()).toBe(true);
  expect(await said()).toEqual({ score: null, comment: '' });
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  expect(await said()).toEqual({ score: 2, comment: '' });
  await context.close();
});
