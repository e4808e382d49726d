import { numericId } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { AdminApiError } from './errors.ts';
import { BulkOperationDocument, RunBulkDocument, type BulkOperationQuery } from './operations.generated.ts';

type BulkOperation = NonNullable<BulkOperationQuery['bulkOperation']>;

/**
 * Starts a bulk query; Shopify tells by `bulk_operations/finish` when its result is ready. Grouped: in the result a row's children follow it
 * at once, so that a reading needs to hold one of them at a time. Answers the operation's global id.
 */
export async function runBulk(ctx: ShopContext, query: string): Promise<string> {
  const { bulkOperationRunQuery } = await ctx.admin.run(RunBulkDocument, { query });
  const id = bulkOperationRunQuery?.bulkOperation?.id;
  if (!id) throw new AdminApiError('RunBulk', 200, [{ code: 'INVALID_RESPONSE', message: 'There is no operation in the answer.', path: null }], null);
  numericId('BulkOperation', id);
  return id;
}

/** How a bulk operation stands; null where Shopify no longer knows it. */
export async function bulkOperation(ctx: ShopContext, id: string): Promise<BulkOperation | null> {
  return (await ctx.admin.run(BulkOperationDocument, { id })).bulkOperation;
}
