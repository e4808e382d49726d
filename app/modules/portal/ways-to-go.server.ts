import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { waysBack, type WayOffered } from '#app/modules/labels/index.server.ts';
import type { BestOffer } from '#app/modules/returns/index.pure.ts';
import type { RequestView } from '#app/modules/returns/index.server.ts';
import type { DraftState } from './draft.ts';
import type { Holder } from './portal-needs.ts';
import { chosenLines, offerOf, type Scene } from './steps.ts';

/** The way back that was chosen; nothing is sent where everything is kept. */
export function wayOf({ wayBack }: Pick<DraftState, 'wayBack'>): WayBackChoice {
  return wayBack ?? { kind: 'none', placeId: null, carrier: null, trackingNumber: null };
}

/** The ways in which what was chosen may go back; the recipient of a gift pays no carrier. */
export async function waysToGo(holder: Holder, scene: Scene): Promise<WayOffered[]> {
  const { locale } = scene.order;
  if (holder.gift) return freeWays(holder, locale);
  const sent = chosenLines(scene).filter(({ chosen }) => chosen.outcome !== 'keep');
  const offers = sent.flatMap((each) => offerOf(each) ?? []);
  return offered(holder, { locale, wayBack: settled(offers), sends: sent.length > 0, locationId: placeOf(offers) });
}

/** The ways back that cost nobody but the shop anything. */
export async function freeWays(holder: Holder, locale: string | null): Promise<WayOffered[]> {
  return (await offered(holder, { locale, wayBack: onTheShop, sends: true })).filter(({ choice }) => choice.kind !== 'own_label');
}

/** The way back of a request, as it is told to its customer; null where the shop does not offer it any more. */
export async function wayTaken(holder: Holder, { locale, wayBack, lines, source }: RequestView): Promise<WayOffered | null> {
  const offers = sentOf(lines);
  const ways = await offered(holder, { locale, wayBack: source === 'gift' ? onTheShop : settled(offers), sends: true, locationId: placeOf(offers) });
  return ways.find(({ choice }) => choice.kind === wayBack.kind && choice.placeId === wayBack.placeId) ?? null;
}

const onTheShop = { payer: 'shop' as const, amount: 0 };

function offered({ proxy: { ctx }, orderId, own }: Holder, { locale, wayBack, sends, locationId = null }: Pick<Parameters<typeof waysBack>[1], 'wayBack' | 'sends' | 'locationId'> & { locale: string | null }): Promise<WayOffered[]> {
  return ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { shipping_address: true } });
    return waysBack(tx, { country: countryOf(order?.shipping_address), locales: [...own, locale, ...ctx.shop.locales], wayBack, currency: ctx.shop.currency, sends, locationId });
  });
}

function countryOf(address: unknown): string | null {
  return typeof address === 'object' && address !== null && 'countryCode' in address && typeof address.countryCode === 'string' ? address.countryCode : null;
}

/** What of a request's lines is sent. */
function sentOf(lines: RequestView['lines']): BestOffer[] {
  return lines.filter(({ road }) => road !== 'keep').map(({ offer }) => offer);
}

/** Where the policy sends it; null where it names no place. Of several the first, for all of it goes one way. */
function placeOf(offers: readonly BestOffer[]): string | null {
  return offers.flatMap(({ offer }) => (offer.allowed ? (offer.location?.value.split('/').at(-1) ?? []) : [])).find(isNumericId) ?? null;
}

/** What of the way back the policy settled for all of it: the dearest, for it is paid once. */
function settled(offers: readonly BestOffer[]): Parameters<typeof waysBack>[1]['wayBack'] {
  const amounts = offers.flatMap(({ offer }) => (offer.allowed ? [offer.wayBack] : []));
  return amounts.find(({ amount }) => amount === null) ?? amounts.toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0))[0] ?? onTheShop;
}
