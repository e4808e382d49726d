import type { Payload } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { valuesOf } from '../own-words/values-of.ts';
import { draftSms } from '../text/draft-sms.ts';
import type { Telling } from '../text/telling.ts';
import { noticeWords } from '../text/words.ts';
import type { CarriedWay, Way } from './way.ts';

/** True for a way on which another service makes the message. */
export function isCarried(way: Way): way is CarriedWay {
  return way.channel !== 'email' && way.channel !== 'sms';
}

/** What such a service is given of a notice; beside it what it tells, for those who look at it in the admin. */
export function carriedMessage(shop: Pick<Shop, 'name' | 'locales'>, way: CarriedWay, orderId: string, telling: Telling) {
  const { locale, text } = draftSms(shop, telling);
  const about = { locale, reason: noticeWords(shop.locales).t(`reason.${telling.kind}`) };
  const values = valuesOf(shop.name, locale, telling);
  if (way.channel === 'whatsapp') {
    const { name, language, values: names } = way.template;
    const said = names.map((variable) => written(Reflect.get(values, variable)));
    return { ...about, channel: way.channel, text: `${name} (${language}): ${said.join(' · ')}`, payload: { template: name, language, values: said } };
  }
  return { ...about, channel: way.channel, text, payload: way.channel === 'klaviyo' ? eventOf(locale, text, orderId, telling, { ...values }) : noticeOf(locale, text, orderId, telling, values) };
}

function eventOf(locale: string, text: string, orderId: string, { kind, now }: Telling, values: Payload): Payload {
  return { metric: `Aftercare: ${kind.replaceAll('_', ' ')}`, time: now.toISOString(), properties: { notice: kind, language: locale, text, order_id: orderId, ...values } };
}

function noticeOf(language: string, text: string, orderId: string, { kind, link }: Telling, { parcel_number: trackingNumber, carrier, expected }: ReturnType<typeof valuesOf>): Payload {
  return { orderId, notice: kind, language, text, trackingPage: link, trackingNumber, carrier, expected };
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
