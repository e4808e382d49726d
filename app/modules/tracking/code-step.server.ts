import { orderOfKey, redeemCode, sendCode, type OrderKey } from '#app/modules/access/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { AfterCode, TrackingAnswer } from './tracking-answer.ts';
import type { VisitNeeds } from './visit-needs.ts';
import type { TrackingWords } from './words.ts';

interface Asked {
  key: string;
  order: OrderKey;
  after: AfterCode;
}

/** Sends a code to the order's own mailbox and asks for it. */
export async function askForCode({ key, order, after }: Asked, proxy: ProxyRequest, { locale }: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const sent = await sendCode(proxy.ctx, { orderId: order.orderId, locale, visitor: proxy.visitor }, needs);
  const state = sent.state === 'sent' ? ({ step: 'enter', to: sent.to, isWrong: false } as const) : ({ step: 'limited', retryAfter: sent.retryAfter } as const);
  return { kind: 'code', key, after, state };
}

/** Trades a code for a key to everything, or asks again. */
export async function takeCode({ key, order, after }: Asked, code: string, { ctx }: ProxyRequest, { secrets }: VisitNeeds): Promise<{ key: string; order: OrderKey } | TrackingAnswer> {
  const full = await redeemCode(ctx, { orderId: order.orderId, code }, { secrets });
  const opened = full === null ? null : orderOfKey(ctx.shop, full, { secrets, now: ctx.clock.now() });
  if (full === null || opened === null || opened === 'expired') return { kind: 'code', key, after, state: { step: 'enter', to: null, isWrong: true } };
  return { key: full, order: opened };
}
