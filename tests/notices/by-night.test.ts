import { afterAll, it } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { plainBrand } from '#app/modules/brand/index.server.ts';
import { noticeKinds } from '../../app/modules/notices/kinds.ts';
import { sampleOf } from '../../app/modules/notices/sample.ts';
import { situationOf } from '../../app/modules/notices/situations.ts';
import { writeNotice } from '../../app/modules/notices/text/write-notice.server.ts';
import { expectAccessible, expectNoSideScroll } from '../e2e/page-checks.ts';
import { launchBrowser } from '../harness/browser.ts';

/** Axe is slow: a language of long words, and one of other letters. */
const looked: ReadonlySet<string> = new Set(['de', 'ja']);
const now = new Date('2026-11-21T12:00:00Z');
const lines = [{ title: 'A very long name of a product that does not fit into one line of a phone', variant: 'M / Moss', quantity: 2, imageUrl: null, fulfillmentId: '0' }];
const browser = await launchBrowser();
afterAll(() => browser.close());

it.each(['light', 'dark'] as const)('every notice can be read in a %s mail program on a phone, in letters of every script', async (colorScheme) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 }, colorScheme });
  for (const kind of noticeKinds) {
    for (const locale of customerLocales) {
      const { message } = writeNotice(
        { name: 'Nordlicht & Co', locales: ['en'] },
        { kind, order: { name: '#1042', locale, zone: 'Europe/Berlin' }, ...sampleOf({ kind, situation: situationOf(kind, null), real: null, orderId: '1', now }), lines, link: `https://shop.example.com/apps/aftercare/track?key=${'k'.repeat(90)}`, now },
        null,
        plainBrand('Nordlicht & Co'),
      );
      await page.setContent(message.html);
      await expectNoSideScroll(page);
      if (looked.has(locale)) await expectAccessible(page);
    }
  }
  await page.close();
}, 120_000);
