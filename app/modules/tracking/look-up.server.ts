import { after, hour } from '#app/kernel/time.ts';
import type { Asked } from '#app/platform/limits/limits.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderKey } from '#app/modules/access/index.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { findOrderForCustomer, findParcelByNumber, type CustomerOrderView } from '#app/modules/orders/index.server.ts';
import { parcelStories } from '#app/modules/parcels/index.server.ts';
import { guardedLookUp, type Looker } from './guarded-look-up.server.ts';
import { mailLink } from './mail-link.server.ts';
import { openOrder } from './open-order.server.ts';
import { openQuickly, type NamedOrderRow, type QuickLook } from './quick-look-up.server.ts';
import { readContact } from './read-contact.ts';
import { shownOfParcels } from './shown-promises.ts';
import type { NotLookedUp, TrackingAnswer } from './tracking-answer.ts';
import type { LookUpNeeds, VisitNeeds } from './visit-needs.ts';
import type { TrackingWords } from './words.ts';

/** How long the forms of a page that was looked up go on without another look-up. */
const pageLife = hour;

/** An order's number and a contact as somebody typed them. */
interface Typed {
  order: string;
  contact: string;
}

/** Looks an order up by its number and a contact of its own. */
export function lookUpOrder(typed: Typed, proxy: ProxyRequest, words: TrackingWords, needs: VisitNeeds): Promise<TrackingAnswer> {
  const { ctx } = proxy;
  return named<TrackingAnswer>(typed, proxy, words, needs, {
    async quickly(quick, key) {
      if (quick.shows.length > 0) await needs.writeShown(ctx.shop.id, quick.shows);
      const opened = quick.open(key);
      return opened === 'code-needed' ? codeFirst(key) : { kind: 'order', ...opened, wishes: quick.wishes };
    },
    async slowly(view, key) {
      const opened = await openOrder(ctx, { orderId: view.order.id, view }, 'order', key);
      return opened === 'code-needed' || opened === null ? codeFirst(key) : { kind: 'order', ...opened };
    },
  });
}

/** Looks an order up in the same way and under the same limits for another page of ours, which is given the key to it and shows nothing of it yet. */
export function lookUpKey(typed: Typed, proxy: ProxyRequest, words: TrackingWords, needs: LookUpNeeds): Promise<{ kind: 'key'; key: string } | Extract<TrackingAnswer, { kind: 'form' }> | NotLookedUp> {
  const found = async (_: unknown, key: string) => ({ kind: 'key' as const, key });
  return named(typed, proxy, words, needs, { quickly: found, slowly: found });
}

/** What a page makes of an order that was named right. */
interface Opening<Answer> {
  quickly(quick: QuickLook, key: string): Promise<Answer>;
  slowly(view: CustomerOrderView, key: string): Promise<Answer>;
}

async function named<Answer>(typed: Typed, proxy: ProxyRequest, { t, locale }: TrackingWords, needs: LookUpNeeds, opening: Opening<Answer>): Promise<Answer | Extract<TrackingAnswer, { kind: 'form' }> | NotLookedUp> {
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
    if (quick) return { answer: await opening.quickly(quick, keyTo(quick.orderId)), name: quick.orderId };
    const view = await findOrderForCustomer(ctx, { number: typed.order, contact });
    return view && { answer: await opening.slowly(view, keyTo(view.order.id)), name: view.order.id };
  };
  const mail = async () => {
    const view = await findOrderForCustomer(ctx, { number: typed.order, contact });
    if (view) await mailLink(ctx, { orderId: view.order.id, locale }, needs);
  };
  const read = (asked: Asked) => needs.findNamed(ctx.shop.id, { asked, order: typed.order });
  const miss: Extract<TrackingAnswer, { kind: 'form' }> = { kind: 'form', form: { ...form, errors: { form: t('form.miss') } } };
  return guardedLookUp<NamedOrderRow, Answer | typeof miss>(looker(proxy, needs), needs.limits, { read, find, mail }, miss);
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
  return guardedLookUp<never, TrackingAnswer>(looker(proxy, needs), needs.limits, find, { kind: 'number-unknown', number, error: 'miss' });
}

function codeFirst(key: string): TrackingAnswer {
  return { kind: 'code', key, after: 'order', state: { step: 'ask' } };
}

function looker({ ctx, visitor }: ProxyRequest, { browser }: Pick<VisitNeeds, 'browser'>): Looker {
  return { shopId: ctx.shop.id, address: visitor, browser };
}
