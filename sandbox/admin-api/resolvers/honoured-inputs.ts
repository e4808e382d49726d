/** Paths below an argument. */
export function prefixed(prefix: string, names: readonly string[]): string[] {
  return names.map((name) => `${prefix}.${name}`);
}

/** What of `MailingAddressInput` the world keeps. */
export const ADDRESS_INPUT = ['firstName', 'lastName', 'company', 'address1', 'address2', 'city', 'province', 'provinceCode', 'zip', 'country', 'countryCode', 'phone'];

/** What of `FulfillmentTrackingInput` the world keeps. */
export const TRACKING_INPUT = ['company', 'number', 'numbers', 'url', 'urls'];

/** What of `OrderCreateOrderInput` the world keeps. */
export const ORDER_INPUT = [
  'name',
  'email',
  'phone',
  'customerId',
  'customer.toAssociate',
  ...prefixed('customer.toUpsert', ['id', 'email', 'phone', 'firstName', 'lastName', 'note', 'tags', 'addresses']),
  'currency',
  'presentmentCurrency',
  'taxesIncluded',
  'test',
  'sourceName',
  'sourceIdentifier',
  'poNumber',
  'note',
  'tags',
  'customAttributes',
  'buyerAcceptsMarketing',
  ...prefixed('shippingAddress', ADDRESS_INPUT),
  ...prefixed('billingAddress', ADDRESS_INPUT),
  ...prefixed('lineItems', ['variantId', 'productId', 'title', 'variantTitle', 'sku', 'vendor', 'quantity', 'priceSet', 'requiresShipping', 'taxable', 'giftCard', 'taxLines', 'properties']),
  'taxLines',
  'shippingLines',
  'discountCode',
  ...prefixed('transactions', ['amountSet', 'kind', 'status', 'gateway', 'authorizationCode', 'locationId', 'processedAt']),
  'financialStatus',
  'fulfillmentStatus',
  ...prefixed('fulfillment', ['locationId', 'trackingCompany', 'trackingNumber', 'trackingNumbers', 'notifyCustomer']),
  'processedAt',
  'closedAt',
];

/** What of `DraftOrderInput` the world keeps. */
export const DRAFT_INPUT = [
  'customerId',
  'email',
  'phone',
  'note',
  'tags',
  'poNumber',
  'customAttributes',
  'taxExempt',
  ...prefixed('appliedDiscount', ['title', 'description', 'value', 'valueType']),
  ...prefixed('shippingLine', ['title', 'priceWithCurrency']),
  ...prefixed('shippingAddress', ADDRESS_INPUT),
  ...prefixed('billingAddress', ADDRESS_INPUT),
  ...prefixed('lineItems', ['variantId', 'title', 'sku', 'quantity', 'originalUnitPriceWithCurrency', 'requiresShipping', 'taxable', 'customAttributes']),
  ...prefixed('lineItems.appliedDiscount', ['title', 'description', 'value', 'valueType']),
];

/** What of `CustomerInput` the world keeps. */
export const CUSTOMER_INPUT = ['email', 'phone', 'firstName', 'lastName', 'locale', 'note', 'tags', 'taxExempt'];

/** What of the marketing consent inputs the world keeps. */
export const CONSENT_INPUT = ['marketingState', 'marketingOptInLevel', 'consentUpdatedAt'];

/** What of `ProductCreateInput` the world keeps. */
export const PRODUCT_INPUT = [
  'title',
  'handle',
  'descriptionHtml',
  'vendor',
  'productType',
  'status',
  'tags',
  'giftCard',
  ...prefixed('productOptions', ['name', 'position', 'values.name']),
];

/** What of `ProductVariantsBulkInput` the world keeps. */
export const VARIANT_INPUT = [
  'optionValues.optionName',
  'optionValues.optionId',
  'optionValues.name',
  'price',
  'compareAtPrice',
  'barcode',
  'taxable',
  'inventoryPolicy',
  'mediaSrc',
  'inventoryItem.sku',
  'inventoryItem.tracked',
  'inventoryItem.requiresShipping',
  'inventoryItem.measurement.weight',
  'inventoryQuantities',
];

/** What of `ExchangeLineItemInput` the world keeps. */
export const EXCHANGE_LINE_INPUT = ['variantId', 'quantity', 'appliedDiscount'];

/** What of `ReturnProcessInput` the world keeps. */
export const PROCESS_INPUT = [
  'returnId',
  ...prefixed('returnLineItems', ['id', 'quantity', 'dispositions']),
  'exchangeLineItems',
  'refundShipping',
  'refundDuties',
  ...prefixed('financialTransfer.issueRefund', ['orderTransactions', 'allowOverRefunding', 'refundMethods.storeCreditRefund']),
  'note',
  'notifyCustomer',
];
