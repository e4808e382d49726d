import { globSync, readFileSync } from 'node:fs';
import { Kind, type FragmentDefinitionNode, type OperationDefinitionNode, OperationTypeNode, parse, print, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAdmin } from './admin-in-memory.ts';
import { addOrder, addReturn, addVariant, customLine, firstLocation } from './shop-in-memory.ts';

const definitions = globSync('app/**/*.graphql').flatMap((file) => parse(readFileSync(file, 'utf8')).definitions);
const fragments = new Map(definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));
const queries = definitions.filter((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.QUERY);
const named = queries.map((node) => [node.name?.value ?? '', node] as const);
/** What every shop grants, and what is granted for codes. */
const scopes = [...(/^scopes = "([^"]*)"$/m.exec(readFileSync('shopify.app.toml', 'utf8'))?.[1] ?? '').split(','), 'write_discounts'];

/** An operation with the fragments it uses, and theirs. */
function whole(operation: OperationDefinitionNode): string {
  const used = new Set<FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread(spread) {
        const fragment = fragments.get(spread.name.value);
        if (!fragment || used.has(fragment)) return;
        used.add(fragment);
        collect(fragment);
      },
    });
  collect(operation);
  return [operation, ...used].map(print).join('\n');
}

/** What a document asks about: where it is no order, what of the shop. */
function subjectsOf({ admin, order, variant }: ReturnType<typeof busyShop>): Record<string, () => Record<string, unknown>> {
  const back = () => ({ id: addReturn(admin.world, order).id });
  return {
    OrderOfFulfillmentOrder: () => ({ id: admin.world.fulfillmentOrders.where('order', order.id)[0]?.id }),
    DiscountOfCode: () => ({ code: 'TEN' }),
    CustomerNow: () => ({ id: order.customerId }),
    StoreCreditOfCustomer: () => ({ id: order.customerId }),
    ReturnMoney: back,
    ReturnStands: back,
    OrderOfReturn: back,
    WorkOfReturn: back,
    ReturnToLabel: back,
    OrderOfReverseFulfillmentOrder: () => ({ id: admin.world.reverseFulfillmentOrders.where('return', addReturn(admin.world, order).id)[0]?.id }),
    ExchangeProduct: () => ({ id: variant.productId }),
    ReturnAddress: () => ({ id: firstLocation(admin.world).id }),
    PolicyChoices: () => ({ withReasons: true }),
    PolicyCollection: () => ({ ids: [variant.productId], collection: 'gid://shopify/Collection/1' }),
  };
}

function busyShop() {
  const admin = openAdmin();
  const variant = addVariant(admin.world);
  const order = addOrder(admin.world, {
    customer: { toUpsert: { email: 'a@example.com', firstName: 'A' } },
    lineItems: [{ variantId: variant.id, quantity: 1, taxLines: [{ title: 'VAT', rate: '0.19' }] }, customLine('5.00')],
    discountCode: { itemPercentageDiscountCode: { code: 'TEN', percentage: 10 } },
    shippingAddress: { city: 'Berlin', countryCode: 'DE' },
    fulfillmentStatus: 'FULFILLED',
    financialStatus: 'PAID',
  });
  return { admin, order, variant };
}

const RUN = 'mutation ($query: String!) { bulkOperationRunQuery(query: $query) { bulkOperation { id } userErrors { message } } }';
const Started = z.object({ bulkOperationRunQuery: z.object({ bulkOperation: z.object({ id: z.string() }) }) });

describe('the sandbox models what the app asks for', () => {
  it.each(named.filter(([name]) => !/^Bulk[A-Z]\w+s$/.test(name)))('%s', async (_name, operation) => {
    const shop = busyShop();
    const { admin, order } = shop;
    const usual = { id: order.id, ids: [order.id], query: `name:"${order.name}"`, first: 5, orderId: order.id, input: { orderId: order.id }, units: [], exchanges: [], to: 'STORE_CREDIT' };
    const values: Record<string, unknown> = { ...usual, ...subjectsOf(shop)[operation.name?.value ?? '']?.() };
    const wanted = (operation.variableDefinitions ?? []).map((definition) => definition.variable.name.value);
    const variables = Object.fromEntries(wanted.filter((name) => name in values).map((name) => [name, values[name]]));
    const body = await admin.askAsApp(scopes, whole(operation), variables);
    expect(body.errors).toBeUndefined();
  });

  it.each(named.filter(([name]) => /^Bulk[A-Z]\w+s$/.test(name)))('%s, as a bulk operation', async (_name, operation) => {
    const { admin } = busyShop();
    const { data } = await admin.askAsApp(scopes, RUN, { query: whole(operation) });
    const { id } = Started.parse(data).bulkOperationRunQuery.bulkOperation;
    await admin.settled();
    expect(await admin.askAsApp(scopes, `{ bulkOperation(id: "${id}") { status errorCode objectCount } }`)).toMatchObject({
      data: { bulkOperation: { status: 'COMPLETED', errorCode: null, objectCount: expect.not.stringMatching(/^0$/) } },
    });
  });
});
