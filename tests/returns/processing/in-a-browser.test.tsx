import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReactNode } from 'react';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOn } from '#app/modules/returns/acts.ts';
import { AttentionPage } from '#app/modules/returns/ui/processing/attention-page.tsx';
import { ReceivePage } from '#app/modules/returns/ui/processing/receive-page.tsx';
import { RefundPage } from '#app/modules/returns/ui/processing/refund-page.tsx';
import { TroublesCard } from '#app/modules/returns/ui/processing/troubles-card.tsx';
import { ReturnPage } from '#app/modules/returns/ui/return-page.tsx';
import { render } from '../../admin-ui/stage.tsx';
import { expectNoSideScroll, expectNothingFromAxe } from '../../e2e/page-checks.ts';
import { desktop, launchBrowser, phone, visitor } from '../../harness/browser.ts';
import { wholeReturn } from '../fixtures.ts';
import { inspection, receiveView, refundView, trouble } from './screens.ts';

const styles = readFileSync(join(import.meta.dirname, '../../../node_modules/@shopify/polaris/build/esm/styles.css'), 'utf8');
/** Where pictures go, for who wants to look. */
const pictures = process.env['PICTURES'];
const whole = { ...wholeReturn, inspections: [inspection], refused: 1, leftToPeople: { why: 'moved', since: inspection.at }, receivedAt: inspection.at };

const screens: Record<string, (locale?: 'zh-CN') => ReactNode> = {
  receive: () => <ReceivePage {...receiveView} actKey="k" />,
  refund: () => <RefundPage {...refundView} actKey="k" />,
  attention: () => <AttentionPage troubles={[trouble(), trouble({ id: '00000000-0000-4000-8000-000000000002', problem: 'refused', decisions: ['again', 'drop'] })]} />,
  return: () => <ReturnPage view={whole} acts={actsOn(whole)} actKey="k" story={null} notice={<TroublesCard troubles={[trouble()]} />} />,
};

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()), 60_000);
afterAll(() => browser.close());

describe.each([['phone', phone], ['desktop', desktop]] as const)('on a %s', (device, size) => {
  it.each(Object.keys(screens).flatMap((screen) => (['en', 'zh-CN'] as const).map((locale) => [screen, locale] as const)))('%s in %s is open to everybody and fits its window', async (screen, locale) => {
    const context = await visitor(browser, size);
    const page = await context.newPage();
    const html = render({ locale, path: '/app/returns/81', children: screens[screen]?.() });
    await page.setContent(`<!doctype html><html lang="${locale}"><head><title>Aftercare</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${html}</main></body></html>`);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${screen}-${device}-${locale}.png`), fullPage: true });
    }
    await expectNoSideScroll(page);
    await expectNothingFromAxe(page);
    expect(await page.getByRole('heading').count()).toBeGreaterThan(0);
    await context.close();
  }, 60_000);
});
