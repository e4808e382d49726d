import { z } from 'zod';
import type { AskShop } from '../storefront/admin-query.ts';
import { askAndCheck } from './ask-and-check.ts';
import { stepsOfReturn } from './carry-out-return.ts';
import { placePlannedOrder, type StockedShop } from './place-planned-order.ts';
import type { PlannedOrder, PlannedParcel } from './planned-order.ts';
import type { Scan } from './plan-journey.ts';
import type { Step } from './step.ts';

const anything = z.unknown();
const shippedShape = z.object({ fulfillment: z.object({ id: z.string() }) });

const workShape = z.object({
  order: z.object({
    lineItems: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
    fulfillmentOrders: z.object({
      nodes: z.array(z.object({ id: z.string(), lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), remainingQuantity: z.number(), lineItem: z.object({ id: z.string() }) })) }) })),
    }),
  }),
});

const moneyShape = z.object({
  order: z.object({
    presentmentCurrencyCode: z.string(),
    lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), quantity: z.number(), discountedUnitPriceAfterAllDiscountsSet: z.object({ presentmentMoney: z.object({ amount: z.string() }) }) })) }),
    transactions: z.array(z.object({ id: z.string(), gateway: z.string(), kind: z.string() })),
  }),
});

/** The steps of one order in the order of their moments; each expects those before it to be done. */
export function stepsOf(ask: AskShop, order: PlannedOrder, stocked: StockedShop): Step[] {
  let orderId = '';
  const steps: Step[] = [
    {
      at: order.at,
      run: async () => {
        orderId = await placePlannedOrder(ask, order, stocked);
      },
    },
  ];
  for (const parcel of order.parcels) {
    let fulfillmentId = '';
    steps.push({
      at: parcel.shippedAt,
      run: async () => {
        fulfillmentId = await ship(ask, orderId, parcel);
      },
    });
    for (const scan of parcel.scans) steps.push({ at: scan.at, run: () => report(ask, fulfillmentId, scan) });
  }
  const { cancel, refund, return: back } = order;
  if (cancel) steps.push({ at: cancel.at, run: () => cancelOrder(ask, orderId, cancel.reason) });
  if (refund) steps.push({ at: refund.at, run: () => refundLine(ask, orderId, refund) });
  if (back) steps.push(...stepsOfReturn(ask, back, stocked.locationId, () => orderId));
  return steps;
}

async function ship(ask: AskShop, orderId: string, parcel: PlannedParcel): Promise<string> {
  const { order } = await ask(
    workShape,
    `query Work($id: ID!) { order(id: $id) {
      lineItems(first: 20) { nodes { id } }
      fulfillmentOrders(first: 5) { nodes { id lineItems(first: 20) { nodes { id remainingQuantity lineItem { id } } } } } } }`,
    { id: orderId },
  );
  const wanted = new Set(parcel.lines.map((index) => order.lineItems.nodes[index]?.id));
  const lineItemsByFulfillmentOrder = order.fulfillmentOrders.nodes
    .map((work) => ({
      fulfillmentOrderId: work.id,
      fulfillmentOrderLineItems: work.lineItems.nodes
        .filter((line) => line.remainingQuantity > 0 && wanted.has(line.lineItem.id))
        .map((line) => ({ id: line.id, quantity: line.remainingQuantity })),
    }))
    .filter((work) => work.fulfillmentOrderLineItems.length > 0);
  const { fulfillment } = await askAndCheck(
    ask,
    'fulfillmentCreate',
    shippedShape,
    `mutation Ship($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }`,
    {
      fulfillment: {
        lineItemsByFulfillmentOrder,
        notifyCustomer: true,
        ...(parcel.number !== null && { trackingInfo: { company: parcel.carrier === 'USPS International' ? 'USPS' : parcel.carrier, number: parcel.number } }),
      },
    },
  );
  return fulfillment.id;
}

async function report(ask: AskShop, fulfillmentId: string, scan: Scan): Promise<void> {
  const { place } = scan;
  await askAndCheck(
    ask,
    'fulfillmentEventCreate',
    anything,
    `mutation Scan($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } } }`,
    {
      event: {
        fulfillmentId,
        status: scan.status,
        message: scan.message,
        happenedAt: scan.at.toISOString(),
        city: place.city,
        country: place.country,
        ...(place.province && { province: place.province }),
        ...(place.zip && { zip: place.zip }),
        ...(scan.expected && { estimatedDeliveryAt: scan.expected.toISOString() }),
      },
    },
  );
}

async function cancelOrder(ask: AskShop, orderId: string, reason: string): Promise<void> {
  await askAndCheck(
    ask,
    'orderCancel',
    anything,
    `mutation Cancel($id: ID!, $reason: OrderCancelReason!) {
      orderCancel(orderId: $id, reason: $reason, restock: true, refundMethod: { originalPaymentMethodsRefund: true }) { job { id } orderCancelUserErrors { field message } }
    }`,
    { id: orderId, reason },
  );
}

async function refundLine(ask: AskShop, orderId: string, refund: { line: number; note: string }): Promise<void> {
  const { order } = await ask(
    moneyShape,
    `query Paid($id: ID!) { order(id: $id) {
      presentmentCurrencyCode
      lineItems(first: 20) { nodes { id quantity discountedUnitPriceAfterAllDiscountsSet { presentmentMoney { amount } } } }
      transactions(first: 10) { id gateway kind } } }`,
    { id: orderId },
  );
  const line = order.lineItems.nodes[refund.line];
  const paid = order.transactions.find((transaction) => transaction.kind === 'SALE');
  if (!line || !paid) throw new Error(`Order ${orderId} has nothing to refund`);
  await askAndCheck(
    ask,
    'refundCreate',
    anything,
    `mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } } }`,
    {
      key: `seed-${orderId}`,
      input: {
        orderId,
        currency: order.presentmentCurrencyCode,
        note: refund.note,
        notify: false,
        refundLineItems: [{ lineItemId: line.id, quantity: 1, restockType: 'NO_RESTOCK' }],
        transactions: [{ orderId, parentId: paid.id, amount: line.discountedUnitPriceAfterAllDiscountsSet.presentmentMoney.amount, gateway: paid.gateway, kind: 'REFUND' }],
      },
    },
  );
}
