import { randomUUID } from 'node:crypto';
import type { RunAdmin } from '../contract.ts';
import { sumBags, toDecimal, zeroBag } from '../world/money.ts';
import { refundValue } from '../world/refund-value.ts';
import type { World } from '../world/index.ts';
import { given, quantities, runner } from './forms.ts';
import type { Act } from './page.ts';
import { newReturnAction } from './return-actions.ts';

const orderId = (form: Record<string, string>) => `gid://shopify/Order/${form.number}`;

/** The payment of an order, given back as typed, or as much as the units are worth. */
function refundTransactions(world: World, form: Record<string, string>, lines: { id: string; quantity: number }[]) {
  const order = world.orders.get(orderId(form));
  const payment = order?.transactions.find(({ kind, status }) => status === 'SUCCESS' && (kind === 'SALE' || kind === 'CAPTURE'));
  if (!order || !payment) return [];
  const worth = lines.flatMap(({ id, quantity }) => {
    const line = order.lineItems.find((one) => one.id === id);
    if (!line) return [];
    const { subtotal, tax } = refundValue(line, quantity);
    return order.taxesIncluded ? [subtotal] : [subtotal, tax];
  });
  const amount = form.amount || toDecimal(sumBags(worth, zeroBag(order.currency, order.presentmentCurrency)).shop);
  return [{ orderId: order.id, parentId: payment.id, gateway: payment.gateway, kind: 'REFUND', amount }];
}

/** What a merchant does on the order's page; each is the mutation an app would use, run with the merchant's rights. */
export function orderActions(runAdmin: RunAdmin): Record<string, Act> {
  const run = runner(runAdmin);
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
    paid: (world, form) =>
      run(world, 'Marked as paid', 'mutation Paid($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) { userErrors { message } } }', { input: { id: orderId(form) } }),
    release: (world, form) =>
      run(world, 'Hold released', 'mutation Release($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { userErrors { message } } }', { id: form.fulfillmentOrder }),
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
    return: newReturnAction(runAdmin),
    refund: (world, form) => {
      const lines = quantities(form, 'line:');
      return run(world, 'Refund made', 'mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { userErrors { message } } }', {
        key: randomUUID(),
        input: {
          orderId: orderId(form),
          note: given(form.note),
          refundLineItems: lines.map(({ id, quantity }) => ({ lineItemId: id, quantity, restockType: 'NO_RESTOCK' })),
          transactions: refundTransactions(world, form, lines),
        },
      });
    },
  };
}
