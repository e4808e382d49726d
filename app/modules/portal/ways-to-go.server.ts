import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { waysBack, type WayOffered } from '#app/modules/labels/index.server.ts';
import type { BestOffer } from '#app/modules/returns/index.pure.ts';
import type { RequestView } from '#app/modules/returns/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DraftState } from './draft.ts';
import type { Holder } from './portal-needs.ts';
import { chosenLines, offerOf, type Scene } from './steps.ts';

/** The way back that was chosen; nothing is sent where everything is kept. */
export function wayOf({ wayBack }: Pick<DraftState, 'wayBack'>): WayBackChoice {
  return wayBack ?? { kind: 'none', placeId: null, carrier: null, trackingNumber: null };
}

interface Going {
  orderId: string;
  /** In whose words the ways are told, the best first. */
  locales: readonly (string | null)[];
  /** What the policy gives for each line that is sent. */
  offers: readonly BestOffer[];
}

/** The ways in which lines of an order may go back by what the policy gives for them; one that sends nothing where nothing is sent. */
export function waysFor(ctx: ShopContext, { orderId, locales, offers }: Going): Promise<WayOffered[]> {
  return offered(ctx, { orderId, locales, wayBack: settled(offers), sends: offers.length > 0, locationId: placeOf(offers) });
}

/** The ways in which what was chosen may go back; the recipient of a gift pays no carrier. */
export async function waysToGo(holder: Holder, scene: Scene): Promise<WayOffered[]> {
  const { locale } = scene.order;
  if (holder.gift) return freeWays(holder, locale);
  const sent = chosenLines(scene).filter(({ chosen }) => chosen.outcome !== 'keep');
  return waysFor(holder.proxy.ctx, { orderId: holder.orderId, locales: localesFor(holder, locale), offers: sent.flatMap((each) => offerOf(each) ?? []) });
}

/** The ways back that cost nobody but the shop anything. */
export async function freeWays(holder: Holder, locale: string | null): Promise<WayOffered[]> {
  return (await offered(holder.proxy.ctx, { orderId: holder.orderId, locales: localesFor(holder, locale), wayBack: onTheShop, sends: true })).filter(({ choice }) => choice.kind !== 'own_label');
}

/** The way back of a request, as it is told to its customer; null where the shop does not offer it any more. */
export async function wayTaken(holder: Holder, { locale, wayBack, lines, source }: RequestView): Promise<WayOffered | null> {
  const offers = sentOf(lines);
  const ways = await offered(holder.proxy.ctx, { orderId: holder.orderId, locales: localesFor(holder, locale), wayBack: source === 'gift' ? onTheShop : settled(offers), sends: true, locationId: placeOf(offers) });
  return ways.find(({ choice }) => choice.kind === wayBack.kind && choice.placeId === wayBack.placeId) ?? null;
}

const onTheShop = { payer: 'shop' as const, amount: 0 };

const localesFor = ({ own, proxy: { ctx } }: Holder, locale: string | null) => [...own, locale, ...ctx.shop.locales];

function offered(ctx: ShopContext, { orderId, locationId = null, ...asked }: Pick<Parameters<typeof waysBack>[1], 'locales' | 'locationId' | 'sends' | 'wayBack'> & { orderId: string }): Promise<WayOffered[]> {
  return ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { shipping_address: true } });
    return waysBack(tx, { ...asked, locationId, country: countryOf(order?.shipping_address), currency: ctx.shop.currency });
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
