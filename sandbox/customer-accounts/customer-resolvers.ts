import { z } from 'zod';
import { askShopOf } from '../storefront/admin-query.ts';
import type { CustomerAccountsDeps } from './types.ts';

const money = z.object({ presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }).transform(({ presentmentMoney }) => presentmentMoney);
const order = z
  .object({
    id: z.string(),
    name: z.string(),
    number: z.number(),
    email: z.string().nullable(),
    processedAt: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    cancelledAt: z.string().nullable(),
    confirmationNumber: z.string().nullable(),
    statusPageUrl: z.string(),
    displayFinancialStatus: z.string().nullable(),
    displayFulfillmentStatus: z.string(),
    presentmentCurrencyCode: z.string(),
    totalPriceSet: money,
    customer: z.object({ id: z.string() }).nullable(),
  })
  .transform(({ displayFinancialStatus, displayFulfillmentStatus, presentmentCurrencyCode, totalPriceSet, ...plain }) => ({
    ...plain,
    financialStatus: displayFinancialStatus,
    fulfillmentStatus: displayFulfillmentStatus,
    currencyCode: presentmentCurrencyCode,
    totalPrice: totalPriceSet,
  }));
const orderFields = `id name number email processedAt createdAt updatedAt cancelledAt confirmationNumber statusPageUrl displayFinancialStatus displayFulfillmentStatus
  presentmentCurrencyCode totalPriceSet { presentmentMoney { amount currencyCode } } customer { id }`;

const customer = z.object({
  customer: z.object({
    id: z.string(),
    displayName: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    createdAt: z.string(),
    tags: z.array(z.string()),
    defaultEmailAddress: z.object({ emailAddress: z.string(), marketingState: z.string() }).nullable(),
  }),
});
const pageInfo = z.object({ hasNextPage: z.boolean(), hasPreviousPage: z.boolean(), startCursor: z.string().nullable(), endCursor: z.string().nullable() });
const orders = z.object({ customer: z.object({ orders: z.object({ edges: z.array(z.object({ cursor: z.string(), node: order })), pageInfo }) }) });

interface PageArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  reverse?: boolean;
}

/** What the API answers for one signed-in customer, read from the shop as it is. */
export function customerRoot({ runAdmin }: Pick<CustomerAccountsDeps, 'runAdmin'>, shopDomain: string, customerId: string) {
  const ask = askShopOf(runAdmin, shopDomain);
  const id = `gid://shopify/Customer/${customerId}`;
  return {
    async customer() {
      const { customer: read } = await ask(customer, 'query ($id: ID!) { customer(id: $id) { id displayName firstName lastName createdAt tags defaultEmailAddress { emailAddress marketingState } } }', { id });
      return {
        ...read,
        creationDate: read.createdAt,
        emailAddress: read.defaultEmailAddress,
        async orders({ first, after, last, before, reverse }: PageArguments) {
          const page = await ask(
            orders,
            `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $reverse: Boolean) { customer(id: $id) { orders(first: $first, after: $after, last: $last, before: $before, reverse: $reverse) {
              edges { cursor node { ${orderFields} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
            { id, first, after, last, before, reverse },
          );
          return { ...page.customer.orders, nodes: page.customer.orders.edges.map(({ node }) => node) };
        },
      };
    },
    /** An order of somebody else is not there. */
    async order({ id: orderId }: { id: string }) {
      const found = await ask(z.object({ order: order.nullable() }), `query ($id: ID!) { order(id: $id) { ${orderFields} } }`, { id: orderId });
      return found.order?.customer?.id === id ? found.order : null;
    },
  };
}
