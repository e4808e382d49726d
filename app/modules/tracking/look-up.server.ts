import { after, hour } from '#app/kernel/time.ts';
import type { Asked } from '#app/platform/limits/limits.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderKey } from '#app/modules/access/index.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { findOrderForCustomer, findParcelByNumber } from '#app/modules/orders/index.server.ts';
import { parcelStories } from '#app/modules/parcels/index.server.ts';
import { guardedLookUp, type Looker } from './guarded-look-up.server.ts';
import { mailLink } from './mail-link.server.ts';
import { openOrder } from './open-order.server.ts';
import { openQuickly, type NamedOrderRow } from './quick-look-up.server.ts';
import { readContact } from './read-contact.ts';
import { shownOfParcels } from './shown-promises.ts';
import type { TrackingAnswer } from './tracking-answer.ts';
import type { VisitNeeds } from './visit-needs.ts';
import type { TrackingWords } from './words.ts';

/** How long the forms of a page that was looked up go on without another look-up. */
const pageLife = hour;

/** Looks an order up by its number and a contact of its own. */
export async function lookUpOrder(typed: { order: string; contact: string }, proxy: ProxyRequest, { t, locale }: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const contact = readContact(typed.contact);
  const errors = {
    ...(typed.order === '' ? { order: t('form.orderMissing') } : {}),
    ...(contact === null ? { contact: t(typed.contact === '' ? 'form.contactMissing' : 'form.contactInvalid') } : {}),
  };
  const form = { ...typed, errors };
  if (typed.order === '' || contact === null) return { kind: 'form', form };
  const { ctx } = proxy;
  const keyTo = (orderId: string) => orderKey(ctx.shop, { orderId, purpose: 'order', expiresAt: after(ctx.clock.now(), pageLife) }, needs.secrets[0]);
  const find = async (rows: readonly NamedOrderRow[]) => {
    const quick = openQuickly(rows, contact, { zone: ctx.shop.ianaTimezone, now: ctx.clock.now() });
    if (quick) {
      if (quick.shows.length > 0) await needs.writeShown(ctx.shop.id, quick.shows);
      const key = keyTo(quick.orderId);
      const opened = quick.open(key);
      const answer: TrackingAnswer = opened === 'code-needed' ? codeFirst(key) : { kind: 'order', ...opened, wishes: quick.wishes };
      return { answer, name: quick.orderId };
    }
    const view = await findOrderForCustomer(ctx, { number: typed.order, contact });
    if (!view) return null;
    const key = keyTo(view.order.id);
    const opened = await openOrder(ctx, { orderId: view.order.id, view }, 'order', key);
    const answer: TrackingAnswer = opened === 'code-needed' || opened === null ? codeFirst(key) : { kind: 'order', ...opened };
    return { answer, name: view.order.id };
  };
  const mail = async () => {
    const view = await findOrderForCustomer(ctx, { number: typed.order, contact });
    if (view) await mailLink(ctx, { orderId: view.order.id, locale }, needs);
  };
  const read = (asked: Asked) => needs.findNamed(ctx.shop.id, { asked, order: typed.order });
  return guardedLookUp(looker(proxy, needs), needs.limits, { read, find, mail }, { kind: 'form', form: { ...form, errors: { form: t('form.miss') } } });
}

/** Looks up where the parcel of a tracking number is, without a word about whose it is. What it promises is written down as shown. */
export async function lookUpNumber(number: string, proxy: ProxyRequest, needs: VisitNeeds): Promise<TrackingAnswer> {
  if (number === '') return { kind: 'number-unknown', number, error: 'missing' };
  const { ctx } = proxy;
  const find = async () => {
    const parcel = await ctx.tx(async (tx) => {
      const now = ctx.clock.now();
      const found = await findParcelByNumber(tx, number);
      const stories = found ? await parcelStories(tx, found.orderId, now) : [];
      const meant = stories.find(({ shipmentId }) => shipmentId === found?.shipmentId);
      if (meant) await append(tx, shownOfParcels([meant], { where: 'number', zone: ctx.shop.ianaTimezone, now }));
      return meant;
    });
    return parcel ? { answer: { kind: 'parcel' as const, parcel }, name: parcel.orderId } : null;
  };
  return guardedLookUp(looker(proxy, needs), needs.limits, find, { kind: 'number-unknown', number, error: 'miss' });
}

function codeFirst(key: string): TrackingAnswer {
  return { kind: 'code', key, after: 'order', state: { step: 'ask' } };
}

function looker({ ctx, visitor }: ProxyRequest, { browser }: VisitNeeds): Looker {
  return { shopId: ctx.shop.id, address: visitor, browser };
}
