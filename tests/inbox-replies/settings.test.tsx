import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { repliesView, replySetting } from '#app/modules/inbox/index.server.ts';
import { RepliesPage } from '#app/modules/inbox/replies/ui/replies-page.tsx';
import { saveSetting } from '#app/modules/settings/index.server.ts';
import { render } from '../admin-ui/stage.tsx';
import { expectAccessible, expectNoSideScroll } from '../e2e/page-checks.ts';
import { desktop, launchBrowser, phone } from '../harness/browser.ts';
import { openReplyStage } from './stage.ts';

const stage = await openReplyStage();
const browser = await launchBrowser();
afterAll(() => browser.close());
const styles = readFileSync('node_modules/@shopify/polaris/build/esm/styles.css', 'utf8');

const formOf = (value: unknown, version = '0') => {
  const form = new FormData();
  form.set('version', version);
  form.set('value', JSON.stringify(value));
  return form;
};

test.each([
  ['a phone', phone, 'en'],
  ['a phone, in Chinese', phone, 'zh-CN'],
  ['a desk', desktop, 'en'],
] as const)('the page of replies fits %s, can be read by everybody, and shows what somebody who wrote now would read', async (_, viewport, locale) => {
  const ctx = await stage.newShop();
  const view = await repliesView(ctx, locale);
  expect(view.sample).toContain('Nordlicht');
  const tab = await browser.newPage({ viewport });
  const body = render({ locale, path: '/app/settings/replies', children: <RepliesPage {...view} /> });
  await tab.setContent(`<!doctype html><html lang="${locale}"><head><title>Replies</title><meta name="viewport" content="width=device-width"><style>${styles}</style></head><body><main>${body}</main></body></html>`);
  await expectNoSideScroll(tab);
  await expectAccessible(tab);
  expect(await tab.getByText(locale === 'en' ? 'You can expect our answer by' : '之前回复您').count()).toBe(1);
  await tab.close();
}, 60_000);

test('what is saved holds, and what is none of the choices is not', async () => {
  const ctx = await stage.newShop();
  expect(await saveSetting(ctx, replySetting, formOf({ undoSeconds: 7, acknowledges: true }), { by: null })).toMatchObject({ errors: expect.anything() });
  expect(await saveSetting(ctx, replySetting, formOf({ undoSeconds: 30, acknowledges: true }), { by: null })).toMatchObject({ saved: { value: { undoSeconds: 30, acknowledges: true } } });
  expect((await repliesView(ctx, 'en')).replies.value).toEqual({ undoSeconds: 30, acknowledges: true });
});
