import { gid, numericId } from '#app/kernel/ids.ts';
import { parseMoney } from '#app/kernel/money.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { AdminApiError } from '#app/platform/shopify/errors.ts';
import { ExchangePricesDocument } from '#app/platform/shopify/operations.generated.ts';

/**
 * What one unit of each variant would cost in a return of this order, by Shopify's own calculation of one: the same that the review and the
 * refund rest on. Empty where Shopify prices none of them for it.
 */
export async function exchangePrices(admin: AdminClient, orderId: string, variantIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (variantIds.length === 0) return new Map();
  const exchangeLineItems = variantIds.map((id) => ({ variantId: gid('ProductVariant', id), quantity: 1 }));
  try {
    const { returnCalculate } = await admin.run(ExchangePricesDocument, { input: { orderId: gid('Order', orderId), exchangeLineItems } });
    return new Map(
      (returnCalculate?.exchangeLineItems ?? []).flatMap(({ variant, originalUnitPriceSet: { presentmentMoney: price } }) =>
        variant ? [[numericId('ProductVariant', variant.id), parseMoney(price.amount, price.currencyCode).minor]] : [],
      ),
    );
  } catch (error) {
    if (error instanceof AdminApiError && error.has('BAD_REQUEST')) return new Map();
    throw error;
  }
}
