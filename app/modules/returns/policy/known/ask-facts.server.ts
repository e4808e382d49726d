import { gid, isNumericId, numericId } from '#app/kernel/ids.ts';
import { PolicyCollectionDocument, PolicyFactsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Trait } from '../condition.ts';
import type { OrderFacts } from '../facts.ts';
import type { Policy } from '../policy.ts';

/** What only Shopify knows of a product. */
export interface ProductFacts {
  type: string;
  productTags: readonly string[];
}

/** By product, in which of the collections that rules ask for it is. */
type FoundCollections = ReadonlyMap<string, readonly string[]>;

/** What only Shopify knows, by order and by product; what it does not know any more is missing. */
export interface AskedFacts {
  discountCodes: ReadonlyMap<string, readonly string[]>;
  products: ReadonlyMap<string, ProductFacts>;
  collections: FoundCollections;
}

/** As many as Shopify answers at once. */
const atOnce = 250;

/** Asks Shopify for what the mirror does not hold, if a rule of these policies asks for it at all. */
export async function askFacts({ admin }: Pick<ShopContext, 'admin'>, policies: readonly Policy[], about: { orderIds: Iterable<string>; productIds: Iterable<string | null> }): Promise<AskedFacts> {
  const traits = new Set(policies.flatMap(({ rules }) => rules.flatMap(({ when }) => when.map(({ trait }): Trait => trait))));
  const orders = traits.has('discount_code') ? [...new Set(about.orderIds)].map((id) => gid('Order', id)) : [];
  const productIds = [...new Set(about.productIds)].flatMap((id) => (id === null ? [] : [gid('Product', id)]));
  const products = traits.has('type') || traits.has('product_tag') ? productIds : [];
  const collections = await askCollections({ admin }, policies, productIds);
  const asked = { discountCodes: new Map<string, readonly string[]>(), products: new Map<string, ProductFacts>(), collections };
  const ids = [...orders, ...products];
  for (let from = 0; from < ids.length; from += atOnce) {
    const { nodes } = await admin.run(PolicyFactsDocument, { ids: ids.slice(from, from + atOnce) });
    for (const node of nodes) {
      if (node?.__typename === 'Order') asked.discountCodes.set(numericId('Order', node.id), node.discountCodes);
      if (node?.__typename === 'Product') asked.products.set(numericId('Product', node.id), { type: node.productType, productTags: node.tags });
    }
  }
  return asked;
}

/** A product may be in thousands of collections, so that each is asked for that a rule names, and no other. */
async function askCollections({ admin }: Pick<ShopContext, 'admin'>, policies: readonly Policy[], productIds: readonly string[]): Promise<FoundCollections> {
  const named = policies.flatMap(({ rules }) => rules.flatMap(({ when }) => when.flatMap((condition) => (condition.trait === 'collection' ? condition.values.map(({ value }) => value) : []))));
  const found = new Map<string, string[]>();
  for (const collection of new Set(named.filter(isNumericId))) {
    for (let from = 0; from < productIds.length; from += atOnce) {
      const { nodes } = await admin.run(PolicyCollectionDocument, { ids: productIds.slice(from, from + atOnce), collection: gid('Collection', collection) });
      for (const node of nodes) {
        if (node?.__typename !== 'Product') continue;
        const id = numericId('Product', node.id);
        found.set(id, [...(found.get(id) ?? []), ...(node.inCollection ? [collection] : [])]);
      }
    }
  }
  return found;
}

/** An order with the codes that were asked for. */
export function withCodes(order: OrderFacts, orderId: string, { discountCodes }: AskedFacts): OrderFacts {
  return { ...order, discountCodes: discountCodes.get(orderId) ?? null };
}
