import { gid, numericId } from '#app/kernel/ids.ts';
import { ReturnableUnitsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Units of a shipped line that Shopify would take back. */
export interface ReturnableUnits {
  fulfillmentLineItemId: string;
  lineId: string;
  quantity: number;
}

/** Asks Shopify right now what of an order may come back. */
export async function returnableNow({ admin }: Pick<ShopContext, 'admin'>, orderId: string): Promise<ReturnableUnits[]> {
  const { returnableFulfillments } = await admin.run(ReturnableUnitsDocument, { orderId: gid('Order', orderId) });
  return returnableFulfillments.nodes.flatMap(({ returnableFulfillmentLineItems }) =>
    returnableFulfillmentLineItems.nodes.map(({ quantity, fulfillmentLineItem: { id, lineItem } }) => ({ fulfillmentLineItemId: id, lineId: numericId('LineItem', lineItem.id), quantity })),
  );
}
