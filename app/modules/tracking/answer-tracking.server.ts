import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderOfKey, type OrderKey } from '#app/modules/access/index.server.ts';
import { promisedTerms } from '#app/modules/returns/index.server.ts';
import { askForCode, takeCode } from './code-step.server.ts';
import { lookUpNumber, lookUpOrder } from './look-up.server.ts';
import { openOrder } from './open-order.server.ts';
import { readPageWishes } from './page-wishes.server.ts';
import { photoTurn } from './photo-turn.server.ts';
import { proofOf } from './proof-of.server.ts';
import { readVisitForm, type VisitForm } from './read-visit-form.server.ts';
import { reportForm, takeReport } from './report-step.server.ts';
import type { AfterCode, TrackingAnswer } from './tracking-answer.ts';
import { emptyForm } from './ui/look-up-form.tsx';
import type { Visit } from './ui/visit.ts';
import { renderTrackingPage } from './ui/tracking-page.tsx';
import type { PageNeeds, VisitNeeds } from './visit-needs.ts';
import { browserOf, spokenIn, visitOf } from './visit-of.server.ts';
import { trackingWords, type TrackingWords } from './words.ts';

const longest = { order: 40, contact: 254, number: 64, key: 200, code: 40 };

/** The tracking page's answer to a signed storefront request: a form, an order, a parcel, a step on the way, or why there is none. */
export async function answerTracking(request: Request, proxy: ProxyRequest, from: PageNeeds): Promise<Response> {
  const needs: VisitNeeds = { ...from, browser: browserOf(request.headers) };
  const turn = photoTurn(needs.limits, `${proxy.ctx.shop.id}:${proxy.visitor}`);
  // Photos are only read of who holds a key to an order.
  const admits = async (fields: URLSearchParams) => keyHolder(field(fields.get('key'), longest.key), proxy, needs) !== null && turn.take();
  try {
    const form = request.method === 'POST' ? await readVisitForm(request, admits) : null;
    return await answerForm(new URL(request.url).searchParams, form, proxy, needs);
  } finally {
    turn.end();
  }
}

async function answerForm(query: URLSearchParams, form: VisitForm | null, proxy: ProxyRequest, needs: VisitNeeds): Promise<Response> {
  const { ctx } = proxy;
  const spoken = spokenIn(query, form?.fields, proxy);
  const asked = trackingWords([...spoken.own, ...ctx.shop.locales]);
  const answer = form ? await byForm(form, proxy, asked, needs) : await byAddress(query, proxy, asked, needs);
  const words = answer.kind === 'order' ? trackingWords([...spoken.own, answer.tracked.view.customerLocale ?? '', ...ctx.shop.locales]) : asked;
  const wishes = (answer.kind === 'order' ? answer.wishes : undefined) ?? (await ctx.tx(readPageWishes));
  const promised = wishes.page.policies.includes('refund-policy') ? await promisedTerms(ctx, [words.locale]) : null;
  const visit = { ...visitOf(proxy, spoken, words, wishes, 'track'), signIn: await signInBeside(answer, proxy, words, needs), promised };
  const headers = new Headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  if (answer.kind === 'limited') headers.set('retry-after', String(answer.retryAfter));
  return proxy.liquid(renderTrackingPage(visit, answer), { status: statusOf(answer), headers });
}

/** Whoever looks for an order, or is asked for a code, may sign in instead. */
async function signInBeside(answer: TrackingAnswer, proxy: ProxyRequest, { locale }: TrackingWords, needs: VisitNeeds): Promise<Visit['signIn']> {
  if (answer.kind === 'form' || answer.kind === 'number-unknown') return needs.signInLink?.(proxy, locale, null);
  return answer.kind === 'code' ? needs.signInLink?.(proxy, locale, keyHolder(answer.key, proxy, needs)?.orderId ?? null) : null;
}

function statusOf(answer: TrackingAnswer): number {
  if (answer.kind === 'limited') return 429;
  return answer.kind === 'unavailable' ? 503 : 200;
}

async function byForm(form: VisitForm, proxy: ProxyRequest, words: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const text = (name: keyof typeof longest) => field(form.fields.get(name), longest[name]);
  const key = text('key');
  if (key === '') return lookUpOrder({ order: text('order'), contact: text('contact') }, proxy, words, needs);
  const order = keyHolder(key, proxy, needs);
  if (!order) return linkInvalid(words);
  const asked = { key, order, after: afterCode(form.fields.get('after')) };
  switch (form.fields.get('do')) {
    case 'code':
      return askForCode(asked, proxy, words, needs);
    case 'redeem': {
      const taken = await takeCode(asked, text('code'), proxy, needs);
      if ('kind' in taken) return taken;
      return openedBy({ ...taken, wants: asked.after }, form, proxy, words, needs);
    }
    case 'report':
      return openedBy({ key, order, wants: 'report' }, form, proxy, words, needs);
    case 'late':
      return openedBy({ key, order, wants: 'late' }, form, proxy, words, needs);
    case 'send':
      return openedBy({ key, order, wants: 'send' }, form, proxy, words, needs);
    default:
      return openedBy({ key, order, wants: 'order' }, form, proxy, words, needs);
  }
}

interface Holder {
  key: string;
  order: OrderKey;
  wants: AfterCode | 'send';
}

/** What the holder of a key gets. */
async function openedBy({ key, order, wants }: Holder, form: VisitForm | null, proxy: ProxyRequest, words: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const opened = await openOrder(proxy.ctx, order, await proofOf(order, proxy), key);
  if (opened === null) return linkInvalid(words);
  if (opened === 'code-needed') return { kind: 'code', key, after: wants === 'send' ? 'report' : wants, state: { step: 'ask' } };
  if (wants === 'report' || wants === 'late') return reportForm(opened, proxy, wants);
  return wants === 'send' && form ? takeReport(opened, form, proxy, words, needs) : { kind: 'order', ...opened };
}

async function byAddress(query: URLSearchParams, proxy: ProxyRequest, words: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const key = query.get('key');
  if (key !== null) {
    const order = keyHolder(key, proxy, needs);
    return order ? openedBy({ key, order, wants: query.get('report') === 'late' ? 'late' : 'order' }, null, proxy, words, needs) : linkInvalid(words);
  }
  const number = query.get('number');
  return number === null ? { kind: 'form', form: emptyForm } : lookUpNumber(field(number, longest.number), proxy, needs);
}

function keyHolder(key: string, { ctx }: ProxyRequest, { secrets }: VisitNeeds): OrderKey | null {
  const opened = orderOfKey(ctx.shop, key, { secrets, now: ctx.clock.now() });
  return opened === 'expired' ? null : opened;
}

function afterCode(wish: string | null): AfterCode {
  return wish === 'report' || wish === 'late' ? wish : 'order';
}

function linkInvalid({ t }: TrackingWords): TrackingAnswer {
  return { kind: 'form', form: { ...emptyForm, errors: { form: t('form.linkInvalid') } } };
}

function field(value: string | null, longestLength: number): string {
  return (value ?? '').trim().slice(0, longestLength);
}
