import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { root } from '../../sandbox/demo/places.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { forget, startDemoSession } from './demo-session.ts';
import { chooseItem, deliveredOrder, enterReturns, goOn, openReturns, untilHeard, untilStands } from './return-visitors.ts';
import { seen } from './shop-visitors.ts';

/** Takes the pictures of the returns portal in `docs/pictures`: `node tests/e2e/take-returns-pictures.ts`. */
const folder = join(root, 'docs', 'pictures');
const email = 'marta.keller@example.com';
const demo = await startDemoSession();
const browser = await launchBrowser();
try {
  const things = { things: 3 };
  const [refund, wide, exchange, chinese, late] = [await deliveredOrder(demo, email, things), await deliveredOrder(demo, email, things), await deliveredOrder(demo, email, things), await deliveredOrder(demo, email, things), await deliveredOrder(demo, email, { things: 2, daysAgo: 40 })];
  await openReturns(demo);
  await untilHeard(demo, [refund, wide, exchange, chinese, late]);
  const small = await (await visitor(browser, phone, { deviceScaleFactor: 1.5 })).newPage();
  const large = await (await visitor(browser, desktop)).newPage();

  for (const [page, order, name] of [[small, refund, '-phone'], [large, wide, '']] as const) {
    await enterReturns(page, demo, order);
    await take(page, `returns-items${name}`);
    await chooseItem(page, 'too small');
    await take(page, `returns-outcomes${name}`);
    await page.getByRole('radio', { name: /^Money back About/ }).check();
    await goOn(page);
    await page.getByRole('radio', { name: /label/i }).check();
    await goOn(page);
    await seen(page.getByRole('heading', { level: 1, name: 'Please check before you confirm' }));
    await take(page, `returns-review${name}`);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await untilStands(page, /^(Please send it back now|Your label is being prepared)$/);
    await take(page, `returns-follow${name}`);
  }

  await enterReturns(small, demo, exchange);
  await chooseItem(small, 'style');
  await small.getByRole('radio', { name: /^Another product/ }).check();
  await goOn(small);
  await take(small, 'returns-exchange-phone');

  await enterReturns(small, demo, late);
  await chooseItem(small, 'too small');
  await small.getByRole('radio', { name: /^Ask for an exception: Money back/ }).check();
  await small.getByLabel('Why should we make an exception?').fill('It was a present, and she has one already.');
  await take(small, 'returns-exception-phone');

  await enterReturns(small, demo, chinese);
  await small.getByRole('main').getByLabel('Language').selectOption('简体中文');
  await small.getByRole('main').getByRole('button', { name: 'Change', exact: true }).click();
  await small.getByRole('checkbox').first().check();
  await small.getByRole('button', { name: '继续' }).click();
  await small.getByRole('radio', { name: '太小' }).check();
  await small.getByRole('button', { name: '继续' }).click();
  await seen(small.getByRole('heading', { level: 1, name: '您希望怎样处理？' }));
  await take(small, 'returns-chinese-phone');
} finally {
  await browser.close();
  await demo.stop();
  forget(demo.place);
}

/** The page as it is, in the colours that are in it. */
async function take(page: Page, name: string): Promise<void> {
  const main = page.getByRole('main');
  await page.evaluate('window.scrollTo(0, 0)');
  const box = await main.boundingBox();
  const height = Math.ceil((box?.y ?? 0) + (box?.height ?? 600));
  const whole = await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 390, height: Math.min(height, 1_700) } });
  const file = join(folder, `${name}.png`);
  await sharp(whole).png({ palette: true, quality: 80, effort: 8 }).toFile(file);
  console.log(`${name}: ${Math.round(statSync(file).size / 1024)} KB`);
}
