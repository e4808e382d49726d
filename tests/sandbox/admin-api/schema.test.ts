import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, validate } from 'graphql';
import { adminSchema } from '#sandbox/admin-api/execution/admin-schema.ts';
import { KEPT } from '#sandbox/schema/kept.ts';
import { parseRequiredAccess } from '#sandbox/schema/required-access.ts';
import { readIntrospectionFile, trimSchema } from '#sandbox/schema/trim-schema.ts';

const folder = new URL('../../../sandbox/schema/', import.meta.url);
const source = () => readIntrospectionFile(new URL('admin_2026-10.json.gz', folder));
const errorsOf = (document: string) => validate(adminSchema().schema, parse(document)).map((error) => error.message);

test('the committed schema files are what the script makes of the full schema', () => {
  for (const [name, text] of Object.entries(trimSchema(source(), KEPT))) {
    expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name} is out of date: run node sandbox/schema/trim-schema.ts`).toBe(true);
  }
});

test('a kept name that the full schema does not have is refused by name', () => {
  expect(() => trimSchema(source(), { ...KEPT, queries: [...KEPT.queries, 'parcels'], types: [...KEPT.types, 'Parcel'] })).toThrow(
    /Parcel, QueryRoot\.parcels/,
  );
});

test('deprecations keep their reasons', () => {
  const field = adminSchema().schema.getQueryType()?.getFields()['currentBulkOperation'];
  expect(field?.deprecationReason).toMatch(/bulkOperations/);
});

describe('the documents this product lives on validate', () => {
  test.each([
    [
      'order lookup',
      `query($q: String!) { orders(first: 2, query: $q, sortKey: PROCESSED_AT, reverse: true) { nodes { id name confirmationNumber email phone
        customerLocale displayFinancialStatus displayFulfillmentStatus returnStatus statusPageUrl test shippingAddress { countryCodeV2 zip phone }
        fulfillments(first: 10) { id status displayStatus deliveredAt estimatedDeliveryAt trackingInfo(first: 10) { company number url }
          events(first: 20, sortKey: HAPPENED_AT) { nodes { id status happenedAt message city province country zip } }
          fulfillmentLineItems(first: 20) { nodes { id quantity lineItem { id title variantTitle sku image { url altText } } } } } } } }`,
    ],
    [
      'customer',
      `query($id: ID!) { customer(id: $id) { displayName locale numberOfOrders amountSpent { amount currencyCode } statistics { predictedSpendTier }
        defaultEmailAddress { emailAddress marketingState } defaultPhoneNumber { phoneNumber smsMarketingConsent { state } } orders(first: 1) { nodes { id } } } }`,
    ],
    [
      'returns',
      `query($id: ID!, $r: [SuggestedOutcomeReturnLineItemInput!]!, $e: [SuggestedOutcomeExchangeLineItemInput!]!) { return(id: $id) { status
        suggestedFinancialOutcome(returnLineItems: $r, exchangeLineItems: $e) { financialTransfer { __typename ... on RefundReturnOutcome {
          suggestedTransactions { gateway kind parentTransaction { id } } suggestedRefundMethods { amount { presentmentMoney { amount } } } } } }
        reverseFulfillmentOrders(first: 5) { nodes { lineItems(first: 5) { nodes { id totalQuantity dispositions { type quantity } } } } } } }`,
    ],
    ['return processing', 'mutation($i: ReturnProcessInput!) { returnProcess(input: $i) { return { id refunds(first: 5) { nodes { id } } } userErrors { field message code } } }'],
    [
      'reverse delivery',
      `mutation($r: ID!, $l: [ReverseDeliveryLineItemInput!]!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $r, reverseDeliveryLineItems: $l) {
        reverseDelivery { deliverable { ... on ReverseDeliveryShippingDeliverable { tracking { number carrierName } label { publicFileUrl } } } } userErrors { code } } }`,
    ],
    ['refund', 'mutation($i: RefundInput!, $k: String!) { refundCreate(input: $i) @idempotent(key: $k) { refund { id } userErrors { field message } } }'],
    ['cancel', 'mutation($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true) { job { id done } jobResult { status } orderCancelUserErrors { code } } }'],
    ['scan', 'mutation($e: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $e) { fulfillmentEvent { id status } userErrors { field message } } }'],
    ['order', 'mutation($o: OrderCreateOrderInput!) { orderCreate(order: $o) { order { id } userErrors { field message code } } }'],
    ['reship', 'mutation($id: ID!) { draftOrderCreateFromOrder(orderId: $id) { draftOrder { id } userErrors { message } } }'],
    ['goodwill', 'mutation($id: ID!, $c: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $c) { storeCreditAccountTransaction { amount { amount } } userErrors { code } } }'],
    [
      'shop',
      `{ shop { name email myshopifyDomain primaryDomain { url } ianaTimezone currencyCode plan { publicDisplayName shopifyPlus } customerAccountsV2 { customerAccountsVersion url }
        shopPolicies { type body } } shopLocales { locale primary published } currentAppInstallation { accessScopes { handle } } }`,
    ],
    ['bulk', 'mutation($q: String!) { bulkOperationRunQuery(query: $q, groupObjects: false) { bulkOperation { id status } userErrors { field message code } } }'],
    ['flow', 'mutation($p: JSON!) { flowTriggerReceive(handle: "late", payload: $p) { userErrors { message } } }'],
  ])('%s', (_name, document) => {
    expect(errorsOf(document)).toEqual([]);
  });
});

test.each([
  ['`read_orders` access scope.', [['read_orders']]],
  ['`read_a` access scope, `read_b` access scope or `read_c` access scope. Also: The user must have x permission.', [['read_a'], ['read_b'], ['read_c']]],
  ['`read_r` access scope and (`read_o` access scope or `read_m` access scope).', [['read_r', 'read_o'], ['read_r', 'read_m']]],
  ['`read_o` access scope. Also: Requires the `read_r` access scope or `read_q` access scope.', [['read_o', 'read_r'], ['read_o', 'read_q']]],
  ['The user must have manage_orders permission.', []],
])('access sentence %s', (sentence, sets) => {
  expect(parseRequiredAccess(sentence)).toEqual(sets);
});

test('the access table holds scopes and protected data of what is kept', () => {
  const { access } = adminSchema();
  expect(access.fields['Mutation.fulfillmentEventCreate']?.anyOf).toEqual([['write_fulfillments']]);
  expect(access.types['Fulfillment']?.anyOf).toContainEqual(['read_orders']);
  expect(access.types['ReturnableFulfillment']?.anyOf).toContainEqual(['read_orders', 'read_returns']);
  expect(access.protectedFields['Order.email']).toEqual({ subject: 'customer', content: 'email' });
  expect(access.fields['Mutation.refundCreate']?.anyOf).toContainEqual(['write_orders']);
});
