import { z } from 'zod';
import type { AskShop } from './admin-query.ts';
import { type Cents, toCents } from './cents.ts';

const image = z.object({ url: z.string(), altText: z.string().nullish() }).nullish();
const answer = z.object({
  products: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        handle: z.string(),
        title: z.string(),
        descriptionHtml: z.string(),
        productType: z.string(),
        vendor: z.string(),
        tags: z.array(z.string()),
        featuredMedia: z.object({ preview: z.object({ image }).nullish() }).nullish(),
        variants: z.object({
          nodes: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              sku: z.string().nullish(),
              price: z.string(),
              inventoryQuantity: z.number().nullish(),
              inventoryPolicy: z.string(),
            }),
          ),
        }),
      }),
    ),
  }),
});

/** One buyable variant; `price` in the shop's currency. */
export interface Variant {
  id: string;
  title: string;
  sku: string;
  price: Cents;
  available: boolean;
  stock: number;
}

/** One product as the storefront shows it. */
export interface Product {
  id: string;
  handle: string;
  title: string;
  descriptionHtml: string;
  type: string;
  vendor: string;
  tags: string[];
  imageUrl: string | null;
  imageAlt: string;
  variants: Variant[];
}

/** Reads the active products with at least one variant, in the order they were made. */
export async function loadCatalogue(ask: AskShop): Promise<Product[]> {
  const { products } = await ask(
    answer,
    `query StorefrontCatalogue {
      products(first: 50, query: "status:active") {
        nodes {
          id handle title descriptionHtml productType vendor tags
          featuredMedia { preview { image { url altText } } }
          variants(first: 20) { nodes { id title sku price inventoryQuantity inventoryPolicy } }
        }
      }
    }`,
  );
  return products.nodes
    .filter((product) => product.variants.nodes.length > 0)
    .map((product) => ({
      id: product.id,
      handle: product.handle,
      title: product.title,
      descriptionHtml: product.descriptionHtml,
      type: product.productType,
      vendor: product.vendor,
      tags: product.tags,
      imageUrl: product.featuredMedia?.preview?.image?.url ?? null,
      imageAlt: product.featuredMedia?.preview?.image?.altText ?? product.title,
      variants: product.variants.nodes.map((variant) => ({
        id: variant.id,
        title: variant.title,
        sku: variant.sku ?? '',
        price: toCents(variant.price),
        available: variant.inventoryPolicy === 'CONTINUE' || (variant.inventoryQuantity ?? 1) > 0,
        stock: variant.inventoryQuantity ?? 0,
      })),
    }));
}
