import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RunAdmin } from '../contract.ts';
import type { World } from '../world/index.ts';
import { mutate } from './mutate.ts';
import type { Act, Outcome } from './pages.ts';

const orderId = (form: Record<string, string>) => `gid://shopify/Order/${form.number}`;
const given = (value: string | undefined) => (value ? value : undefined);

/** Quantities of a form whose fields are named `{prefix}{id}`. */
function quantities(form: Record<string, string>, prefix: string): { id: string; quantity: number }[] {
  return Object.entries(form)
    .filter(([name, value]) => name.startsWith(prefix) && Number(value) > 0)
    .map(([name, value]) => ({ id: name.slice(prefix.length), quantity: Number(value) }));
}

const suggestion = z.object({
  order: z.object({
    suggestedRefund: z.object({
      suggestedTransactions: z.array(
        z.object({ gateway: z.string().nullable(), parentTransaction: z.object({ id: z.string() }).nullable(), amountSet: z.object({ presentmentMoney: z.object({ amount: z.string() }) }) }),
      ),
    }),
  }),
});

/** What a merchant does on the order's page; each is the mutation an app would use, run with the merchant's rights. */
export function orderActions(runAdmin: RunAdmin): Record<string, Act> {
  const run = async (world: World, done: string, query: string, variables: Record<string, unknown>): Promise<Outcome> => {
    const refused = await mutate(runAdmin, world.domain, query, variables);
    return refused.length ? { error: refused.join(' ') } : { done };
  };

  /** The transactions of a refund: the amount typed, on the order's payment, or what Shopify suggests for the lines. */
  async function refundTransactions(world: World, form: Record<string, string>, lines: { id: string; quantity: number }[]) {
    const id = orderId(form);
    const payment = world.orders.get(id)?.transactions.find(({ kind, status }) => status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE'));
    if (form.amount) return payment ? [{ orderId: id, parentId: payment.id, gateway: payment.gateway, kind: 'REFUND', amount: form.amount }] : [];
    const answer = await runAdmin(
      world.domain,
      {
        query: `query Suggest($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) { suggestedRefund(refundLineItems: $lines) {
          suggestedTransactions { gateway parentTransaction { id } amountSet { presentmentMoney { amount } } } } } }`,
        variables: { id, lines: lines.map((line) => ({ lineItemId: line.id, quantity: line.quantity })) },
      },
      { kind: 'merchant' },
    );
    const { order } = suggestion.parse(answer.body.data);
    return order.suggestedRefund.suggestedTransactions.map(({ gateway, parentTransaction, amountSet }) => ({
      orderId: id,
      parentId: parentTransaction?.id,
      gateway: gateway ?? '',
      kind: 'REFUND',
      amount: amountSet.presentmentMoney.amount,
    }));
  }

  return {
    fulfill: (world, form) =>
      run(world, 'Items fulfilled', 'mutation Fulfill($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { userErrors { message } } }', {
        fulfillment: {
          lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: form.fulfillmentOrder, fulfillmentOrderLineItems: quantities(form, 'line:') }],
          notifyCustomer: form.notify === 'on',
          trackingInfo: form.tracking ? { company: given(form.company), number: form.tracking, url: given(form.url) } : undefined,
        },
      }),
    scan: (world, form) =>
      run(world, 'Scan added', 'mutation Scan($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { userErrors { message } } }', {
        event: {
          fulfillmentId: form.fulfillment,
          status: form.status,
          happenedAt: form.at ? new Date(`${form.at}Z`).toISOString() : undefined,
          city: given(form.city),
          country: given(form.country),
          message: given(form.message),
          estimatedDeliveryAt: form.estimate ? new Date(`${form.estimate}T18:00Z`).toISOString() : undefined,
        },
      }),
    tracking: (world, form) =>
      run(world, 'Tracking changed', 'mutation Track($id: ID!, $tracking: FulfillmentTrackingInput!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $tracking) { userErrors { message } } }', {
        id: form.fulfillment,
        tracking: { company: given(form.company), number: given(form.tracking), url: given(form.url) },
      }),
    email: (world, form) =>
      run(world, 'Contact changed', 'mutation Contact($input: OrderInput!) { orderUpdate(input: $input) { userErrors { message } } }', {
        input: { id: orderId(form), email: form.email },
      }),
    cancel: (world, form) =>
      run(
        world,
        'Cancellation started',
        `mutation Cancel($id: ID!, $reason: OrderCancelReason!, $refundMethod: OrderCancelRefundMethodInput, $restock: Boolean!, $note: String) {
          orderCancel(orderId: $id, reason: $reason, refundMethod: $refundMethod, restock: $restock, staffNote: $note) { orderCancelUserErrors { message } } }`,
        {
          id: orderId(form),
          reason: form.reason,
          restock: form.restock === 'on',
          refundMethod: form.refund === 'on' ? { originalPaymentMethodsRefund: true } : undefined,
          note: given(form.note),
        },
      ),
    refund: async (world, form) => {
      const lines = quantities(form, 'line:');
      return run(world, 'Refund made', 'mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { userErrors { message } } }', {
        key: randomUUID(),
        input: {
          orderId: orderId(form),
          note: given(form.note),
          refundLineItems: lines.map(({ id, quantity }) => ({ lineItemId: id, quantity, restockType: 'NO_RESTOCK' })),
          transactions: await refundTransactions(world, form, lines),
        },
      });
    },
  };
}
