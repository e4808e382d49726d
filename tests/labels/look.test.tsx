import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { afterAll, expect, it } from 'vitest';
import { LabelCard } from '#app/modules/labels/ui/label-card.tsx';
import { WaysBackPage } from '#app/modules/labels/ui/settings/ways-back-page.tsx';
import { renderLabelPage } from '#app/modules/labels/door/label-page.tsx';
import { waysBackSetting } from '#app/modules/labels/ways/ways-back-setting.ts';
import { wayWords } from '#app/modules/labels/ways/words.ts';
import { expectAccessible, expectNoSideScroll } from '../e2e/page-checks.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { desktop, launchBrowser, phone } from '../harness/browser.ts';
import { cardOf, settingsView, shownLabels } from './fixtures.ts';

const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');

const pages: [string, ReactNode][] = [
  ['cards', <div key="cards"><h1>Return</h1>{[null, ...Object.values(shownLabels)].map((label, at) => <LabelCard key={at} view={cardOf(label)} mayAct />)}</div>],
  ['settings', <WaysBackPage key="settings" {...settingsView} />],
];

it.each([
  ['a phone', phone, 'en'],
  ['a phone, in Chinese', phone, 'zh-CN'],
  ['a desk', desktop, 'en'],
] as const)('the label’s card and the settings fit %s and can be read by everybody', async (_, viewport, locale) => {
  const tab = await browser.newPage({ viewport });
  for (const [, page] of pages) {
    const body = render({ locale, path: '/app', children: page });
    await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Ways back</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
    await expectNoSideScroll(tab);
    await expectAccessible(tab);
  }
  await tab.close();
}, 60_000);

it('a label of which the shop knows the number alone says so, and neither waits for a file nor claims one', () => {
  const text = textOf(render({ path: '/app', children: <LabelCard view={cardOf(shownLabels.numbered ?? null)} mayAct /> }));
  for (const words of ['Tracking number entered', 'UPS 9400111898560000000000']) expect(text).toContain(words);
  for (const words of ['Waiting for a label', 'Uploaded']) expect(text).not.toContain(words);
});

it.each([
  ['a phone', phone, 'de'],
  ['a desk', desktop, 'ja'],
] as const)('the page to print fits %s and can be read by everybody', async (_, viewport, locale) => {
  const tab = await browser.newPage({ viewport });
  const items = [{ title: 'Cup · Large', quantity: 2 }];
  const html = renderLabelPage({ kind: 'qr', name: '#1001-R1', order: '#1001', number: '94001118985600000000001234567890', carrier: 'USPS', items, words: wayWords([locale]), ways: waysBackSetting.initial, file: 'https://shop.example/label', qr: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' });
  await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Label</title><meta name="viewport" content="width=device-width"></head><body><main>${html}</main></body></html>`);
  expect(await tab.getByRole('heading', { level: 1 }).textContent()).toContain('#1001-R1');
  await expectNoSideScroll(tab);
  await expectAccessible(tab);
  await tab.close();
}, 60_000);
