import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { FiguresPage } from '#app/modules/returns/ui/figures/figures-page.tsx';
import { StaffPage } from '#app/modules/staff/ui/staff-page.tsx';
import { expectAccessible, expectNoSideScroll } from '#tests/e2e/page-checks.ts';
import { render } from '#tests/admin-ui/stage.tsx';
import { desktop, launchBrowser, phone } from '#tests/harness/browser.ts';
import { shownFigures } from './shown-figures.ts';
import { shownStaff } from '../../staff/shown-staff.ts';

const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');

it.each([
  ['a phone', phone, 'en'],
  ['a phone, in Chinese', phone, 'zh-CN'],
  ['a desk', desktop, 'en'],
] as const)('figures and rights fit %s and can be read by everybody', async (_, viewport, locale) => {
  const tab = await browser.newPage({ viewport });
  const screens = [
    ['figures', <FiguresPage figures={shownFigures} />],
    ['staff', <StaffPage view={shownStaff} />],
    ['locked', <StaffPage view={{ ...shownStaff, mayChange: false }} />],
  ] as const;
  for (const [name, screen] of screens) {
    const body = render({ locale, path: '/app/returns', children: screen });
    await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Look</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
    await tab.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    if (process.env['LOOK']) await tab.screenshot({ path: `${process.env['LOOK']}/${name}-${viewport.width}-${locale}.png`, fullPage: true });
    await expectNoSideScroll(tab);
    await expectAccessible(tab);
    expect(await tab.getByRole('heading', { level: 1 }).count()).toBe(1);
  }
  await tab.close();
}, 60_000);
