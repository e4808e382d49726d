import type { Resolvers } from '../resolver.ts';
import { inventoryItemFields, inventoryLevelFields, productFields, variantFields } from './catalog.ts';
import { customerFields, mailingAddressFields } from './customer.ts';
import { fulfillmentFields, fulfillmentLineItemFields } from './fulfillment.ts';
import { fulfillmentOrderFields, fulfillmentOrderLineItemFields } from './fulfillment-order.ts';
import { mutations } from './mutations.ts';
import { orderFields } from './order.ts';
import { dutyFields, lineItemFields, shippingLineFields, taxLineFields, transactionFields } from './order-parts.ts';
import { queries } from './queries.ts';
import { orderAdjustmentFields, refundFields, refundLineItemFields, refundShippingLineFields } from './refund.ts';
import { returnFields, returnLineItemFields, reverseFulfillmentOrderFields } from './return.ts';
import { locationFields, shopAddressFields, shopFields, shopLocaleFields } from './shop.ts';

/** Everything the Admin API can read and do in a shop of the sandbox; the rest is answered loudly by the engine. */
export const resolvers: Resolvers = {
  QueryRoot: queries,
  Mutation: mutations,
  Shop: shopFields,
  ShopAddress: shopAddressFields,
  ShopLocale: shopLocaleFields,
  Location: locationFields,
  Product: productFields,
  ProductVariant: variantFields,
  InventoryItem: inventoryItemFields,
  InventoryLevel: inventoryLevelFields,
  Customer: customerFields,
  MailingAddress: mailingAddressFields,
  Order: orderFields,
  LineItem: lineItemFields,
  ShippingLine: shippingLineFields,
  TaxLine: taxLineFields,
  Duty: dutyFields,
  OrderTransaction: transactionFields,
  Fulfillment: fulfillmentFields,
  FulfillmentLineItem: fulfillmentLineItemFields,
  FulfillmentOrder: fulfillmentOrderFields,
  FulfillmentOrderLineItem: fulfillmentOrderLineItemFields,
  Refund: refundFields,
  RefundLineItem: refundLineItemFields,
  RefundShippingLine: refundShippingLineFields,
  OrderAdjustment: orderAdjustmentFields,
  Return: returnFields,
  ReturnLineItem: returnLineItemFields,
  ReverseFulfillmentOrder: reverseFulfillmentOrderFields,
};
