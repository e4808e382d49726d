import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '#app/kernel/errors.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderOfKey } from '#app/modules/access/index.server.ts';
import { findOrderForCustomer, findParcelByNumber } from '#app/modules/orders/index.server.ts';
import { orderOfLink } from './order-of-link.server.ts';
import { readContact } from './read-contact.ts';
import type { TrackingAnswer } from './tracking-answer.ts';
import { emptyForm } from './ui/look-up-form.tsx';
import { renderTrackingPage } from './ui/tracking-page.tsx';
import type { Visit } from './ui/visit.ts';
import { trackingWords, type TrackingWords } from './words.ts';

interface Needs {
  limits: Limits;
  /** Newest first; links signed with any of them are honoured. */
  secrets: readonly string[];
}

/** A look-up that finds nothing answers on the beat of this many milliseconds, so that its time does not tell why. */
const evenMiss = 700;
const longest = { order: 40, contact: 254, number: 64 };

/** The tracking page's answer to a signed storefront request: a form, an order, a parcel, or why there is none. */
export async function answerTracking(request: Request, proxy: ProxyRequest, needs: Needs): Promise<Response> {
  const words = trackingWords(proxy.locales);
  const answer = request.method === 'POST' ? await byForm(request, proxy, words, needs) : await byAddress(request, proxy, words, needs);
  const { shop, clock } = proxy.ctx;
  const visit: Visit = {
    words,
    shop,
    dates: dateFormat(words.locale, shop.ianaTimezone),
    address: `${proxy.pathPrefix}/track`,
    home: proxy.pathPrefix.replace(/[^/]+\/[^/]+\/?$/, '') || '/',
    now: clock.now(),
  };
  const headers = new Headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  if (answer.kind === 'limited') headers.set('retry-after', String(answer.retryAfter));
  return proxy.liquid(renderTrackingPage(visit, answer), { status: statusOf(answer), headers });
}

function statusOf(answer: TrackingAnswer): number {
  if (answer.kind === 'limited') return 429;
  return answer.kind === 'unavailable' ? 503 : 200;
}

async function byForm(request: Request, proxy: ProxyRequest, { t }: TrackingWords, needs: Needs): Promise<TrackingAnswer> {
  const typed = await request.formData().catch(() => new FormData());
  const order = field(typed.get('order'), longest.order);
  const typedContact = field(typed.get('contact'), longest.contact);
  const contact = readContact(typedContact);
  const errors = {
    ...(order === '' ? { order: t('form.orderMissing') } : {}),
    ...(contact === null ? { contact: t(typedContact === '' ? 'form.contactMissing' : 'form.contactInvalid') } : {}),
  };
  const form = { order, contact: typedContact, errors };
  if (order === '' || contact === null) return { kind: 'form', form };
  return counted(proxy, needs, async () => {
    const view = await findOrderForCustomer(proxy.ctx, { number: order, contact });
    return view ? { kind: 'order', view } : { kind: 'form', form: { ...form, errors: { form: t('form.miss') } } };
  });
}

async function byAddress(request: Request, proxy: ProxyRequest, { t }: TrackingWords, needs: Needs): Promise<TrackingAnswer> {
  const query = new URL(request.url).searchParams;
  const key = query.get('key');
  if (key !== null) {
    const opened = orderOfKey(proxy.ctx.shop, key, { secrets: needs.secrets, now: proxy.ctx.clock.now() });
    const view = opened === null || opened === 'expired' ? null : await orderOfLink(proxy.ctx, opened.orderId);
    return view ? { kind: 'order', view } : { kind: 'form', form: { ...emptyForm, errors: { form: t('form.linkInvalid') } } };
  }
  const typed = query.get('number');
  if (typed === null) return { kind: 'form', form: emptyForm };
  const number = field(typed, longest.number);
  if (number === '') return { kind: 'number-unknown', number, error: 'missing' };
  return counted(proxy, needs, async () => {
    const parcel = await findParcelByNumber(proxy.ctx, number);
    return parcel ? { kind: 'parcel', parcel } : { kind: 'number-unknown', number, error: 'miss' };
  });
}

/** Looks something up within the limits of the visitor and of the shop. */
async function counted(proxy: ProxyRequest, { limits }: Needs, lookUp: () => Promise<TrackingAnswer>): Promise<TrackingAnswer> {
  const startedAt = performance.now();
  const shop = String(proxy.ctx.shop.id);
  try {
    const visitor = await limits.take('lookup-visitor', `${shop}:${proxy.visitor}`);
    const taken = visitor.allowed ? await limits.take('lookup-shop', shop) : visitor;
    if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 503) return { kind: 'unavailable' };
    throw error;
  }
  const answer = await lookUp();
  if (answer.kind === 'form' || answer.kind === 'number-unknown') await sleep(evenMiss - ((performance.now() - startedAt) % evenMiss));
  return answer;
}

function field(value: FormDataEntryValue | null, longestLength: number): string {
  return typeof value === 'string' ? value.trim().slice(0, longestLength) : '';
}
