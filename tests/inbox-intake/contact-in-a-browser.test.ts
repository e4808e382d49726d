import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { customerLocales } from '#app/kernel/locales.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { addOrder } from '../outbox/stage.ts';
import { closed, visitContact } from './contact-visit.ts';
import { inboxStage, type InboxStage } from './stage.ts';

const theme = readFileSync(join(import.meta.dirname, '../../sandbox/storefront/theme/assets/theme.css'), 'utf8');
const found = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })), passes: z.array(z.unknown()) });

let browser: Browser;
let stage: InboxStage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await inboxStage();
  await addOrder(stage.ctx, '1001', { email: 'anna@customer.example' });
  await stage.ctx.tx((tx) => tx.$executeRaw`update orders set fingerprint = 'known'`);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** Every state of the page in one language. */
async function states(language: string): Promise<Record<string, string>> {
  const written = { email: 'anna@customer.example', name: 'Anna', topic: 'returns', order: '1001', message: 'Donaudampfschifffahrtsgesellschaftskapitän '.repeat(6), agree: 'yes' };
  const empty = await visitContact(stage, { language });
  const wrong = await visitContact(stage, { language, fields: { ...written, email: 'anna', message: ' ', agree: '' }, files: [new Uint8Array([1])] });
  closed.add('contact-visitor');
  const limited = await visitContact(stage, { language, fields: { ...written, form: empty.key } });
  closed.clear();
  const done = await visitContact(stage, { language, fields: { ...written, form: empty.key } });
  const asking = { ...written, topic: 'shipping', message: 'Where?', form: empty.key };
  const before = await visitContact(stage, { language, fields: asking });
  const known = await visitContact(stage, { language, fields: { key: /name="key" value="([^"]*)"/.exec(before.html)?.[1] ?? '' } });
  return { empty: empty.html, wrong: wrong.html, limited: limited.html, done: done.html, before: before.html, known: known.html };
}

test.each([['phone', phone, customerLocales], ['desk', desktop, ['en', 'zh-CN']]] as const)('the contact form is open to everybody and fits its window on a %s', async (size, window, locales) => {
  const context = await visitor(browser, window);
  const page = await context.newPage();
  const failed: string[] = [];
  for (const locale of locales) {
    for (const [name, html] of Object.entries(await states(locale))) {
      await page.setContent(`<!doctype html><html lang="${locale}"><head><title>Shop</title><meta name="viewport" content="width=device-width"><style>${theme}</style></head><body><main id="main">${html.replace(/\{%.*?%\}/gs, '')}</main></body></html>`);
      await page.evaluate(axe.source);
      const { violations, passes } = found.parse(await page.evaluate('axe.run(document)'));
      const wider = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
      failed.push(...violations.map(({ id, nodes }) => `${size} ${locale} ${name}: ${id} ${nodes[0]?.html}`), ...(wider > 0 ? [`${locale} ${name}: ${wider}px too wide`] : []));
      expect(passes.length).toBeGreaterThan(5);
      if (process.env.LOOK) await page.screenshot({ path: `/tmp/look-contact-${size}-${locale}-${name}.png`, fullPage: true });
    }
  }
  await context.close();
  expect(failed).toEqual([]);
}, 120_000);

test('what people do not see is out of their way by eye and by keyboard', async () => {
  const context = await visitor(browser, phone);
  const page = await context.newPage();
  await page.setContent((await states('en')).empty ?? '');
  const names: string[] = [];
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('Tab');
    names.push(z.string().parse(await page.evaluate('document.activeElement?.getAttribute("name") ?? ""')));
  }
  await context.close();
  expect(names).toEqual(expect.arrayContaining(['topic', 'order', 'name', 'email', 'message', 'files', 'agree']));
  expect(names).not.toContain('website');
});
