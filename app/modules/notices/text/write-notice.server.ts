import type { Shop } from '#app/platform/shops/shop.ts';
import { renderNotice } from '../layout/render-notice.server.tsx';
import { draftNotice, type Telling } from './draft-notice.ts';
import { noticeWords } from './words.ts';

/** A notice ready to leave, in the customer's language; why it was written is said in the shop's. */
export function writeNotice(shop: Pick<Shop, 'name' | 'locales'>, telling: Telling) {
  const draft = draftNotice(shop, telling);
  return { locale: draft.locale, subject: draft.subject, ...renderNotice(draft), reason: noticeWords(shop.locales).t(`reason.${telling.kind}`) };
}
