import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import { afterAll, expect, it } from 'vitest';
import { Beside } from '#app/modules/inbox/beside/ui/beside.tsx';
import { render } from '../admin-ui/stage.tsx';
import { expectNoSideScroll, expectNothingFromAxe } from '../e2e/page-checks.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { shownBeside, shownStranger } from './shown-beside.ts';

const styles = readFileSync(join(import.meta.dirname, '../../node_modules/@shopify/polaris/build/esm/styles.css'), 'utf8');
/** Where pictures go, for who wants to look. */
const pictures = process.env['PICTURES'];
const browser = await launchBrowser();
afterAll(() => browser.close());

const screens: Record<string, () => ReactNode> = {
  known: () => <Beside view={shownBeside} />,
  stranger: () => <Beside view={shownStranger} />,
};

it.each(
  Object.keys(screens).flatMap((screen) => (['en', 'zh-CN'] as const).flatMap((locale) => ([['phone', phone], ['desktop', desktop]] as const).map(([device, size]) => [screen, locale, device, size] as const))),
)('what stands beside a ticket (%s, in %s) is open to everybody and fits a %s', async (screen, locale, device, size) => {
  const context = await visitor(browser, size);
  const page = await context.newPage();
  // On a desk the panel has a third of the page.
  const html = render({ locale, path: '/app/inbox/17', children: <div style={{ maxWidth: 380 }}>{screens[screen]?.()}</div> });
  await page.setContent(`<!doctype html><html lang="${locale}"><head><title>Aftercare</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main><h1>#17</h1>${html}</main></body></html>`);
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `beside-${screen}-${device}-${locale}.png`), fullPage: true });
  }
  await expectNoSideScroll(page);
  await expectNothingFromAxe(page);
  for (const title of locale === 'en' ? ['Customer', 'Orders', 'Other conversations'] : ['客户', '订单', '其他会话']) expect(await page.getByRole('heading', { level: 2, name: title, exact: true }).count()).toBe(1);
  await context.close();
}, 60_000);
