import type { CustomerOrderView, LineView } from '#app/modules/orders/index.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { parcelFace } from './parcel-face.ts';
import type en from './i18n/en.json';

export type OrderState = keyof typeof en.state;

/** What is ordered, has to be shipped and has not left yet. */
export function waitingLines({ order, lines }: Pick<CustomerOrderView, 'order' | 'lines'>): LineView[] {
  if (order.cancelledAt) return [];
  return lines.filter((line) => line.requiresShipping && line.currentQuantity > 0 && line.unfulfilledQuantity > 0);
}

/** The whole order in one word, the most pressing first. `stories` are the parcels that count; `isPickup`: what has not left will be collected. */
export function orderState(view: Pick<CustomerOrderView, 'order' | 'lines'>, stories: readonly ParcelStory[], isPickup = false): OrderState {
  const waiting = waitingLines(view).length > 0;
  if (view.order.cancelledAt) return 'cancelled';
  const shipped = stories.filter(({ method }) => method !== 'none');
  if (shipped.length === 0 && waiting && isPickup) return 'preparingPickup';
  if (shipped.length === 0) return waiting || (stories.length === 0 && view.lines.some(({ requiresShipping }) => requiresShipping)) ? 'preparing' : 'nothingToShip';
  if (shipped.every(({ returnedAt }) => returnedAt !== null) && !waiting) return 'returned';

  const faces = shipped.map((story) => ({ story, ...parcelFace(story) }));
  const troubled = faces.filter(({ tone }) => tone === 'attention');
  const hard = troubled.filter(({ story }) => story.status !== 'delayed');
  if (hard.length > 0) return hard.every(({ story }) => story.goingBack || story.returnedAt !== null) ? 'returning' : 'problem';
  if (troubled.length > 0) return 'delayed';
  const arrived = faces.filter(({ tone }) => tone === 'done');
  if (faces.some(({ story, tone }) => story.missedTo !== null && tone !== 'done' && story.status !== 'ready_for_pickup')) return 'late';
  if (arrived.length === faces.length && !waiting) return 'delivered';
  if (faces.some(({ story }) => story.status === 'ready_for_pickup')) return 'readyForPickup';
  if (arrived.length > 0) return 'partlyDelivered';
  if (waiting) return 'partlyShipped';
  if (faces.every(({ story }) => story.status === 'out_for_delivery')) return 'outForDelivery';
  if (faces.every(({ story, tone }) => story.method === 'pickup' && tone === 'waiting')) return 'preparingPickup';
  return faces.every(({ tone }) => tone === 'waiting') ? 'labelled' : 'onTheWay';
}
