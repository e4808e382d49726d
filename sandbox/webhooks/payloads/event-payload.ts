import type { ShopEvent } from '../../contract.ts';
import { gidType, numericId } from '../../world/gid.ts';
import type { World } from '../../world/index.ts';
import { fulfillmentEventPayload, fulfillmentPayload } from './fulfillment.ts';
import { fulfillmentOrderPayload } from './fulfillment-order.ts';
import { orderPayload } from './order.ts';
import { consentPayload, customerPayload } from './person.ts';
import { refundPayload } from './refund.ts';
import { returnPayload, reverseDeliveryPayload, reverseFulfillmentOrderPayload } from './return.ts';
import { productPayload, shopPayload } from './shop.ts';
import { type Payload, shopTime, timesOf } from './write.ts';

/** The body of an event as it stands this moment: what the event brings itself, or the REST shape of its subject. */
export function eventPayload(event: ShopEvent, world: World): Payload {
  const { shop } = world;
  if (event.topic === 'app/uninstalled' || event.topic === 'shop/update') return shopPayload(shop);
  if (event.topic === 'app/scopes_update') return { ...inShopTime(event.body ?? {}, shop.ianaTimezone), shop_id: numericId(shop.id) };
  if (event.body) return inShopTime(event.body, shop.ianaTimezone);
  const payload = subjectPayload(event, world);
  if (payload === undefined) throw new Error(`the sandbox has no webhook payload for ${event.topic} about ${event.subject}`);
  return payload ?? { id: numericId(event.subject) };
}

/** The subject's REST shape, null when it is gone, undefined when its kind is not modelled. */
function subjectPayload({ subject, topic }: ShopEvent, world: World): Payload | null | undefined {
  const { shop } = world;
  const times = timesOf(shop.ianaTimezone);
  switch (gidType(subject)) {
    case 'Order': {
      const order = world.orders.get(subject);
      return order && orderPayload(order, world);
    }
    case 'Fulfillment': {
      const fulfillment = world.fulfillments.get(subject);
      const order = fulfillment && world.orders.get(fulfillment.orderId);
      return order && fulfillmentPayload(fulfillment, order, world, times);
    }
    case 'FulfillmentEvent': {
      const scan = world.fulfillmentEvents.get(subject);
      return scan && fulfillmentEventPayload(scan, shop, times);
    }
    case 'FulfillmentOrder': {
      const part = world.fulfillmentOrders.get(subject);
      return part && fulfillmentOrderPayload(part, times);
    }
    case 'Refund': {
      const refund = world.refunds.get(subject);
      const order = refund && world.orders.get(refund.orderId);
      return order && refundPayload(refund, order, world.fulfillmentOrders.where('order', order.id), times);
    }
    case 'Return': {
      const record = world.returns.get(subject);
      const order = record && world.orders.get(record.orderId);
      return order && returnPayload(topic, record, order, world);
    }
    case 'ReverseDelivery': {
      const delivery = world.reverseDeliveries.get(subject);
      return delivery && reverseDeliveryPayload(delivery, times);
    }
    case 'ReverseFulfillmentOrder': {
      const work = world.reverseFulfillmentOrders.get(subject);
      return work && reverseFulfillmentOrderPayload(work);
    }
    case 'Customer': {
      const customer = world.customers.get(subject);
      if (customer && topic === 'customers_email_marketing_consent/update') return consentPayload(customer, 'email', times);
      if (customer && topic === 'customers_marketing_consent/update') return consentPayload(customer, 'sms', times);
      return customer && customerPayload(customer, shop.currency, times);
    }
    case 'Product': {
      const product = world.products.get(subject);
      return product && productPayload(product, world.variants.where('product', product.id), shop.ianaTimezone);
    }
    default:
      return undefined;
  }
}

/** What an event brings itself has UTC moments under names that end in `_at`. */
function inShopTime(body: Payload, zone: string): Payload {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (name.endsWith('_at') && typeof value === 'string') return [name, shopTime(value, zone)];
      const nested = typeof value === 'object' && value !== null && !Array.isArray(value);
      return [name, nested ? inShopTime({ ...value }, zone) : value];
    }),
  );
}
