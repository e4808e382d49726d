import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '#app/kernel/errors.ts';
import { after, hour } from '#app/kernel/time.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderKey } from '#app/modules/access/index.server.ts';
import { findOrderForCustomer, findParcelByNumber } from '#app/modules/orders/index.server.ts';
import { parcelStories } from '#app/modules/parcels/index.server.ts';
import { openOrder } from './open-order.server.ts';
import { readContact } from './read-contact.ts';
import type { TrackingAnswer } from './tracking-answer.ts';
import type { VisitNeeds } from './visit-needs.ts';
import type { TrackingWords } from './words.ts';

/** How long the forms of a page that was looked up go on without another look-up. */
const pageLife = hour;
/** A look-up that finds nothing answers on the beat of this many milliseconds, so that its time does not tell why. */
const evenMiss = 700;

/** Looks an order up by its number and a contact of its own. */
export async function lookUpOrder(typed: { order: string; contact: string }, proxy: ProxyRequest, { t }: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const contact = readContact(typed.contact);
  const errors = {
    ...(typed.order === '' ? { order: t('form.orderMissing') } : {}),
    ...(contact === null ? { contact: t(typed.contact === '' ? 'form.contactMissing' : 'form.contactInvalid') } : {}),
  };
  const form = { ...typed, errors };
  if (typed.order === '' || contact === null) return { kind: 'form', form };
  const { ctx } = proxy;
  return counted(proxy, needs, async () => {
    const view = await findOrderForCustomer(ctx, { number: typed.order, contact });
    if (!view) return { kind: 'form', form: { ...form, errors: { form: t('form.miss') } } };
    const key = orderKey(ctx.shop, { orderId: view.order.id, purpose: 'order', expiresAt: after(ctx.clock.now(), pageLife) }, needs.secrets[0]);
    const opened = await openOrder(ctx, { orderId: view.order.id, view }, 'order', key);
    return opened === 'code-needed' || opened === null ? { kind: 'code', key, then: 'order', state: { step: 'ask' } } : { kind: 'order', ...opened };
  });
}

/** Looks up where the parcel of a tracking number is, without a word about whose it is. */
export async function lookUpNumber(number: string, proxy: ProxyRequest, needs: VisitNeeds): Promise<TrackingAnswer> {
  if (number === '') return { kind: 'number-unknown', number, error: 'missing' };
  const { ctx } = proxy;
  return counted(proxy, needs, async () => {
    const parcel = await ctx.tx(async (tx) => {
      const found = await findParcelByNumber(tx, number);
      const stories = found ? await parcelStories(tx, found.orderId, ctx.clock.now()) : [];
      return stories.find(({ shipmentId }) => shipmentId === found?.shipmentId);
    });
    return parcel ? { kind: 'parcel', parcel } : { kind: 'number-unknown', number, error: 'miss' };
  });
}

/** Looks something up within the limits of the visitor and of the shop. */
async function counted(proxy: ProxyRequest, { limits }: VisitNeeds, lookUp: () => Promise<TrackingAnswer>): Promise<TrackingAnswer> {
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
