import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { FiguresPage } from '#app/modules/returns/ui/figures/figures-page.tsx';
import { ReturnPage } from '#app/modules/returns/ui/return-page.tsx';
import { SignalsCard } from '#app/modules/returns/ui/signals/signals-card.tsx';
import { SignalsSettingsPage } from '#app/modules/returns/ui/signals/signals-settings-page.tsx';
import { StaffPage } from '#app/modules/staff/ui/staff-page.tsx';
import { expectAccessible, expectNoSideScroll } from '#tests/e2e/page-checks.ts';
import { render } from '#tests/admin-ui/stage.tsx';
import { desktop, launchBrowser, phone } from '#tests/harness/browser.ts';
import { returnView } from '../fixtures.ts';
import { shownBuyer } from '../shown-buyer.ts';
import { shownFigures } from './shown-figures.ts';
import { shownStaff } from '../../staff/shown-staff.ts';

const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');

it.each([
  ['a phone', phone, 'en'],
  ['a phone, in Chinese', phone, 'zh-CN'],
  ['a desk', desktop, 'en'],
] as const)('figures, signals and rights fit %s and can be read by everybody', async (_, viewport, locale) => {
  const tab = await browser.newPage({ viewport });
  const screens = [
    ['figures', () => <FiguresPage figures={shownFigures} />],
    ['staff', () => <StaffPage view={shownStaff} />],
    ['locked', () => <StaffPage view={{ ...shownStaff, mayChange: false }} />],
    ['signals', () => <SignalsSettingsPage rules={{ value: { share: 50, orders: 3, tags: ['no-returns'] }, version: 1 }} />],
    ['return', () => <ReturnPage view={returnView()} acts={['approve', 'decline']} mayAct={false} actKey="k" story={null} aside={<SignalsCard buyer={shownBuyer} />} />],
  ] as const;
  for (const [name, screen] of screens) {
    const body = render({ locale, path: '/app/returns', children: screen() });
    await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Look</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
    await tab.evaluate(() => document.querySelectorAll('details').forEach((each) => (each.open = true)));
    if (process.env['LOOK']) await tab.screenshot({ path: `${process.env['LOOK']}/${name}-${viewport.width}-${locale}.png`, fullPage: true });
    await expectNoSideScroll(tab);
    await expectAccessible(tab);
    expect(await tab.getByRole('heading', { level: 1 }).count()).toBe(1);
  }
  await tab.close();
}, 60_000);
