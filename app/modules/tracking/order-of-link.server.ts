import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { orderStory, type CustomerOrderView } from '#app/modules/orders/index.server.ts';

/** The order a signed link stands for, as its customer sees it; null where it is gone. */
export async function orderOfLink(ctx: ShopContext, orderId: string): Promise<CustomerOrderView | null> {
  const story = await orderStory(ctx, orderId).catch((error: unknown) => {
    if (error instanceof ExpectedError && error.status === 404) return null;
    throw error;
  });
  if (!story) return null;
  const { order, lines, parcels } = story;
  const address = order.shippingAddress;
  return {
    order,
    firstName: null,
    customerLocale: order.customerLocale,
    destination: address && { city: address.city, province: address.province, countryCode: address.countryCode },
    statusPageUrl: order.statusPageUrl,
    lines: lines.filter(({ currentQuantity }) => currentQuantity > 0 || lines.every((line) => line.currentQuantity === 0)),
    parcels: parcels.filter(({ cancelled, removedAt }) => !cancelled && removedAt === null),
  };
}
