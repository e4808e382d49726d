import { shipmentProgress } from '../world/fulfillment-status.ts';
import { numericId } from '../world/gid.ts';
import { money } from '../world/money.ts';
import { financialStatus, fulfillmentStatus, returnStatus } from '../world/order-status.ts';
import { discountedTotal, orderTotals } from '../world/order-totals.ts';
import type { AddressRecord, FulfillmentRecord, OrderRecord } from '../world/records.ts';
import { unitsFrom } from '../world/refund-value.ts';
import type { World } from '../world/index.ts';
import { buyerName } from './orders-page.ts';
import type { Page } from './page.ts';
import { returnsOfOrder } from './return-page.ts';
import { amount, badge, choices, moment, readable } from './wording.ts';

const SCANS = ['LABEL_PURCHASED', 'LABEL_PRINTED', 'CONFIRMED', 'CARRIER_PICKED_UP', 'IN_TRANSIT', 'DELAYED', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'READY_FOR_PICKUP', 'DELIVERED', 'FAILURE'];
const CANCEL_REASONS = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED', 'STAFF', 'OTHER'];
const CARRIERS = ['DHL Express', 'FedEx', 'UPS', 'USPS', 'Royal Mail', 'DPD', 'SF Express', '4PX', 'Other'];

const addressLines = (address: AddressRecord | null): string[] =>
  address === null
    ? []
    : [
        [address.firstName, address.lastName].filter(Boolean).join(' '),
        address.company ?? '',
        address.address1 ?? '',
        address.address2 ?? '',
        [address.zip, address.city, address.provinceCode].filter(Boolean).join(' '),
        address.country ?? '',
        address.phone ?? '',
      ].filter(Boolean);

function parcel(world: World, order: OrderRecord, fulfillment: FulfillmentRecord) {
  const events = world.fulfillmentEvents.where('fulfillment', fulfillment.id);
  return {
    id: fulfillment.id,
    name: fulfillment.name,
    status: badge(shipmentProgress(fulfillment, events).displayStatus),
    cancelled: fulfillment.status === 'CANCELLED',
    tracking: fulfillment.tracking,
    lines: fulfillment.lineItems.map(({ lineItemId, quantity }) => ({ title: order.lineItems.find(({ id }) => id === lineItemId)?.title ?? '', quantity })),
    events: events
      .toSorted((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1))
      .map((event) => ({
        label: readable(event.status),
        at: moment(event.happenedAt, world.shop.ianaTimezone),
        place: [event.city, event.province, event.country].filter(Boolean).join(', '),
        message: event.message,
      })),
  };
}

function returnBadge(world: World, order: OrderRecord) {
  const status = returnStatus(world.returns.where('order', order.id));
  return status === 'NO_RETURN' ? null : badge(status === 'IN_PROGRESS' ? 'RETURN_IN_PROGRESS' : status);
}

/** One order with everything a merchant does to it. */
export function orderPage(world: World, number: string): Page | null {
  const order = world.orders.get(`gid://shopify/Order/${number}`);
  if (!order) return null;
  const refunds = world.refunds.where('order', order.id);
  const fulfillmentOrders = world.fulfillmentOrders.where('order', order.id);
  const fulfillments = world.fulfillments.where('order', order.id);
  const totals = orderTotals(order, refunds);
  const titles = new Map(order.lineItems.map((line) => [line.id, line]));
  return {
    template: 'order',
    title: order.name,
    section: 'orders',
    data: {
      order: {
        number: numericId(order.id),
        name: order.name,
        at: moment(order.processedAt, world.shop.ianaTimezone),
        note: order.note,
        tags: order.tags,
        email: order.email,
        phone: order.phone,
        buyer: buyerName(world, order),
        payable: order.cancelledAt === null && totals.outstanding.presentment.minor > 0,
        cancelled: order.cancelledAt === null ? null : readable(order.cancelReason ?? 'OTHER'),
        payment: badge(financialStatus(order, refunds)),
        fulfillment: badge(fulfillmentStatus(order, fulfillmentOrders, fulfillments)),
        returned: returnBadge(world, order),
        shipTo: addressLines(order.shippingAddress),
        lines: order.lineItems.map((line) => ({
          id: line.id,
          title: line.title,
          variant: line.variantTitle,
          sku: line.sku,
          quantity: line.currentQuantity,
          price: amount(line.unitPrice.shop),
          total: amount(unitsFrom(line, line.currentQuantity)(discountedTotal(line)).shop),
        })),
      },
      waiting: fulfillmentOrders
        .filter(({ status }) => ['OPEN', 'IN_PROGRESS', 'ON_HOLD', 'SCHEDULED'].includes(status))
        .map((one) => ({
          id: one.id,
          status: badge(one.status),
          held: one.holds.map((hold) => hold.displayReason),
          location: world.locations.get(one.locationId)?.name ?? '',
          lines: one.lineItems.filter(({ remainingQuantity }) => remainingQuantity > 0).map((line) => ({ id: line.id, title: titles.get(line.lineItemId)?.title ?? '', left: line.remainingQuantity })),
        }))
        .filter(({ lines }) => lines.length > 0),
      parcels: fulfillments.map((one) => parcel(world, order, one)),
      money: [
        { label: 'Subtotal', value: amount(totals.currentSubtotal.shop) },
        { label: 'Shipping', value: amount(totals.currentShipping.shop) },
        { label: order.taxesIncluded ? 'Taxes (included)' : 'Taxes', value: amount(totals.currentTax.shop) },
        ...(order.returnFees.length > 0 ? [{ label: 'Return fees', value: amount(totals.returnFees.shop) }] : []),
        { label: 'Total', value: amount(totals.currentTotal.shop) },
        { label: 'Paid', value: amount(totals.received.shop) },
        { label: 'Refunded', value: amount(totals.refunded.shop) },
        ...(totals.outstanding.shop.minor === 0 ? [] : [{ label: totals.outstanding.shop.minor > 0 ? 'Customer owes' : 'Owed to the customer', value: amount(money(Math.abs(totals.outstanding.shop.minor), order.currency)) }]),
      ],
      ...returnsOfOrder(world, order),
      refundable: amount(totals.netPayment.shop),
      now: world.clock.now().toISOString().slice(0, 19),
      scans: choices(SCANS),
      reasons: choices(CANCEL_REASONS),
      carriers: CARRIERS,
    },
  };
}
