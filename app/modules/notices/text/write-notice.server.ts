import type { Brand } from '#app/modules/brand/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { renderNotice } from '../layout/render-notice.server.tsx';
import { type OwnWords, renderWords } from '#app/modules/own-words/index.server.ts';
import { valuesOf } from '../own-words/values-of.ts';
import { draftNotice } from './draft-notice.ts';
import type { Telling } from './telling.ts';
import { noticeWords } from './words.ts';

type Writer = Pick<Shop, 'name' | 'locales'>;


/** The language a customer is written to in. */
export function localeOf(shop: Writer, wish: string | null) {
  return noticeWords([wish, ...shop.locales]).locale;
}

/**
 * A notice ready to leave, in the customer's language; why it was written is said in the shop's. A merchant's words take the place of those
 * that come with the app, but at a stop after the first scan; where they fail the app's are sent, and the failure is said.
 */
export function writeNotice(shop: Writer, telling: Telling, own: OwnWords | null, brand: Brand) {
  const plain = draftNotice(shop, telling);
  const { draft: written, failure } = own && !telling.milestone ? withOwnWords(shop, telling, own, plain) : { draft: plain, failure: null };
  const draft = telling.note ? { ...written, paragraphs: [...written.paragraphs, telling.note] } : written;
  const message = { locale: draft.locale, subject: draft.subject, ...renderNotice(draft, brand), reason: noticeWords(shop.locales).t(`reason.${telling.kind}`) };
  return { message, failure };
}

function withOwnWords(shop: Writer, telling: Telling, own: OwnWords, plain: ReturnType<typeof draftNotice>) {
  try {
    return { draft: { ...plain, ...renderWords(own, valuesOf(shop.name, plain.locale, telling)) }, failure: null };
  } catch (error) {
    return { draft: plain, failure: error instanceof Error ? error.message : String(error) };
  }
}
