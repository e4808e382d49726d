import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderOfGiftKey, orderOfKey } from '#app/modules/access/index.server.ts';
import { policyWords } from '#app/modules/returns/index.pure.ts';
import { browserOf, photoTurn, readVisitForm, spokenIn, trackingWords, visitOf, type Spoken } from '#app/modules/tracking/index.server.ts';
import { enterPortal, type Entered } from './enter-portal.server.ts';
import type { Mails } from './mails.ts';
import { mailsFor } from './mails.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { PortalNeeds } from './portal-needs.ts';
import { renderPortalPage } from './ui/portal-page.tsx';
import type { PortalVisit } from './ui/portal-visit.ts';
import { portalWords } from './words.ts';

/** The portal's answer to a signed storefront request: a form, a step of a return, how one stands, or why there is none. */
export async function answerPortal(request: Request, proxy: ProxyRequest, from: Omit<PortalNeeds, 'browser'>): Promise<Response> {
  const needs: PortalNeeds = { ...from, browser: browserOf(request.headers) };
  const { ctx } = proxy;
  const turn = photoTurn(needs.limits, `${ctx.shop.id}:${proxy.visitor}`);
  // Photos are only read of who holds a key to an order.
  const admits = async (fields: URLSearchParams) => isHolder((fields.get('key') ?? '').slice(0, 200), proxy, needs) && turn.take();
  try {
    const form = request.method === 'POST' ? await readVisitForm(request, admits) : null;
    const query = new URL(request.url).searchParams;
    const spoken = spokenIn(query, form?.fields, proxy);
    const entered = await enterPortal({ query, form, proxy, needs, own: spoken.own });
    const { answer } = entered;
    const bare = portalVisit(proxy, spoken, entered, await mailsFor(ctx, answer, entered.gift === true));
    const visit = { ...bare, signIn: await signInBeside(answer, proxy, bare, needs) };
    return proxy.liquid(renderPortalPage(visit, answer), { status: statusOf(answer), headers: headersOf(answer) });
  } finally {
    turn.end();
  }
}

/** Whoever looks for an order, or is asked for a code, may sign in instead. */
async function signInBeside(answer: PortalAnswer, proxy: ProxyRequest, { words }: PortalVisit, { signInLink, secrets }: PortalNeeds): Promise<PortalVisit['signIn']> {
  if (answer.kind === 'entry') return signInLink?.(proxy, words.locale, null);
  if (answer.kind !== 'code') return null;
  const opened = orderOfKey(proxy.ctx.shop, answer.key, { secrets, now: proxy.ctx.clock.now() });
  return opened === null || opened === 'expired' ? null : signInLink?.(proxy, words.locale, opened.orderId);
}

function isHolder(key: string, { ctx }: ProxyRequest, { secrets }: PortalNeeds): boolean {
  const asked = { secrets, now: ctx.clock.now() };
  const opened = orderOfKey(ctx.shop, key, asked) ?? orderOfGiftKey(ctx.shop, key, asked);
  return opened !== null && opened !== 'expired';
}

function portalVisit(proxy: ProxyRequest, spoken: Spoken, { answer, wishes: page, pending, gift = false }: Entered, mails: Mails): PortalVisit {
  const { shop } = proxy.ctx;
  const wishes = [...spoken.own, localeOf(answer) ?? '', ...shop.locales];
  const words = trackingWords(wishes);
  const visit = visitOf(proxy, spoken, words, page, 'returns');
  return {
    ...visit,
    topic: 'returns',
    ...(pending === null ? {} : { pending }),
    say: portalWords([words.locale]).t,
    policy: policyWords([words.locale], shop.currency),
    gift,
    mails,
    trackAddress: `${proxy.pathPrefix}/track`,
  };
}

/** The language of the order, or in which a return was begun. */
function localeOf(answer: PortalAnswer): string | null {
  if (answer.kind === 'step') return answer.scene.order.locale;
  return answer.kind === 'request' || answer.kind === 'cancel' ? answer.view.locale : null;
}

function statusOf({ kind }: PortalAnswer): number {
  if (kind === 'limited') return 429;
  return kind === 'unavailable' ? 503 : 200;
}

function headersOf(answer: PortalAnswer): Headers {
  // Kept by the browser alone, so that its own way back shows the step before: a page that may not be kept cannot be gone back to.
  const headers = new Headers({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  if (answer.kind === 'limited') headers.set('retry-after', String(answer.retryAfter));
  return headers;
}

