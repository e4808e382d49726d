import type { OrderRecord } from './records.ts';

/** What shops and Shopify call paying who brings it. Bank deposits and money orders are not among them: those are waited for. */
const onDelivery = /cash.on.delivery|\bcod\b|nachnahme|contre.remboursement|contra.?reembolso|contrassegno|rembours\b|pobraniem|代金引換|代引|货到付款|貨到付款/i;
const requested = new Set(['IN_PROGRESS', 'PENDING_FULFILLMENT']);

/**
 * Why an order goes out although it is not paid, as far as Shopify shows: its customer pays who brings it, or the shop has had it
 * sent (on invoice, say). Null where nothing shows it: such an order waits for its money.
 */
export function sentUnpaidOf(gateways: readonly string[], displayFulfillmentStatus: string | null): OrderRecord['sent_unpaid'] {
  if (gateways.some((name) => onDelivery.test(name))) return 'on_delivery';
  return displayFulfillmentStatus !== null && requested.has(displayFulfillmentStatus) ? 'requested' : null;
}
