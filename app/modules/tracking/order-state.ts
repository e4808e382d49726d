import type { CustomerOrderView, LineView } from '#app/modules/orders/index.server.ts';
import { parcelState } from './parcel-state.ts';
import type en from './i18n/en.json';

export type OrderState = keyof typeof en.state;

/** What is ordered, has to be shipped and has not left yet. */
export function waitingLines(view: CustomerOrderView): LineView[] {
  if (view.order.cancelledAt) return [];
  return view.lines.filter((line) => line.requiresShipping && line.currentQuantity > 0 && line.unfulfilledQuantity > 0);
}

/** The whole order in one word, the most pressing first. */
export function orderState(view: CustomerOrderView): OrderState {
  const parcels = view.parcels.map(parcelState);
  const waiting = waitingLines(view).length > 0;
  if (view.order.cancelledAt) return 'cancelled';
  if (parcels.length === 0) return view.lines.some(({ requiresShipping }) => requiresShipping) ? 'preparing' : 'nothingToShip';
  const troubled = parcels.filter(({ tone }) => tone === 'attention');
  if (troubled.length > 0) return troubled.every(({ status }) => status === 'delayed') ? 'delayed' : 'problem';
  const arrived = parcels.filter(({ tone }) => tone === 'done').length;
  if (arrived === parcels.length && !waiting) return 'delivered';
  if (parcels.some(({ status }) => status === 'ready_for_pickup')) return 'readyForPickup';
  if (arrived > 0) return 'partlyDelivered';
  if (waiting) return 'partlyShipped';
  if (parcels.every(({ status }) => status === 'out_for_delivery')) return 'outForDelivery';
  return parcels.every(({ tone }) => tone === 'waiting') ? 'labelled' : 'onTheWay';
}
