import { gidType } from '#sandbox/world/gid.ts';
import type { AdminContext } from '../context.ts';
import { invalidId, notModelled } from '../errors.ts';
import { inventoryItem } from './catalog.ts';
import { visibleOrder } from './order-access.ts';
import { typed } from './wire.ts';

/** The record behind any id the world gives out, with its type; null when there is none the caller may see. */
export function findNode(id: string, context: AdminContext): object | null {
  const type = gidType(id);
  if (type === null) throw invalidId(id);
  const record = lookUp(type, id, context);
  return record && typed(type, record);
}

function lookUp(type: string, id: string, context: AdminContext): object | null {
  const { world } = context;
  const ofOrder = <T extends { orderId: string }>(record: T | null): T | null => (record && visibleOrder(record.orderId, context) ? record : null);
  switch (type) {
    case 'Shop':
      return world.shop.id === id ? world.shop : null;
    case 'Order':
      return visibleOrder(id, context);
    case 'Customer':
      return world.customers.get(id);
    case 'Product':
      return world.products.get(id);
    case 'ProductVariant':
      return world.variants.get(id);
    case 'InventoryItem': {
      const [variant] = world.variants.where('inventoryItem', id);
      return variant ? inventoryItem(variant) : null;
    }
    case 'Location':
      return world.locations.get(id);
    case 'Fulfillment':
      return ofOrder(world.fulfillments.get(id));
    case 'FulfillmentEvent':
      return ofOrder(world.fulfillmentEvents.get(id));
    case 'FulfillmentOrder':
      return ofOrder(world.fulfillmentOrders.get(id));
    case 'Refund':
      return ofOrder(world.refunds.get(id));
    case 'Return':
      return ofOrder(world.returns.get(id));
    case 'ReverseFulfillmentOrder':
      return ofOrder(world.reverseFulfillmentOrders.get(id));
    case 'ReverseDelivery':
      return ofOrder(world.reverseDeliveries.get(id));
    case 'StoreCreditAccount':
      return world.storeCreditAccounts.get(id);
    case 'GiftCard':
      return world.giftCards.get(id);
    case 'DiscountCodeNode':
      return world.discountCodes.get(id);
    case 'DraftOrder':
      return world.draftOrders.get(id);
    case 'ReturnReasonDefinition':
      return world.returnReasons.get(id);
    case 'Job':
      return context.jobs.find(id);
    default:
      throw notModelled(`the node of ${id}`);
  }
}
