import type { Resolvers } from '../resolver.ts';
import { inventoryItemFields, inventoryLevelFields, productFields, variantFields } from './catalog.ts';
import { customerMutations } from './customer-mutations.ts';
import { calculatedLineFields, calculatedOrderFields, draftLineFields, draftOrderFields } from './draft.ts';
import { discountCodeBasicFields, discountCodeNodeFields, discountMutations, discountQueries } from './discount-code.ts';
import { customerFields, mailingAddressFields } from './customer.ts';
import { fulfillmentFields, fulfillmentLineItemFields } from './fulfillment.ts';
import { fulfillmentOrderFields, fulfillmentOrderLineItemFields } from './fulfillment-order.ts';
import { fulfillmentMutations } from './fulfillment-mutations.ts';
import { orderMutations } from './order-mutations.ts';
import { shopMutations } from './shop-mutations.ts';
import { orderFields } from './order.ts';
import { dutyFields, lineItemFields, shippingLineFields, taxLineFields, transactionFields } from './order-parts.ts';
import { queries } from './queries.ts';
import { orderAdjustmentFields, refundFields, refundLineItemFields, refundShippingLineFields } from './refund.ts';
import { exchangeLineItemFields, returnFields, returnLineItemFields } from './return.ts';
import { returnMutations } from './return-mutations.ts';
import { returnableFulfillmentFields } from './return-queries.ts';
import { dispositionFields, reverseDeliveryFields, reverseDeliveryLineFields, reverseFulfillmentLineFields, reverseFulfillmentOrderFields } from './reverse-logistics.ts';
import { locationFields, shopAddressFields, shopFields, shopLocaleFields } from './shop.ts';
import { creditFields, debitFields, giftCardFields, storeCreditAccountFields } from './store-credit.ts';

/** Everything the Admin API can read and do in a shop of the sandbox; the rest is answered loudly by the engine. */
export const resolvers: Resolvers = {
  QueryRoot: { ...queries, ...discountQueries },
  Mutation: { ...orderMutations, ...discountMutations, ...fulfillmentMutations, ...customerMutations, ...returnMutations, ...shopMutations },
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
  DraftOrder: draftOrderFields,
  DraftOrderLineItem: draftLineFields,
  CalculatedOrder: calculatedOrderFields,
  CalculatedLineItem: calculatedLineFields,
  Refund: refundFields,
  RefundLineItem: refundLineItemFields,
  RefundShippingLine: refundShippingLineFields,
  OrderAdjustment: orderAdjustmentFields,
  Return: returnFields,
  ReturnLineItem: returnLineItemFields,
  ExchangeLineItem: exchangeLineItemFields,
  ReturnableFulfillment: returnableFulfillmentFields,
  ReverseFulfillmentOrder: reverseFulfillmentOrderFields,
  ReverseFulfillmentOrderLineItem: reverseFulfillmentLineFields,
  ReverseFulfillmentOrderDisposition: dispositionFields,
  ReverseDelivery: reverseDeliveryFields,
  ReverseDeliveryLineItem: reverseDeliveryLineFields,
  StoreCreditAccount: storeCreditAccountFields,
  StoreCreditAccountCreditTransaction: creditFields,
  StoreCreditAccountDebitTransaction: debitFields,
  GiftCard: giftCardFields,
  DiscountCodeNode: discountCodeNodeFields,
  DiscountCodeBasic: discountCodeBasicFields,
};
