import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { CustomerOrderView } from '#app/modules/orders/index.server.ts';
import { parcelStories, unsentStory } from '#app/modules/parcels/index.server.ts';
import { waitingLines } from './order-state.ts';
import type { TrackedOrder } from './tracked-order.ts';

/** An order with all that is known of its parcels, as its customer follows it. */
export async function readTrackedOrder(tx: ShopTx, { shop, clock }: Pick<ShopContext, 'shop' | 'clock'>, view: CustomerOrderView): Promise<TrackedOrder> {
  const now = clock.now();
  const stories = view.parcels.length > 0 ? await parcelStories(tx, view.order.id, now) : [];
  const waits = waitingLines(view).length > 0;
  const unsent = waits ? await unsentStory(tx, { orderId: view.order.id, zone: shop.ianaTimezone, now }) : null;
  const contents = new Map(view.parcels.map(({ id, lines }) => [id, lines]));
  return {
    view,
    parcels: stories.filter(({ withdrawn }) => !withdrawn).map((story) => ({ story, lines: contents.get(story.shipmentId) ?? [] })),
    withdrawn: stories.filter(({ withdrawn, number }) => withdrawn && number !== null),
    coming: unsent?.promise ?? null,
    missed: unsent?.missedTo ?? null,
    isLateToShip: unsent?.late ?? false,
    isPickup: unsent?.pickup ?? false,
  };
}
