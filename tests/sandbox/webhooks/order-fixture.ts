import type { Gid } from '#sandbox/contract.ts';
import type { World, Worlds } from '#sandbox/world/index.ts';
import type { AddressRecord, CustomerRecord, FulfillmentEventRecord, FulfillmentRecord, LineItemRecord, MoneyBag, OrderRecord } from '#sandbox/world/records.ts';

export const SHOP = 'quill.myshopify.com';
export const ORDER = 'gid://shopify/Order/501';
export const FULFILLMENT = 'gid://shopify/Fulfillment/601';
export const SCAN = 'gid://shopify/FulfillmentEvent/701';
export const CUSTOMER = 'gid://shopify/Customer/801';
export const REFUND = 'gid://shopify/Refund/901';

const bag = (minor: number): MoneyBag => ({ shop: { minor, currency: 'EUR' }, presentment: { minor: minor * 2, currency: 'USD' } });
const address = (id: Gid): AddressRecord => ({
  id,
  firstName: 'Ada',
  lastName: 'Byron',
  company: null,
  address1: '12 Long Lane',
  address2: null,
  city: 'Hamburg',
  province: 'Hamburg',
  provinceCode: 'HH',
  zip: '20095',
  country: 'Germany',
  countryCode: 'DE',
  phone: '+4940111222',
  latitude: 53.55,
  longitude: 10,
});
const line = (id: number, title: string, price: number, quantity: number, discount = 0): LineItemRecord => ({
  id: `gid://shopify/LineItem/${id}`,
  orderId: ORDER,
  productId: 'gid://shopify/Product/1',
  variantId: `gid://shopify/ProductVariant/${id}`,
  title,
  variantTitle: 'Blue',
  sku: `SKU-${id}`,
  vendor: 'Quill',
  image: null,
  quantity,
  currentQuantity: quantity,
  refundedQuantity: 0,
  requiresShipping: true,
  taxable: true,
  giftCard: false,
  grams: 100,
  unitPrice: bag(price),
  discountAllocations: discount ? [{ applicationIndex: 0, amount: bag(discount) }] : [],
  taxLines: [{ title: 'VAT', rate: 0.19, price: bag(300), channelLiable: false }],
  duties: [],
  customAttributes: [{ key: 'engraving', value: 'A.B.' }],
});

/** A shop in Berlin with one order of two lines, one of them shipped in two parcels and scanned once. */
export function openQuill(worlds: Worlds): World {
  const world = worlds.createShop({
    domain: SHOP,
    name: 'Quill',
    email: 'owner@quill.test',
    currency: 'EUR',
    ianaTimezone: 'Europe/Berlin',
    locales: ['en', 'zh-CN'],
    taxesIncluded: true,
  });
  const at = '2026-07-01T10:00:00Z';
  const order: OrderRecord = {
    id: ORDER,
    number: 1001,
    name: '#1001',
    confirmationNumber: 'QX1Z',
    token: 'secret-token',
    customerId: CUSTOMER,
    email: 'ada@example.com',
    phone: '+4940111222',
    customerLocale: 'de',
    currency: 'EUR',
    presentmentCurrency: 'USD',
    taxesIncluded: true,
    dutiesIncluded: false,
    test: false,
    sourceName: 'web',
    sourceIdentifier: null,
    appTitle: null,
    locationId: null,
    cartToken: null,
    checkoutToken: null,
    poNumber: null,
    note: 'Leave at the door',
    tags: ['vip', 'gift'],
    customAttributes: [{ key: 'channel', value: 'fair' }],
    buyerAcceptsMarketing: false,
    shippingAddress: address('gid://shopify/MailingAddress/1'),
    billingAddress: null,
    lineItems: [line(1, 'Pen', 1200, 2, 400), line(2, 'Ink', 500, 1)],
    shippingLines: [
      { id: 'gid://shopify/ShippingLine/1', orderId: ORDER, title: 'Standard', code: 'STD', source: 'shopify', price: bag(490), discountAllocations: [], taxLines: [], refunded: bag(0) },
    ],
    discountApplications: [
      {
        index: 0,
        kind: 'CODE',
        title: 'HELLO',
        description: null,
        targetType: 'LINE_ITEM',
        targetSelection: 'ALL',
        allocationMethod: 'ACROSS',
        value: { type: 'fixed', amount: bag(400) },
      },
    ],
    tip: bag(0),
    returnFees: [],
    transactions: [
      {
        id: 'gid://shopify/OrderTransaction/1',
        orderId: ORDER,
        kind: 'SALE',
        status: 'SUCCESS',
        gateway: 'bogus',
        amount: bag(2990),
        parentId: null,
        authorizationCode: null,
        test: false,
        processedAt: at,
        createdAt: at,
      },
    ],
    originalTotal: bag(2990),
    statedFinancialStatus: null,
    edited: false,
    cancelReason: null,
    cancelStaffNote: null,
    cancelledAt: null,
    closedAt: null,
    processedAt: at,
    createdAt: at,
    updatedAt: '2026-12-01T10:00:00Z',
  };
  const customer: CustomerRecord = {
    id: CUSTOMER,
    firstName: 'Ada',
    lastName: 'Byron',
    email: 'ada@example.com',
    emailConsent: { state: 'SUBSCRIBED', optInLevel: 'SINGLE_OPT_IN', updatedAt: at },
    verifiedEmail: true,
    phone: null,
    smsConsent: { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null },
    whatsAppConsent: { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null },
    locale: 'de',
    note: null,
    tags: [],
    taxExempt: false,
    state: 'ENABLED',
    addresses: [address('gid://shopify/MailingAddress/2')],
    defaultAddressId: 'gid://shopify/MailingAddress/2',
    createdAt: at,
    updatedAt: at,
  };
  const fulfillment: FulfillmentRecord = {
    id: FULFILLMENT,
    orderId: ORDER,
    name: '#1001-F1',
    status: 'SUCCESS',
    locationId: 'gid://shopify/Location/1',
    fulfillmentOrderIds: ['gid://shopify/FulfillmentOrder/1'],
    lineItems: [{ id: 'gid://shopify/FulfillmentLineItem/1', lineItemId: 'gid://shopify/LineItem/1', fulfillmentOrderLineId: 'gid://shopify/FulfillmentOrderLineItem/1', quantity: 1 }],
    tracking: [
      { company: 'DHL', number: 'JD01', url: 'https://dhl.example/JD01' },
      { company: 'DHL', number: 'JD02', url: null },
    ],
    requiresShipping: true,
    notifyCustomer: true,
    createdAt: at,
    updatedAt: at,
  };
  const scan: FulfillmentEventRecord = {
    id: SCAN,
    fulfillmentId: FULFILLMENT,
    orderId: ORDER,
    status: 'IN_TRANSIT',
    message: 'Left the depot',
    happenedAt: '2026-07-02T08:00:00Z',
    estimatedDeliveryAt: null,
    address1: null,
    city: 'Bremen',
    province: null,
    zip: '28195',
    country: 'Germany',
    latitude: null,
    longitude: null,
    createdAt: '2026-07-02T09:00:00Z',
  };
  world.change((change) => {
    change.put('customers', customer);
    change.put('orders', order);
    change.put('fulfillmentOrders', {
      id: 'gid://shopify/FulfillmentOrder/1',
      orderId: ORDER,
      locationId: 'gid://shopify/Location/1',
      status: 'IN_PROGRESS',
      requestStatus: 'UNSUBMITTED',
      holds: [],
      lineItems: [
        { id: 'gid://shopify/FulfillmentOrderLineItem/1', lineItemId: 'gid://shopify/LineItem/1', totalQuantity: 2, remainingQuantity: 1 },
        { id: 'gid://shopify/FulfillmentOrderLineItem/2', lineItemId: 'gid://shopify/LineItem/2', totalQuantity: 1, remainingQuantity: 1 },
      ],
      fulfillAt: null,
      createdAt: at,
      updatedAt: at,
    });
    change.put('fulfillments', fulfillment);
    change.put('fulfillmentEvents', scan);
    change.put('refunds', {
      id: REFUND,
      orderId: ORDER,
      returnId: null,
      note: 'Scratched',
      lineItems: [
        { id: 'gid://shopify/RefundLineItem/1', lineItemId: 'gid://shopify/LineItem/2', quantity: 1, restockType: 'NO_RESTOCK', restocked: false, locationId: null, price: bag(500), subtotal: bag(500), totalTax: bag(80) },
      ],
      shipping: [],
      duties: [],
      adjustments: [],
      transactionIds: ['gid://shopify/OrderTransaction/1'],
      processedAt: at,
      createdAt: at,
      updatedAt: at,
    });
  });
  return world;
}
