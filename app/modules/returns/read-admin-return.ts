import { numericId } from '#app/kernel/ids.ts';
import { parseMoney } from '#app/kernel/money.ts';
import type { ReturnMoneyFragment, WholeReturnFragment } from '#app/platform/shopify/operations.generated.ts';
import type { Amounts, DeliveryReading, ExchangeLineReading, LineReading, ReturnReading, ReturnStatus, WorkReading } from './reading.ts';

type AdminLine = WholeReturnFragment['returnLineItems']['nodes'][number];
type AdminWork = WholeReturnFragment['reverseFulfillmentOrders']['nodes'][number];

const nothing: Amounts = { shop: 0, presentment: 0 };
const statuses: Record<WholeReturnFragment['status'], ReturnStatus> = { REQUESTED: 'requested', OPEN: 'open', DECLINED: 'declined', CLOSED: 'closed', CANCELED: 'canceled' };

/** A return as the Admin API tells it, in our own form. */
export function readAdminReturn(told: WholeReturnFragment, orderId: string): ReturnReading {
  return {
    id: numericId('Return', told.id),
    orderId,
    name: told.name,
    status: statuses[told.status],
    createdAt: new Date(told.createdAt),
    requestApprovedAt: moment(told.requestApprovedAt),
    closedAt: moment(told.closedAt),
    declineReason: told.decline?.reason.toLowerCase() ?? null,
    declineNote: words(told.decline?.note),
    totalQuantity: told.totalQuantity,
    shippingFee: told.returnShippingFees.map(({ amountSet }) => amounts(amountSet)).reduce(sum, nothing),
    refunds: told.refunds.nodes.map(({ id, createdAt }) => ({ id: numericId('Refund', id), createdAt: moment(createdAt) })),
    lines: told.returnLineItems.nodes.map(readLine),
    exchangeLines: told.exchangeLineItems.nodes.map(readExchangeLine),
    works: told.reverseFulfillmentOrders.nodes.map(readWork),
    deliveries: told.reverseFulfillmentOrders.nodes.flatMap(readDeliveries),
  };
}

function readLine(line: AdminLine): LineReading {
  const known = line.__typename === 'ReturnLineItem' ? line : null;
  const fee = known?.restockingFee ?? null;
  return {
    id: numericId(line.__typename, line.id),
    orderLineId: known && numericId('LineItem', known.fulfillmentLineItem.lineItem.id),
    fulfillmentLineId: known && numericId('FulfillmentLineItem', known.fulfillmentLineItem.id),
    quantity: line.quantity,
    processed: line.processedQuantity,
    refundable: line.refundableQuantity,
    refunded: line.refundedQuantity,
    reason: line.returnReasonDefinition?.handle ?? null,
    reasonName: line.returnReasonDefinition?.name ?? null,
    reasonNote: words(line.returnReasonNote),
    customerNote: words(line.customerNote),
    feePercentage: fee?.percentage ?? null,
    fee: fee ? amounts(fee.amountSet) : nothing,
    value: known ? amounts(known.withCodeDiscountedTotalPriceSet) : nothing,
  };
}

function readExchangeLine(line: WholeReturnFragment['exchangeLineItems']['nodes'][number]): ExchangeLineReading {
  return {
    id: numericId('ExchangeLineItem', line.id),
    productId: line.productId && numericId('Product', line.productId),
    variantId: line.variantId && numericId('ProductVariant', line.variantId),
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.variantSku,
    quantity: line.quantity,
    processed: line.processedQuantity,
  };
}

function readWork(work: AdminWork): WorkReading {
  const lines = work.lineItems.nodes.map((line) => ({ ...line, id: numericId('ReverseFulfillmentOrderLineItem', line.id) }));
  return {
    id: numericId('ReverseFulfillmentOrder', work.id),
    status: work.status.toLowerCase(),
    lines: lines.map(({ id, totalQuantity, fulfillmentLineItem: of }) => ({ id, orderLineId: of && numericId('LineItem', of.lineItem.id), quantity: totalQuantity })),
    dispositions: lines.flatMap((line) =>
      line.dispositions.map((row) => ({
        id: numericId('ReverseFulfillmentOrderDisposition', row.id),
        lineId: line.id,
        type: row.type.toLowerCase(),
        quantity: row.quantity,
        locationName: row.location?.name ?? null,
        createdAt: new Date(row.createdAt),
      })),
    ),
  };
}

function readDeliveries(work: AdminWork): DeliveryReading[] {
  return work.reverseDeliveries.nodes.map(({ id, deliverable }) => ({
    id: numericId('ReverseDelivery', id),
    workId: numericId('ReverseFulfillmentOrder', work.id),
    carrier: words(deliverable?.tracking?.carrierName),
    number: words(deliverable?.tracking?.number),
    url: words(deliverable?.tracking?.url),
    labelUrl: words(deliverable?.label?.publicFileUrl),
    labelMadeAt: moment(deliverable?.label?.createdAt ?? null),
  }));
}

function amounts({ shopMoney, presentmentMoney }: ReturnMoneyFragment): Amounts {
  return { shop: parseMoney(shopMoney.amount, shopMoney.currencyCode).minor, presentment: parseMoney(presentmentMoney.amount, presentmentMoney.currencyCode).minor };
}

function sum(left: Amounts, right: Amounts): Amounts {
  return { shop: left.shop + right.shop, presentment: left.presentment + right.presentment };
}

function moment(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

/** What somebody wrote; nothing written is null. */
function words(value: string | null | undefined): string | null {
  return value?.trim() || null;
}
