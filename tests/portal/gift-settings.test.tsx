import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GiftSettingsPage } from '#app/modules/portal/ui/settings/gift-settings-page.tsx';
import { expectAccessible, expectNoSideScroll } from '#tests/e2e/page-checks.ts';
import { desktop, launchBrowser, phone } from '#tests/harness/browser.ts';
import { render, textOf } from '../admin-ui/stage.tsx';

const page = (on: boolean, locale?: 'zh-CN') => render({ locale, path: '/app/settings/gifts', children: <GiftSettingsPage rules={{ value: { on }, version: 0 }} /> });

describe('the setting for gifts', () => {
  it('says what recipients can have, and who gets the emails', () => {
    for (const words of ['may exchange them by themselves', 'see no prices', 'at the price that was paid', 'go to the person who ordered']) expect(textOf(page(false))).toContain(words);
    expect(page(true)).toMatch(/type="checkbox"[^>]*checked=""/);
    expect(page(false)).not.toMatch(/type="checkbox"[^>]*checked=""/);
  });

  it('speaks Chinese', () => expect(textOf(page(true, 'zh-CN'))).toContain('收礼人可以自行更换礼物'));

  it.each([
    ['a phone', phone, undefined],
    ['a phone, in Chinese', phone, 'zh-CN'],
    ['a desk', desktop, undefined],
  ] as const)('fits %s and can be read by everybody', async (_, viewport, locale) => {
    const browser = await launchBrowser();
    const tab = await browser.newPage({ viewport });
    const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');
    await tab.setContent(`<!doctype html><html lang="${locale ?? 'en'}"><head><title>Look</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${page(true, locale)}</main></body></html>`);
    if (process.env['LOOK']) await tab.screenshot({ path: `${process.env['LOOK']}/gifts-${viewport.width}-${locale ?? 'en'}.png`, fullPage: true });
    await expectNoSideScroll(tab);
    await expectAccessible(tab);
    await browser.close();
  }, 60_000);
});
