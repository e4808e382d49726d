import { numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
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
