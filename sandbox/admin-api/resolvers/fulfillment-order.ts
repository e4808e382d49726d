import type { FulfillmentOrderLineRecord, FulfillmentOrderRecord } from '#sandbox/world/records.ts';
import type { Resolver } from '../resolver.ts';
import { lineOf } from './fulfillment.ts';
import { orderOf } from './order-access.ts';

type OpenLine = FulfillmentOrderLineRecord & { orderId: string };

/** `FulfillmentOrder`. */
export const fulfillmentOrderFields: Record<string, Resolver> = {
  order: (record: FulfillmentOrderRecord, _args, context) => orderOf(record, context),
  orderName: (record: FulfillmentOrderRecord, _args, context) => orderOf(record, context).name,
  orderProcessedAt: (record: FulfillmentOrderRecord, _args, context) => orderOf(record, context).processedAt,
  assignedLocation: (record: FulfillmentOrderRecord, _args, { world }) => {
    const location = world.locations.get(record.locationId);
    return { ...location?.address, name: location?.name ?? '', countryCode: location?.address.countryCode ?? world.shop.address.countryCode ?? 'US', location };
  },
  destination: (record: FulfillmentOrderRecord, _args, context) => {
    const order = orderOf(record, context);
    const address = order.shippingAddress;
    return address && { ...address, id: address.id.replace('MailingAddress', 'FulfillmentOrderDestination'), email: order.email, location: null };
  },
  deliveryMethod: (record: FulfillmentOrderRecord, _args, context) => {
    const order = orderOf(record, context);
    const ships = record.lineItems.some((line) => lineOf(order, line.lineItemId).requiresShipping);
    const [shipping] = order.shippingLines;
    return {
      id: record.id.replace('FulfillmentOrder', 'DeliveryMethod'),
      methodType: ships ? methodOf(order.sourceName, shipping?.code ?? null) : 'NONE',
      presentedName: shipping?.title ?? null,
      serviceCode: shipping?.code ?? null,
      sourceReference: null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
      additionalInformation: null,
      brandedPromise: null,
    };
  },
  fulfillBy: () => null,
  internationalDuties: () => null,
  fulfillmentHolds: (record: FulfillmentOrderRecord) => record.holds.map((hold) => ({ ...hold, heldByApp: null, heldByRequestingApp: false })),
  fulfillments: (record: FulfillmentOrderRecord, _args, { world }) => world.fulfillments.where('order', record.orderId).filter((row) => row.fulfillmentOrderIds.includes(record.id)),
  lineItems: (record: FulfillmentOrderRecord): OpenLine[] => record.lineItems.map((line) => ({ ...line, orderId: record.orderId })),
  supportedActions: (record: FulfillmentOrderRecord) => actionsOf(record).map((action) => ({ action, externalUrl: null })),
  merchantRequests: () => [],
};

/** `FulfillmentOrderLineItem`; handed on with the order it belongs to. */
export const fulfillmentOrderLineItemFields: Record<string, Resolver> = {
  lineItem: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId),
  productTitle: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).title,
  variantTitle: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).variantTitle,
  sku: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).sku,
  vendor: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).vendor,
  image: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).image,
  requiresShipping: (line: OpenLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId).requiresShipping,
  variant: (line: OpenLine, _args, context) => {
    const { variantId } = lineOf(orderOf(line, context), line.lineItemId);
    return variantId === null ? null : context.world.variants.get(variantId);
  },
};

/** Which way the goods go follows from the rate the customer chose. */
function methodOf(sourceName: string | null, rate: string | null): string {
  if (sourceName === 'pos') return 'RETAIL';
  if (rate === 'pickup') return 'PICK_UP';
  return rate === 'local' ? 'LOCAL' : 'SHIPPING';
}

function actionsOf(record: FulfillmentOrderRecord): string[] {
  if (record.status === 'ON_HOLD') return ['RELEASE_HOLD', 'HOLD'];
  if (record.status === 'OPEN') return ['CREATE_FULFILLMENT', 'HOLD'];
  return record.status === 'IN_PROGRESS' ? ['CREATE_FULFILLMENT'] : [];
}
