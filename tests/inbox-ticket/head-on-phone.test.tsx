import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import { TicketPage } from '#app/modules/inbox/ticket-page/ui/ticket-page.tsx';
import styles from '#app/modules/inbox/ticket-page/ui/ticket.module.css';
import { render } from '../admin-ui/stage.tsx';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { shownTicket } from './shown-ticket.ts';

const root = join(import.meta.dirname, '../..');
const polaris = readFileSync(join(root, 'node_modules/@shopify/polaris/build/esm/styles.css'), 'utf8');
/** The page's own styles, under the names that it was given here. */
const own = readFileSync(join(root, 'app/modules/inbox/ticket-page/ui/ticket.module.css'), 'utf8').replace(/\.([a-zA-Z]+)(?=[\s:{,>])/g, (whole, name) => (styles[name] ? `.${styles[name]}` : whole));
/** Where pictures go, for who wants to look. */
const pictures = process.env['PICTURES'];
const browser = await launchBrowser();
afterAll(() => browser.close());

/** How high what stands above a conversation is, and what it says. */
async function above(ticket: Partial<TicketView['ticket']>, size: typeof phone, locale: 'en' | 'zh-CN' = 'en') {
  const html = render({ locale, path: '/app/inbox/1042', children: <TicketPage view={shownTicket({ ticket: { ...shownTicket().ticket, ...ticket } })} leaving={null} /> });
  const context = await visitor(browser, size);
  const page = await context.newPage();
  await page.setContent(`<!doctype html><html lang="${locale}"><head><meta name="viewport" content="width=device-width"><style>${polaris}${own}</style></head><body>${html}</body></html>`);
  const rows = page.locator('header:visible, header + div:visible');
  for (const row of await rows.all()) expect(await row.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const top = await page.getByRole('region').first().boundingBox();
  const words = (await rows.allInnerTexts()).join('\n').replaceAll('\u202f', ' ');
  if (pictures) await page.screenshot({ path: join(pictures, `head-${locale}-${size.width}-${ticket.dueAt?.getTime()}.png`) });
  await context.close();
  return { height: top?.y, said: words.match(/by [^\n]*|[^\n]* 前/gi) };
}

const [today, later] = [new Date('2026-11-21T22:30:00Z'), new Date('2026-11-24T22:30:00Z')];

it('a promise is told above a conversation on a phone too, short, and takes no row of its own', async () => {
  const { height } = await above({}, phone);
  expect(await above({ dueAt: today }, phone)).toEqual({ height, said: ['By 5:30 PM'] });
  expect(await above({ dueAt: later }, phone)).toEqual({ height, said: ['By Tue, Nov 24'] });
  expect(await above({ dueAt: later }, phone, 'zh-CN')).toEqual({ height, said: ['11月24日周二 前'] });
});

it('it is told once: whole where there is room, and not again where it is late', async () => {
  expect((await above({ dueAt: later }, desktop)).said).toEqual(['by Nov 24, 5:30 PM']);
  expect((await above({ dueAt: new Date('2026-11-21T10:00:00Z'), isLate: true }, phone)).said).toBeNull();
});
