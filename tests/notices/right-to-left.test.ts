import { afterAll, describe, expect, it } from 'vitest';
import { plainBrand } from '#app/modules/brand/index.server.ts';
import { renderNotice } from '../../app/modules/notices/layout/render-notice.server.tsx';
import type { NoticeDraft } from '../../app/modules/notices/text/notice-draft.ts';
import { expectAccessible, expectNoSideScroll } from '../e2e/page-checks.ts';
import { launchBrowser } from '../harness/browser.ts';

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"/>')}`;
const draft: NoticeDraft = {
  locale: 'ar',
  subject: 'طلبك في الطريق',
  heading: 'طلبك في الطريق',
  paragraphs: ['غادر طرد من طلبك #1042 متجرنا.'],
  facts: [{ label: 'رقم التتبع', value: '+44 (0)20-7946' }],
  contents: { label: 'في هذا الطرد', lines: [{ text: '2 × بطانية', imageUrl: picture }], more: null },
  action: { label: 'تتبع طلبك', url: 'https://shop.example/track', hint: 'إذا لم يعمل الزر:' },
  notes: [],
  footer: 'لقد طلبت من متجرنا.',
  preferences: { label: 'اختر', url: 'https://shop.example/preferences' },
};
const browser = await launchBrowser();
afterAll(() => browser.close());

describe('a notice in a language written from right to left', () => {
  it('says so where mail programs keep it: on the outermost table, not on html alone', () => {
    const { html } = renderNotice(draft, plainBrand('متجر'));
    expect(html).toContain('<html dir="rtl" lang="ar">');
    expect(html).toMatch(/<table[^>]*class="ground"[^>]*dir="rtl" lang="ar"/);
  });

  it.each([360, 900])('is laid out from the right in a window of %d points, its numbers in their own order', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    // As in programs that throw away what surrounds the body.
    const { html } = renderNotice(draft, plainBrand('متجر'));
    await page.setContent(`<!doctype html><html lang="ar"><title>x</title>${html.slice(html.indexOf('<style'), html.indexOf('</head>'))}<main>${html.slice(html.indexOf('<table', html.indexOf('<body')), html.indexOf('</body>'))}</main></html>`);
    await expectNoSideScroll(page);
    await expectAccessible(page);
    const places = await page.evaluate(() => {
      const boxOf = (node: Node | null) => {
        const range = document.createRange();
        if (node) range.selectNodeContents(node);
        const { left, right } = range.getBoundingClientRect();
        return { left, right };
      };
      const sheet = boxOf(document.querySelector('.sheet'));
      const number = document.querySelector('bdi')?.firstChild ?? null;
      const sign = (at: number) => {
        const range = document.createRange();
        if (number) {
          range.setStart(number, at);
          range.setEnd(number, at + 1);
        }
        return range.getBoundingClientRect().left;
      };
      const [picture, words] = [document.querySelector('img'), document.querySelector('td.ink')];
      return {
        heading: sheet.right - boxOf(document.querySelector('h1')).right,
        headingLeft: boxOf(document.querySelector('h1')).left - sheet.left,
        button: sheet.right - (document.querySelector('.button')?.getBoundingClientRect().right ?? 0),
        pictureIsFirst: (picture?.getBoundingClientRect().left ?? 0) > boxOf(words).left,
        numberRuns: sign(0) < sign(1) && sign(1) < sign(12),
      };
    });
    expect(places.heading).toBeLessThan(60);
    expect(places.headingLeft).toBeGreaterThan(places.heading);
    expect(places.button).toBeLessThan(60);
    expect(places).toMatchObject({ pictureIsFirst: true, numberRuns: true });
    await page.close();
  }, 30_000);
});
