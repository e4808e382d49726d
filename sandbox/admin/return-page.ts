import { numericId } from '../world/gid.ts';
import type { World } from '../world/index.ts';
import { mapBag, sumBags, toDecimal, zeroBag } from '../world/money.ts';
import type { OrderRecord, ReturnRecord, ReverseFulfillmentOrderRecord } from '../world/records.ts';
import { type ReturnOutcome, returnOutcome } from '../world/returns/return-outcome.ts';
import { returnableQuantity, shippedLines } from '../world/returns/returnable.ts';
import { isWorkedOn } from '../world/returns/return-record.ts';
import { smaller } from '../world/returns/suggest-transactions.ts';
import type { Page } from './page.ts';
import { amount, badge, choices, moment, readable } from './wording.ts';

const DISPOSITIONS = ['RESTOCKED', 'NOT_RESTOCKED', 'PROCESSING_REQUIRED', 'MISSING'];
const DECLINE_REASONS = ['RETURN_PERIOD_ENDED', 'FINAL_SALE', 'OTHER'];
const MOST_VARIANTS = 250;

/** The returns of an order, and what a new one could hold, for the order's page. */
export function returnsOfOrder(world: World, order: OrderRecord) {
  const returnable = shippedLines(world, order)
    .map((row) => ({ id: row.shipped.id, title: row.line.title, parcel: row.fulfillment.name, left: returnableQuantity(world, row) }))
    .filter((row) => row.left > 0);
  return {
    returns: world.returns.where('order', order.id).map((record) => ({
      number: numericId(record.id),
      name: record.name,
      status: badge(record.status),
      lines: linesOf(world, order, record),
      exchanges: record.exchangeLineItems.map((line) => ({ title: titleOf(line), quantity: line.quantity })),
    })),
    returnable,
    returnReasons: [...world.returnReasons.all()].filter((reason) => !reason.deleted && reason.handle !== 'unknown'),
    variants: [...world.variants.all()].slice(0, MOST_VARIANTS).map((variant) => ({ id: variant.id, title: `${world.products.get(variant.productId)?.title ?? ''} · ${variant.title} · ${amount(variant.price)}` })),
    currency: order.presentmentCurrency,
  };
}

/** One return with everything a merchant does to it. */
export function returnPage(world: World, orderNumber: string, number: string): Page | null {
  const record = world.returns.get(`gid://shopify/Return/${number}`);
  const order = record && world.orders.get(record.orderId);
  if (!record || !order || numericId(order.id) !== Number(orderNumber)) return null;
  const zone = world.shop.ianaTimezone;
  const refunds = world.refunds.where('order', order.id);
  const outcome = leftToProcess(order, world, record);
  const begun = record.status === 'OPEN' || record.status === 'REQUESTED';
  return {
    template: 'return',
    title: record.name,
    section: 'orders',
    data: {
      order: { number: numericId(order.id), name: order.name, currency: order.presentmentCurrency, hasCustomer: order.customerId !== null },
      record: {
        number: numericId(record.id),
        name: record.name,
        at: moment(record.createdAt, zone),
        state: record.status,
        removable: begun && outcome !== null,
        cancelable: begun && !isWorkedOn(world, record),
        status: badge(record.status),
        decline: record.decline && { reason: readable(record.decline.reason), note: record.decline.note },
        lines: linesOf(world, order, record),
        exchanges: record.exchangeLineItems.map((line) => ({
          id: line.id,
          title: titleOf(line),
          quantity: line.quantity,
          left: line.quantity - line.processedQuantity,
          price: amount(line.unitPrice.presentment),
          discount: line.discount?.description,
        })),
        shippingFee: record.shippingFee && { value: amount(record.shippingFee.amount.presentment), charged: record.shippingFee.charged },
      },
      work: world.reverseFulfillmentOrders.where('return', record.id).map((one) => workOf(world, order, one)),
      refunds: refunds
        .filter((refund) => refund.returnId === record.id)
        .map((refund) => ({
          at: moment(refund.createdAt, zone),
          note: refund.note,
          rows: order.transactions.filter((row) => refund.transactionIds.includes(row.id)).map((row) => ({ gateway: readable(row.gateway), value: amount(row.amount.presentment) })),
        })),
      outcome: outcome && sumsOf(order, outcome),
      dispositions: choices(DISPOSITIONS),
      declineReasons: choices(DECLINE_REASONS),
      locations: [...world.locations.all()].filter((location) => location.isActive).map(({ id, name }) => ({ id, name })),
    },
  };
}

/** What processing all that is left would mean; null when nothing is. */
function leftToProcess(order: OrderRecord, world: World, record: ReturnRecord): ReturnOutcome | null {
  const left = <T extends { quantity: number; processedQuantity: number }>(lines: readonly T[]) =>
    lines.map((line) => ({ line, quantity: line.quantity - line.processedQuantity })).filter((row) => row.quantity > 0);
  const [lines, exchanges] = [left(record.lineItems), left(record.exchangeLineItems)];
  if (lines.length + exchanges.length === 0) return null;
  return returnOutcome(order, world.refunds.where('order', order.id), record, { lines, exchanges, shipping: null, duties: [] });
}

function sumsOf(order: OrderRecord, outcome: ReturnOutcome) {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const sum = (bags: Parameters<typeof sumBags>[0]) => amount(sumBags(bags, zero).presentment);
  const { balance } = outcome;
  const owed = smaller(balance, outcome.maximumRefundable).presentment;
  const rows = [
    { label: 'Items', value: sum(outcome.returned.map((row) => row.subtotal)) },
    { label: order.taxesIncluded ? 'Taxes (included)' : 'Taxes', value: sum(outcome.returned.map((row) => row.tax)) },
    { label: 'Restocking fees', value: sum(outcome.restockingFees.map((fee) => fee.amount)) },
    { label: 'Return shipping fee', value: sum(outcome.shippingFee ? [outcome.shippingFee] : []) },
    { label: 'Exchange items', value: sum(outcome.exchanges.map((row) => row.amounts.subtotal)) },
  ];
  const customerOwes = balance.presentment.minor < 0;
  const last = customerOwes ? mapBag(balance, (minor) => -minor).presentment : owed;
  return { rows: [...rows, { label: customerOwes ? 'Customer owes' : 'To give back', value: amount(last) }], suggested: customerOwes ? '' : toDecimal(owed) };
}

function linesOf(world: World, order: OrderRecord, record: ReturnRecord) {
  return record.lineItems.map((line) => ({
    id: line.id,
    title: order.lineItems.find(({ id }) => id === line.lineItemId)?.title ?? '',
    quantity: line.quantity,
    left: line.quantity - line.processedQuantity,
    refunded: line.refundedQuantity,
    reason: world.returnReasons.get(line.reasonDefinitionId)?.name ?? '',
    note: line.reasonNote || line.customerNote,
    fee: line.restockingFee && `${line.restockingFee.percentage} % · ${amount(line.restockingFee.amount.presentment)}`,
  }));
}

function workOf(world: World, order: OrderRecord, work: ReverseFulfillmentOrderRecord) {
  const titles = new Map(world.returns.get(work.returnId)?.lineItems.map((line) => [line.id, order.lineItems.find(({ id }) => id === line.lineItemId)?.title ?? '']));
  const parcels = world.reverseDeliveries.where('reverseFulfillmentOrder', work.id);
  const lines = work.lineItems.map((line) => ({
    id: line.id,
    title: titles.get(line.returnLineItemId) ?? '',
    unsent: parcels.flatMap((parcel) => parcel.lineItems.filter((row) => row.reverseFulfillmentOrderLineItemId === line.id)).reduce((left, row) => left - row.quantity, line.totalQuantity),
    left: line.dispositions.reduce((left, row) => left - row.quantity, line.totalQuantity),
    dispositions: line.dispositions.map((row) => ({ label: readable(row.type), quantity: row.quantity, place: row.locationId === null ? '' : (world.locations.get(row.locationId)?.name ?? '') })),
  }));
  return {
    id: work.id,
    status: badge(work.status),
    sendable: work.status === 'OPEN' && lines.some((line) => line.unsent > 0),
    receivable: work.status !== 'CANCELED' && lines.some((line) => line.left > 0),
    location: world.locations.get(work.locationId)?.name ?? '',
    parcels: parcels.map((delivery) => ({ id: delivery.id, tracking: delivery.tracking, label: delivery.label?.publicFileUrl })),
    lines,
  };
}

function titleOf(line: { title: string; variantTitle: string | null }): string {
  return [line.title, line.variantTitle].filter(Boolean).join(' - ');
}
