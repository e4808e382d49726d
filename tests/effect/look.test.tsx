import { readFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { EffectPage } from '#app/modules/effect/ui/effect-page.tsx';
import { expectAccessible, expectNoSideScroll } from '../e2e/page-checks.ts';
import { render } from '../admin-ui/stage.tsx';
import { desktop, launchBrowser, phone } from '../harness/browser.ts';
import { effect } from './effects.ts';

const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');
const running = effect({ of: 2_000, did: 72 }, { of: 500, did: 40 });
const ended = { ...running, holdOut: { ...running.holdOut, id: '2', startedAt: new Date('2026-09-28T12:00:00Z'), endedAt: new Date('2026-10-20T12:00:00Z'), endedFor: 'harm' as const } };

it.each([
  ['a phone', phone, 'en'],
  ['a phone, in Chinese', phone, 'zh-CN'],
  ['a desk', desktop, 'en'],
] as const)('the page of the effect fits %s and can be read by everybody', async (_, viewport, locale) => {
  const tab = await browser.newPage({ viewport });
  for (const latest of [running, ended, null]) {
    const body = render({ locale, path: '/app/effect', children: <EffectPage effect={{ latest, earlier: latest ? [ended] : [] }} /> });
    await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Effect</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
    await expectNoSideScroll(tab);
    await expectAccessible(tab);
  }
  expect(await tab.getByRole('heading', { level: 1 }).count()).toBe(1);
  await tab.close();
}, 60_000);
