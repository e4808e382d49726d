import { randomUUID } from 'node:crypto';
import { getOperationAST } from 'graphql';
import { numericId } from '#app/kernel/ids.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { productVariantsBulkCreate } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import type { World } from '#sandbox/world/index.ts';
import type { VariantRecord } from '#sandbox/world/records.ts';
import { firstLocation } from '../sandbox/world/shop-in-memory.ts';

/** A product in sizes, with so many of each in stock; `null` is not counted. */
export function addSizes(world: World, title: string, stock: Record<string, number | null>, { price = '10.00', status = 'ACTIVE' as 'ACTIVE' | 'DRAFT', sellOn = false } = {}): { productId: string; sizes: VariantRecord[] } {
  return world.change((change) => {
    const names = Object.keys(stock);
    const { product } = productCreate(change, { product: { title, status, productOptions: [{ name: 'Size', values: names.map((name) => ({ name })) }] } });
    if (!product) throw new Error('no product');
    const { productVariants, userErrors } = productVariantsBulkCreate(change, {
      productId: product.id,
      strategy: 'REMOVE_STANDALONE_VARIANT',
      variants: names.map((name) => ({
        price,
        inventoryPolicy: sellOn ? ('CONTINUE' as const) : ('DENY' as const),
        optionValues: [{ optionName: 'Size', name }],
        inventoryItem: { sku: `${title}-${name}`, tracked: stock[name] !== null },
        inventoryQuantities: [{ locationId: firstLocation(world).id, availableQuantity: stock[name] ?? 0 }],
      })),
    });
    if (!productVariants) throw new Error(JSON.stringify(userErrors));
    return { productId: numericId('Product', product.id), sizes: productVariants };
  });
}

/** The number of a variant. */
export function variantId({ id }: VariantRecord | undefined = nobody()): string {
  return numericId('ProductVariant', id);
}

function nobody(): never {
  throw new Error('no such variant');
}

/** A client that counts what it was asked. */
export function counted(): { through(client: AdminClient): AdminClient; asked(): number } {
  let asked = 0;
  return { through: (client) => ({ run: (document, variables) => ((asked += 1), client.run(document, variables)) }), asked: () => asked };
}

/** A line to Shopify that loses the answers to some writes: before they are heard, or after they were done. */
export function losing(when: 'after' | 'before'): { through(client: AdminClient): AdminClient; lose(writes: number): void } {
  let left = 0;
  return {
    lose: (writes) => void (left = writes),
    through: (client) => ({
      async run(document, variables) {
        const isLost = getOperationAST(document)?.operation === 'mutation' && left > 0;
        if (isLost) left -= 1;
        if (isLost && when === 'before') throw new OutcomeUnknown('test', null);
        const answer = await client.run(document, variables);
        if (isLost) throw new OutcomeUnknown('test', null);
        return answer;
      },
    }),
  };
}

/** A wish that was kept as a request, and the return it became. */
export async function keepWish(tx: ShopTx, { wish, orderId, returnId, variantId: wanted }: { wish: string; orderId: string; returnId: string | null; variantId: string }): Promise<void> {
  const [id, partId] = [randomUUID(), randomUUID()];
  const shown = { shown_refund: 0, shown_owed: 0, shown_bonus: 0 };
  await tx.return_requests.create({
    data: { id, order_id: orderId, request_key: wish, source: 'portal', locale: 'en', way_back: {}, approval: 'nobody', refund_on: 'receipt', currency: 'EUR', ...shown, created_at: new Date() },
  });
  await tx.return_request_parts.create({ data: { id: partId, request_id: id, position: 0, road: 'original', fee: 0, bonus_percentage: 0, ...shown, return_id: returnId } });
  await tx.return_request_lines.create({
    data: {
      id: randomUUID(), request_id: id, part_id: partId, position: 0, order_line_id: '1', units: 1, reason_id: '7', reason: 'size_too_small', reason_name: 'Too small', outcome: 'exchange', fee_percentage: 0, offer: {},
      exchange: { variantId: wanted }, note: '', answers: [], photos: [],
    },
  });
}
