import { createCollection, type MutableCollection } from './collection.ts';
import { bareName } from './order-name.ts';
import type {
  CalculatedOrderRecord,
  CustomerRecord,
  DiscountCodeRecord,
  DraftOrderRecord,
  FulfillmentEventRecord,
  FulfillmentOrderRecord,
  FulfillmentRecord,
  GiftCardRecord,
  LocationRecord,
  OrderRecord,
  ProductRecord,
  RefundRecord,
  ReturnReasonRecord,
  ReturnRecord,
  ReverseDeliveryRecord,
  ReverseFulfillmentOrderRecord,
  ShopRecord,
  StoreCreditAccountRecord,
  VariantRecord,
} from './records.ts';

/** An empty shop's collections. */
export function createCollections() {
  return {
    shops: createCollection<ShopRecord>('Shop', {}),
    locations: createCollection<LocationRecord>('Location', {}),
    products: createCollection<ProductRecord, 'handle'>('Product', { handle: (product) => product.handle }),
    variants: createCollection<VariantRecord, 'product' | 'inventoryItem'>('ProductVariant', {
      product: (variant) => variant.productId,
      inventoryItem: (variant) => variant.inventoryItemId,
    }),
    customers: createCollection<CustomerRecord, 'email' | 'phone'>('Customer', {
      email: (customer) => customer.email?.toLowerCase() ?? null,
      phone: (customer) => customer.phone,
    }),
    orders: createCollection<OrderRecord, 'customer' | 'name' | 'email'>('Order', {
      customer: (order) => order.customerId,
      name: (order) => bareName(order.name.toLowerCase()),
      email: (order) => order.email?.toLowerCase() ?? null,
    }),
    draftOrders: createCollection<DraftOrderRecord>('DraftOrder', {}),
    calculatedOrders: createCollection<CalculatedOrderRecord>('CalculatedOrder', {}),
    fulfillmentOrders: createCollection<FulfillmentOrderRecord, 'order'>('FulfillmentOrder', { order: (record) => record.orderId }),
    fulfillments: createCollection<FulfillmentRecord, 'order'>('Fulfillment', { order: (record) => record.orderId }),
    fulfillmentEvents: createCollection<FulfillmentEventRecord, 'fulfillment' | 'order'>('FulfillmentEvent', {
      fulfillment: (record) => record.fulfillmentId,
      order: (record) => record.orderId,
    }),
    refunds: createCollection<RefundRecord, 'order'>('Refund', { order: (record) => record.orderId }),
    returns: createCollection<ReturnRecord, 'order'>('Return', { order: (record) => record.orderId }),
    reverseFulfillmentOrders: createCollection<ReverseFulfillmentOrderRecord, 'return'>('ReverseFulfillmentOrder', {
      return: (record) => record.returnId,
    }),
    reverseDeliveries: createCollection<ReverseDeliveryRecord, 'reverseFulfillmentOrder'>('ReverseDelivery', {
      reverseFulfillmentOrder: (record) => record.reverseFulfillmentOrderId,
    }),
    storeCreditAccounts: createCollection<StoreCreditAccountRecord, 'customer'>('StoreCreditAccount', { customer: (record) => record.customerId }),
    giftCards: createCollection<GiftCardRecord>('GiftCard', {}),
    discountCodes: createCollection<DiscountCodeRecord, 'code'>('DiscountCodeNode', { code: (discount) => discount.code.toLowerCase() }),
    returnReasons: createCollection<ReturnReasonRecord>('ReturnReasonDefinition', {}),
  };
}

/** Every collection of a shop, writable. */
export type Collections = ReturnType<typeof createCollections>;

/** Which record each collection holds. */
export interface Records {
  shops: ShopRecord;
  locations: LocationRecord;
  products: ProductRecord;
  variants: VariantRecord;
  customers: CustomerRecord;
  orders: OrderRecord;
  draftOrders: DraftOrderRecord;
  calculatedOrders: CalculatedOrderRecord;
  fulfillmentOrders: FulfillmentOrderRecord;
  fulfillments: FulfillmentRecord;
  fulfillmentEvents: FulfillmentEventRecord;
  refunds: RefundRecord;
  returns: ReturnRecord;
  reverseFulfillmentOrders: ReverseFulfillmentOrderRecord;
  reverseDeliveries: ReverseDeliveryRecord;
  storeCreditAccounts: StoreCreditAccountRecord;
  giftCards: GiftCardRecord;
  discountCodes: DiscountCodeRecord;
  returnReasons: ReturnReasonRecord;
}

/** The collections seen by what can be written to each. */
export type Writers = { [K in keyof Records]: Pick<MutableCollection<Records[K]>, 'get' | 'put' | 'remove'> };
