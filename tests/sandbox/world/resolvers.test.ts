import { isInputObjectType, isInterfaceType, isObjectType, type GraphQLArgument, type GraphQLInputField } from 'graphql';
import { getNamedType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { adminSchema } from '#sandbox/admin-api/execution/admin-schema.ts';
import { honouredPaths } from '#sandbox/admin-api/resolver.ts';
import { resolvers } from '#sandbox/admin-api/resolvers/index.ts';
import { openAdmin } from './admin-in-memory.ts';
import { addOrder, addReturn, addVariant, customLine, only, openWork } from './shop-in-memory.ts';

const { schema } = adminSchema();

describe('the resolvers', () => {
  const fields = Object.entries(resolvers).flatMap(([type, own]) => Object.entries(own).map(([field, resolver]) => [`${type}.${field}`, type, field, resolver] as const));

  it.each(fields)('answer for %s, which the schema has, and honour only arguments it has', (_name, type, field, resolver) => {
    const owner = schema.getType(type);
    if (!isObjectType(owner)) throw new Error(`${type} is no object`);
    const definition = owner.getFields()[field];
    expect(definition, `${type}.${field}`).toBeDefined();
    for (const path of honouredPaths(resolver)) expect(reaches(definition?.args ?? [], path.split('.')), path).toBe(true);
  });
});

function reaches(inputs: readonly (GraphQLArgument | GraphQLInputField)[], path: readonly string[]): boolean {
  const [first, ...rest] = path;
  const input = inputs.find((candidate) => candidate.name === first);
  if (!input) return false;
  if (rest.length === 0) return true;
  const type = getNamedType(input.type);
  return isInputObjectType(type) && reaches(Object.values(type.getFields()), rest);
}

describe('the Admin API over the world', () => {
  it('places, ships, scans and refunds an order by the merchant’s own mutations', async () => {
    const { ask, world } = openAdmin();
    const variant = addVariant(world);
    const created = await ask(
      `mutation ($order: OrderCreateOrderInput!) {
        orderCreate(order: $order, options: { inventoryBehaviour: DECREMENT_OBEYING_POLICY }) {
          order { id name number displayFinancialStatus displayFulfillmentStatus totalPriceSet { presentmentMoney { amount currencyCode } }
            customer { displayName defaultEmailAddress { emailAddress } } shippingAddress { name formatted countryCodeV2 }
            lineItems(first: 5) { nodes { name quantity sku variant { inventoryQuantity } discountedTotalSet { shopMoney { amount } } } }
            fulfillmentOrders(first: 5) { nodes { status assignedLocation { name } lineItems(first: 5) { nodes { remainingQuantity } } } } }
          userErrors { field message code } } }`,
      {
        order: {
          customer: { toUpsert: { email: 'lee@example.com', firstName: 'Mei', lastName: 'Lee' } },
          shippingAddress: { firstName: 'Mei', lastName: 'Lee', address1: 'Weg 1', zip: '10115', city: 'Berlin', countryCode: 'DE' },
          lineItems: [{ variantId: variant.id, quantity: 2 }],
          financialStatus: 'PAID',
        },
      },
    );
    expect(created).toMatchObject({
      data: {
        orderCreate: {
          userErrors: [],
          order: {
            name: '#1001',
            number: 1001,
            displayFinancialStatus: 'PAID',
            displayFulfillmentStatus: 'UNFULFILLED',
            totalPriceSet: { presentmentMoney: { amount: '20.0', currencyCode: 'EUR' } },
            customer: { displayName: 'Mei Lee', defaultEmailAddress: { emailAddress: 'lee@example.com' } },
            shippingAddress: { name: 'Mei Lee', formatted: ['Weg 1', 'Berlin 10115', 'Germany'], countryCodeV2: 'DE' },
            lineItems: { nodes: [{ name: 'Mug', quantity: 2, sku: 'MUG', variant: { inventoryQuantity: 3 }, discountedTotalSet: { shopMoney: { amount: '20.0' } } }] },
            fulfillmentOrders: { nodes: [{ status: 'OPEN', lineItems: { nodes: [{ remainingQuantity: 2 }] } }] },
          },
        },
      },
    });
    const order = only(world.orders.all());

    const shipped = await ask(
      `mutation ($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
        fulfillment { name trackingInfo { company number url } totalQuantity requiresShipping } userErrors { field message } } }`,
      { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: openWork(world, order).id }], trackingInfo: { company: 'UPS', numbers: ['1Z1', '1Z2'] } } },
    );
    expect(shipped).toMatchObject({
      data: {
        fulfillmentCreate: {
          userErrors: [],
          fulfillment: {
            name: '#1001-F1',
            totalQuantity: 2,
            trackingInfo: [
              { company: 'UPS', number: '1Z1', url: 'https://www.ups.com/track?loc=en_US&tracknum=1Z1' },
              { company: 'UPS', number: '1Z2', url: 'https://www.ups.com/track?loc=en_US&tracknum=1Z2' },
            ],
          },
        },
      },
    });

    const fulfillment = only(world.fulfillments.all());
    await ask(`mutation { fulfillmentEventCreate(fulfillmentEvent: { fulfillmentId: "${fulfillment.id}", status: DELIVERED, city: "Berlin" }) { userErrors { message } } }`);
    const refund = (directive: string) =>
      ask(
        `mutation ($input: RefundInput!) { refundCreate(input: $input) ${directive} { userErrors { field message }
          refund { totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity restocked subtotalSet { shopMoney { amount } } lineItem { id } } } transactions(first: 5) { nodes { kind gateway } } }
          order { displayFinancialStatus displayFulfillmentStatus currentTotalPriceSet { shopMoney { amount } } fulfillments(first: 5) { displayStatus deliveredAt events(first: 5) { nodes { city } } } } } }`,
        {
          input: {
            orderId: order.id,
            refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1, restockType: 'RETURN' }],
            transactions: [{ orderId: order.id, parentId: only(order.transactions).id, amount: '10.00', gateway: 'manual', kind: 'REFUND' }],
          },
        },
      );
    expect(await refund('')).toMatchObject({ errors: [{ message: expect.stringContaining('@idempotent') }] });
    expect(await refund('@idempotent(key: "8b1b4a8e-5a55-4f0a-9a53-2b7a3d4b3a11")')).toMatchObject({
      data: {
        refundCreate: {
          userErrors: [],
          refund: {
            totalRefundedSet: { shopMoney: { amount: '10.0' } },
            refundLineItems: { nodes: [{ quantity: 1, restocked: true, subtotalSet: { shopMoney: { amount: '10.0' } } }] },
            transactions: { nodes: [{ kind: 'REFUND', gateway: 'manual' }] },
          },
          order: {
            displayFinancialStatus: 'PARTIALLY_REFUNDED',
            displayFulfillmentStatus: 'FULFILLED',
            currentTotalPriceSet: { shopMoney: { amount: '10.0' } },
            fulfillments: [{ displayStatus: 'DELIVERED', events: { nodes: [{ city: 'Berlin' }] } }],
          },
        },
      },
    });
    expect(world.variants.get(variant.id)?.stock[0]).toMatchObject({ available: 4, committed: 0 });
  });

  it('cancels in a job: restocks, gives the money back and says so when asked again', async () => {
    const { ask, world, settled } = openAdmin();
    const variant = addVariant(world);
    const order = addOrder(world, { lineItems: [{ variantId: variant.id, quantity: 2 }], financialStatus: 'PAID' }, { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' });
    const cancel = () =>
      ask(`mutation { orderCancel(orderId: "${order.id}", reason: CUSTOMER, restock: true, refundMethod: { originalPaymentMethodsRefund: true }) {
        job { id done } jobResult { id done status } orderCancelUserErrors { field message code } } }`);
    const started = await cancel();
    expect(started).toMatchObject({ data: { orderCancel: { job: { done: false }, jobResult: { done: false, status: 'STARTED' }, orderCancelUserErrors: [] } } });
    const { id } = z.object({ orderCancel: z.object({ job: z.object({ id: z.string() }) }) }).parse(started.data).orderCancel.job;
    await settled();
    expect(await ask(`{ job(id: "${id}") { done } order(id: "${order.id}") { cancelledAt cancelReason closed displayFinancialStatus displayFulfillmentStatus refunds { id } currentTotalPriceSet { shopMoney { amount } } } }`)).toMatchObject({
      data: {
        job: { done: true },
        order: { cancelReason: 'CUSTOMER', closed: true, displayFinancialStatus: 'REFUNDED', displayFulfillmentStatus: 'UNFULFILLED', currentTotalPriceSet: { shopMoney: { amount: '0.0' } } },
      },
    });
    expect(world.variants.get(variant.id)?.stock[0]).toMatchObject({ available: 5, committed: 0 });
    expect(await cancel()).toMatchObject({ data: { orderCancel: { job: null, orderCancelUserErrors: [{ code: 'INVALID' }] } } });
  });

  it('tells what the calling app was granted', async () => {
    const { askAsApp } = openAdmin();
    expect(await askAsApp(['read_orders', 'read_products'], '{ currentAppInstallation { accessScopes { handle } activeSubscriptions { id } } }')).toMatchObject({
      data: { currentAppInstallation: { accessScopes: [{ handle: 'read_orders' }, { handle: 'read_products' }], activeSubscriptions: [] } },
    });
  });

  it('reads the shop, its languages, places, policies and reasons', async () => {
    const { ask } = openAdmin();
    await ask('mutation { shopPolicyUpdate(shopPolicy: { type: REFUND_POLICY, body: "<p>30 days</p>" }) { userErrors { message } } }');
    const body = await ask(`{
      shop { name email myshopifyDomain ianaTimezone timezoneOffset currencyCode plan { publicDisplayName partnerDevelopment shopifyPlus } primaryDomain { host url }
        customerAccountsV2 { customerAccountsVersion url } shopPolicies { type title url body } }
      shopLocales { locale name primary published } locations(first: 5) { nodes { name isActive address { formatted } } }
      returnReasonDefinitions(first: 100, query: "deleted:false") { nodes { handle name deleted } } }`);
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({
      shop: {
        myshopifyDomain: 'test.myshopify.com',
        timezoneOffset: '+0100',
        primaryDomain: { host: 'store.test', url: 'http://store.test' },
        shopPolicies: [{ type: 'REFUND_POLICY', url: 'http://store.test/policies/refund-policy' }],
      },
      shopLocales: [
        { locale: 'en', name: 'English', primary: true },
        { locale: 'de', name: 'German', primary: false },
      ],
    });
  });

  it('shows discounts, taxes, shipping and a tip where Shopify shows them', async () => {
    const { ask, world } = openAdmin();
    const order = addOrder(world, {
      lineItems: [{ ...customLine('10.00', 2), taxLines: [{ title: 'VAT', rate: '0.19' }] }],
      shippingLines: [{ title: 'Standard', priceSet: { shopMoney: { amount: '5.00', currencyCode: 'EUR' } } }],
      discountCode: { itemPercentageDiscountCode: { code: 'TEN', percentage: 10 } },
    });
    expect(
      await ask(`{ order(id: "${order.id}") { discountCodes subtotalPriceSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } }
        taxLines { title ratePercentage priceSet { shopMoney { amount } } } shippingLines(first: 2) { nodes { title originalPriceSet { shopMoney { amount } } } }
        discountApplications(first: 2) { nodes { __typename targetType value { ... on PricingPercentageValue { percentage } } ... on DiscountCodeApplication { code } } }
        lineItems(first: 2) { nodes { originalTotalSet { shopMoney { amount } } discountedTotalSet { shopMoney { amount } } withCodes: discountedTotalSet(withCodeDiscounts: true) { shopMoney { amount } }
          discountAllocations { allocatedAmountSet { shopMoney { amount } } discountApplication { index } } } } } }`),
    ).toMatchObject({
      data: {
        order: {
          discountCodes: ['TEN'],
          subtotalPriceSet: { shopMoney: { amount: '18.0' } },
          totalTaxSet: { shopMoney: { amount: '3.42' } },
          totalPriceSet: { shopMoney: { amount: '26.42' } },
          taxLines: [{ title: 'VAT', ratePercentage: 19, priceSet: { shopMoney: { amount: '3.42' } } }],
          shippingLines: { nodes: [{ title: 'Standard', originalPriceSet: { shopMoney: { amount: '5.0' } } }] },
          discountApplications: { nodes: [{ __typename: 'DiscountCodeApplication', targetType: 'LINE_ITEM', value: { percentage: 10 }, code: 'TEN' }] },
          lineItems: {
            nodes: [
              {
                originalTotalSet: { shopMoney: { amount: '20.0' } },
                discountedTotalSet: { shopMoney: { amount: '20.0' } },
                withCodes: { shopMoney: { amount: '18.0' } },
                discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: '2.0' } }, discountApplication: { index: 0 } }],
              },
            ],
          },
        },
      },
    });
  });

  it('reads a return, and says aloud that its deprecated mutations are not played', async () => {
    const { ask, world } = openAdmin();
    const order = addOrder(world, { fulfillmentStatus: 'FULFILLED' });
    const line = only(only(world.fulfillments.all()).lineItems);
    const { id } = addReturn(world, order);
    expect(
      await ask(`{ return(id: "${id}") { name status order { name returnStatus returns(first: 2) { nodes { id } } }
        returnLineItems(first: 2) { nodes { quantity ... on ReturnLineItem { returnReasonDefinition { name } fulfillmentLineItem { lineItem { title } } } } }
        reverseFulfillmentOrders(first: 2) { nodes { status lineItems(first: 2) { nodes { totalQuantity fulfillmentLineItem { id } } } } } } }`),
    ).toMatchObject({
      data: {
        return: {
          name: '#1001-R1',
          order: { returnStatus: 'IN_PROGRESS', returns: { nodes: [{ id }] } },
          returnLineItems: { nodes: [{ quantity: 1, returnReasonDefinition: { name: 'Too small' }, fulfillmentLineItem: { lineItem: { title: 'Thing' } } }] },
          reverseFulfillmentOrders: { nodes: [{ status: 'OPEN', lineItems: { nodes: [{ totalQuantity: 1, fulfillmentLineItem: { id: line.id } }] } }] },
        },
      },
    });
    expect(await ask(`mutation { returnRefund(returnRefundInput: { returnId: "${id}", returnRefundLineItems: [] }) { userErrors { message } } }`)).toMatchObject({ errors: [{ extensions: { code: 'SANDBOX_NOT_MODELLED' } }] });
  });

  it('answers an id of another type with Shopify’s top-level error', async () => {
    const { ask, world } = openAdmin();
    const order = addOrder(world);
    expect(await ask(`{ customer(id: "${order.id}") { id } }`)).toMatchObject({ errors: [{ extensions: { code: 'RESOURCE_NOT_FOUND' } }] });
    expect(await ask('{ node(id: "nonsense") { id } }')).toMatchObject({ errors: [{ extensions: { code: 'RESOURCE_NOT_FOUND' } }] });
    expect(await ask('{ order(id: "gid://shopify/Order/1") { id } }')).toMatchObject({ data: { order: null } });
  });
});

describe('every record behind an id', () => {
  it('has a type that is a node of the schema', async () => {
    const { ask, world } = openAdmin();
    addVariant(world);
    const order = addOrder(world, { customer: { toUpsert: { email: 'a@example.com' } }, fulfillmentStatus: 'FULFILLED' });
    const { shops, orders, customers, products, variants, locations, fulfillments, fulfillmentOrders, returnReasons } = world;
    const ids = [shops, orders, customers, products, variants, locations, fulfillments, fulfillmentOrders, returnReasons].map((collection) => only<{ id: string }>(collection.all()).id);
    const { data } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }', { ids });
    const nodes = z.object({ nodes: z.array(z.object({ id: z.string(), __typename: z.string() })) }).parse(data).nodes;
    expect(nodes.map((node) => node.id)).toEqual(ids);
    const Node = schema.getType('Node');
    for (const { __typename } of nodes) {
      const type = schema.getType(__typename);
      expect(isObjectType(type) && isInterfaceType(Node) && schema.isSubType(Node, type), __typename).toBe(true);
    }
    expect(order.name).toBe('#1001');
  });
});
