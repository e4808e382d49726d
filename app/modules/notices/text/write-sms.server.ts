import { thriftySigns } from '#app/kernel/sms-parts.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { renderSms, type SmsWords } from '#app/modules/own-words/index.server.ts';
import { valuesOf } from '../own-words/values-of.ts';
import type { Telling } from './telling.ts';
import { draftSms } from './draft-sms.ts';
import { noticeWords } from './words.ts';

/** A notice as a text message ready to leave, under the same promises as the mail. */
export function writeSms(shop: Pick<Shop, 'name' | 'locales'>, telling: Telling, own: SmsWords | null) {
  const { locale, text } = draftSms(shop, telling);
  const reason = noticeWords(shop.locales).t(`reason.${telling.kind}`);
  if (!own || telling.milestone) return { message: { locale, text, reason }, failure: null };
  try {
    return { message: { locale, text: thriftySigns(renderSms(own, valuesOf(shop.name, locale, telling))), reason }, failure: null };
  } catch (error) {
    return { message: { locale, text, reason }, failure: error instanceof Error ? error.message : String(error) };
  }
}
