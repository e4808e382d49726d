import { waysBack, type WayOffered } from '#app/modules/labels/index.server.ts';
import type { RequestView, WayBackChoice } from '#app/modules/returns/index.server.ts';
import type { DraftState } from './draft.ts';
import type { Holder } from './portal-needs.ts';
import { chosenLines, offerOf, type Scene } from './steps.ts';

/** The way back that was chosen; nothing is sent where everything is kept. */
export function wayOf({ wayBack }: Pick<DraftState, 'wayBack'>): WayBackChoice {
  return wayBack ?? { kind: 'none', placeId: null, carrier: null, trackingNumber: null };
}

/** The ways in which what was chosen may go back. */
export function waysToGo({ proxy: { ctx }, orderId, own }: Holder, scene: Scene): Promise<WayOffered[]> {
  const sent = chosenLines(scene).filter(({ chosen }) => chosen.outcome !== 'keep');
  const amounts = sent.flatMap((each) => {
    const offer = offerOf(each)?.offer;
    return offer?.allowed ? [offer.wayBack] : [];
  });
  const dearest = amounts.find(({ amount }) => amount === null) ?? amounts.toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0))[0] ?? { payer: 'shop' as const, amount: 0 };
  return ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { shipping_address: true } });
    return waysBack(tx, { country: countryOf(order?.shipping_address), locales: [...own, scene.order.locale, ...ctx.shop.locales], wayBack: dearest, currency: ctx.shop.currency, sends: sent.length > 0 });
  });
}

function countryOf(address: unknown): string | null {
  return typeof address === 'object' && address !== null && 'countryCode' in address && typeof address.countryCode === 'string' ? address.countryCode : null;
}

/** The way back of a request, as it is told to its customer; null where the shop does not offer it any more. */
export async function wayTaken({ proxy: { ctx }, own }: Holder, { orderId, locale, wayBack }: RequestView): Promise<WayOffered | null> {
  const ways = await ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { shipping_address: true } });
    return waysBack(tx, { country: countryOf(order?.shipping_address), locales: [...own, locale, ...ctx.shop.locales], wayBack: { payer: 'shop', amount: 0 }, currency: ctx.shop.currency, sends: true });
  });
  return ways.find(({ choice }) => choice.kind === wayBack.kind && choice.placeId === wayBack.placeId) ?? null;
}
