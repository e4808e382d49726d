import { notFound } from '#app/kernel/errors.ts';
import { isNumericId, numericId } from '#app/kernel/ids.ts';
import { ReceivingPlacesDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { parcelsBack } from '#app/modules/parcels/index.server.ts';
import { mayActOnReturns } from '../may-read-returns.ts';
import { agreedOf } from '../requests/agreed-of.server.ts';
import type { AgreedReturn } from '../requests/request.ts';
import { returnViews } from '../return-views.server.ts';
import type { ReturnView } from '../views.ts';
import { furthestOf } from '../step-of.ts';
import type { GivenByItself } from './given-by-receiving.ts';
import { readReverseWork } from './reverse-work.server.ts';

/** What somebody needs to see to receive a return. */
export interface ReceiveView {
  view: ReturnView;
  /** Units of each line that nobody looked at yet, as Shopify has it now. */
  left: { lineId: string; units: number }[];
  places: { id: string; name: string }[];
  /** What is given without another click once it was received; null where a person gives it. */
  byItself: GivenByItself | null;
}

/** A return as it stands at Shopify now, to be received. Throws `not_found` for an id that is not one of this shop's. */
export async function receiveView(ctx: ShopContext, id: string): Promise<ReceiveView> {
  if (!isNumericId(id)) throw notFound('return');
  const { view, agreed, parcels } = await ctx.tx(async (tx) => {
    const [found] = await returnViews(tx, { id });
    if (!found) throw notFound('return');
    return { view: found, agreed: await agreedOf(tx, id), parcels: await parcelsBack(tx, [found.orderId]) };
  });
  const work = await readReverseWork(ctx.admin, id);
  const { locations } = await ctx.admin.run(ReceivingPlacesDocument, {});
  const left = view.lines.map(({ id: lineId }) => ({
    lineId,
    units: work?.open ? work.lines.filter((line) => line.lineId === lineId).reduce((sum, { quantity, disposed }) => sum + quantity - disposed, 0) : 0,
  }));
  return {
    view,
    left: left.filter(({ units }) => units > 0),
    places: meantFirst(locations.nodes.map((place) => ({ id: numericId('Location', place.id), name: place.name })), agreed),
    byItself: agreed && !view.imported && mayActOnReturns(ctx.shop) ? byItself(agreed, furthestOf(view.deliveries, parcels)) : null,
  };
}

function byItself({ lines, refundOn, road, shown, to }: AgreedReturn, parcel: GivenByItself['parcel']): GivenByItself {
  return { terms: { refundOn, road, lines: lines.map(({ units }) => ({ units })) }, parcel, amount: { minor: shown.refund + shown.bonus, currency: shown.currency }, to };
}

/** The place the policy sends it to stands first: it is what the form begins with. */
function meantFirst<Place extends { id: string }>(places: Place[], agreed: AgreedReturn | null): Place[] {
  const meant = new Set(agreed?.lines.map(({ offer: { offer } }) => (offer.allowed ? offer.location?.value : undefined)));
  return places.toSorted((one, other) => Number(meant.has(other.id)) - Number(meant.has(one.id)));
}
