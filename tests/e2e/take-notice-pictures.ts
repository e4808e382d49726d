import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { runnerImport } from 'vite';
import { root } from '../../sandbox/demo/places.ts';
import { launchBrowser } from '../harness/browser.ts';
import type * as NoticeMail from './notice-mail.ts';

type Told = NoticeMail.Told;

/**
 * Puts notices side by side: `node tests/e2e/take-notice-pictures.ts` for those of the documentation, with a folder behind it for every kind
 * in every language, by day and by night, for whoever reviews them.
 */
const folder = process.argv[2] ?? join(root, 'docs', 'pictures');
const all = process.argv[2] !== undefined;
// Mails are written in JSX, which Node does not read by itself.
const { module: { customerLocales, noticeKinds, noticeMail, noticeSms, situationsOf } } = await runnerImport<typeof NoticeMail>(join(import.meta.dirname, 'notice-mail.ts'), { root, configFile: false, logLevel: 'error' });

mkdirSync(folder, { recursive: true });
const browser = await launchBrowser();
try {
  if (all) {
    const every = noticeKinds.flatMap((kind) => (situationsOf(kind).length > 0 ? situationsOf(kind) : [null]).map((situation) => ({ kind, situation, name: situation === null ? kind : `${kind}-${situation}` })));
    const inEach = (told: Omit<Told, 'locale'>) => customerLocales.map((locale) => ({ ...told, locale }));
    writeFileSync(join(folder, 'sms.txt'), every.flatMap(({ name, ...told }) => [name, ...inEach(told).map((one) => noticeSms(one)), '']).join('\n'));
    for (const { name, ...told } of every) for (const night of [false, true]) await take(browser, `${name}${night ? '-dark' : ''}`, inEach(told), { width: 375, night });
  } else {
    const shown: Told[] = (['shipped', 'out_for_delivery', 'delay', 'exception'] as const).map((kind) => ({ kind, locale: 'en' }));
    await take(browser, 'notices-phone', shown, { width: 375, night: false });
    await take(browser, 'notices-phone-dark', shown, { width: 375, night: true });
    await take(browser, 'notices-languages', customerLocales.map((locale) => ({ kind: 'delay' as const, locale })), { width: 375, night: false });
    for (const night of [false, true]) await take(browser, `notices-desktop${night ? '-dark' : ''}`, [{ kind: 'delivered', locale: 'en' }, { kind: 'delay', locale: 'de' }], { width: 720, night });
  }
} finally {
  await browser.close();
}

/** Mails beside each other, each as long as it is. */
async function take(chromium: Browser, name: string, told: readonly Told[], { width, night }: { width: number; night: boolean }): Promise<void> {
  const across = told.length * (width + 16) + 16;
  const page = await chromium.newPage({ viewport: { width: across, height: 900 } });
  await page.setContent(`<body style="margin:16px;display:flex;gap:16px;align-items:flex-start;background:${night ? '#000' : '#d8dbe0'}"></body>`);
  await page.evaluate(
    async ({ mails, wide }) => {
      for (const mail of mails) {
        const frame = document.createElement('iframe');
        frame.style.cssText = `border:0;flex:none;width:${wide}px`;
        frame.srcdoc = mail;
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        frame.style.height = `${frame.contentDocument?.documentElement.scrollHeight ?? 0}px`;
      }
    },
    { mails: told.map((one) => noticeMail(one, night)), wide: width },
  );
  const path = join(folder, `${name}.png`);
  await page.setViewportSize({ width: across, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await sharp(await pictureOf(page)).png({ palette: true }).toFile(path);
  await page.close();
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
}

/** On a busy machine the browser does not always give a large picture at once. */
async function pictureOf(page: Page, tries = 3): Promise<Buffer> {
  try {
    return await page.screenshot();
  } catch (error) {
    if (tries === 1) throw error;
    return pictureOf(page, tries - 1);
  }
}
