import type { Brand } from '#app/modules/brand/index.server.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { shownWords, type OwnWords, type WordedMail } from '#app/modules/own-words/index.server.ts';
import { renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { KeptReport } from './kept-report.ts';
import { problemWords } from './words.ts';

/** What of a report its receipt speaks of: none of the customer's own words. */
export type Received = Pick<KeptReport, 'kind' | 'wish' | 'lines' | 'locale'> & { photos: number; order: Pick<KeptReport['order'], 'name'> };

/** What a merchant's words for the receipt may name. */
export function receiptValues({ name: shop }: Pick<Shop, 'name'>, { kind, wish, lines, photos, order, locale: wished }: Received, link: string) {
  const { t, locale } = problemWords([wished]);
  const items = new Intl.ListFormat(locale).format(lines.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title)));
  return { shop_name: shop, order_name: order.name, problem: t(`kind.${kind}`), wish: wish === null ? '' : t(`wish.${wish}`), items, photos, tracking_url: link };
}

/** The app's words for the receipt. */
export function plainReceipt(values: ReturnType<typeof receiptValues>, locale: string) {
  const { t } = problemWords([locale]);
  const { shop_name: shop, order_name: order, problem, wish, items, photos } = values;
  return {
    subject: t('mail.subject', { shop, order }),
    heading: t('mail.heading'),
    paragraphs: [
      t('mail.thanks', { order }),
      t('mail.told', { problem }),
      ...(wish === '' ? [] : [t('mail.wish', { wish })]),
      ...(items === '' ? [] : [t('mail.items', { items })]),
      ...(photos === 0 ? [] : [t('mail.photos', { count: photos })]),
      t('mail.next'),
    ],
  };
}

/** What is worded, on the shop's paper, with the way back to the order. */
export function onPaper({ heading, paragraphs }: Pick<ReturnType<typeof shownWords>['core'], 'heading' | 'paragraphs'>, locale: string, link: string, brand: Brand) {
  return renderCustomerMail({ locale, heading, paragraphs, action: { label: problemWords([locale]).t('mail.action'), url: link } }, brand);
}

const full = { shop_name: 'Shop', order_name: '#1001', problem: 'Damaged', wish: 'Money back', items: '2 × Wool socks', photos: 2, tracking_url: 'https://example.com/track' };

/** The receipt as merchants word it. */
export const receiptMail: WordedMail = {
  kind: 'problem_received',
  trials: [full, { ...full, wish: '', items: '', photos: 0 }],
  starting(locale: string): OwnWords {
    const { t } = problemWords([locale]);
    const named = { shop: '{{ shop_name }}', order: '{{ order_name }}' };
    const whereSet = (name: string, text: string) => `{% if ${name} != "" %}\n\n${text}{% endif %}`;
    const body = `${t('mail.thanks', named)}\n\n${t('mail.told', { problem: '{{ problem }}' })}${whereSet('wish', t('mail.wish', { wish: '{{ wish }}' }))}${whereSet('items', t('mail.items', { items: '{{ items }}' }))}\n\n${t('mail.next')}`;
    return { subject: t('mail.subject', named), heading: t('mail.heading'), body };
  },
  async sample(tx, { shop }, locale, own) {
    const link = shop.primaryUrl;
    const received: Received = { kind: 'damaged', wish: null, lines: [{ lineId: '1', quantity: 2, title: 'Wool socks' }], locale, photos: 1, order: { name: '#1001' } };
    const values = receiptValues(shop, received, link);
    const { core } = shownWords(own, values, plainReceipt(values, locale));
    return { subject: core.subject, ...onPaper(core, locale, link, await readBrand(tx, shop)) };
  },
};
