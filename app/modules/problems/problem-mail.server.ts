import { spokenLink } from '#app/kernel/spoken-link.ts';
import { after, day } from '#app/kernel/time.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { inOwnWords } from '#app/modules/own-words/index.server.ts';
import { markedLink } from '#app/modules/outbox/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { KeptReport } from './kept-report.ts';
import { onPaper, plainReceipt, receiptMail, receiptValues } from './receipt.server.ts';
import { problemWords } from './words.ts';

/** How long the mail's way back to the order leads there. */
const linkLife = 90 * day;

/**
 * Tells the customer that a report came in and what of it, in their language and the merchant's words where there are any. Their own words are
 * left out: a confirmation that repeats them would carry anybody's text to the order's address.
 */
export async function problemMail(tx: ShopTx, shop: Shop, report: KeptReport, secret: string, now: Date) {
  const { locale } = problemWords([report.locale, ...shop.locales]);
  const link = markedLink(spokenLink(orderLink(shop, report.order.id, { purpose: 'order', expiresAt: after(now, linkLife) }, secret), locale));
  const values = receiptValues(shop, { ...report, locale, photos: report.photos.length }, link);
  const core = await inOwnWords(tx, { kind: receiptMail.kind, locale, now }, values, plainReceipt(values, locale));
  return { locale, subject: core.subject, ...onPaper(core, locale, link, await readBrand(tx, shop)), reason: problemWords(shop.locales).t('mail.reason') };
}
