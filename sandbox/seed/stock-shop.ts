import { z } from 'zod';
import type { AskShop } from '../storefront/admin-query.ts';
import { askAndCheck } from './ask-and-check.ts';
import { seedPolicies } from './policies.ts';
import { type SeedProduct, seedProducts } from './products.ts';

const languages = ['en', 'zh-CN', 'de', 'fr', 'es', 'ja', 'pt-PT'];

const shopShape = z.object({
  shop: z.object({ name: z.string(), email: z.string() }),
  shopLocales: z.array(z.object({ locale: z.string(), published: z.boolean() })),
  locations: z.object({ nodes: z.array(z.object({ id: z.string() })).min(1) }),
});

/** Publishes the languages, writes the policies and puts the products on the shelf, enough for that many orders. */
export async function stockShop(ask: AskShop, pictureBase: string, orders: number): Promise<{ locationId: string }> {
  const { shop, shopLocales, locations } = await ask(
    shopShape,
    `query SeedShop { shop { name email } shopLocales { locale published } locations(first: 1) { nodes { id } } }`,
  );
  for (const locale of languages) {
    const known = shopLocales.find((entry) => entry.locale === locale);
    if (!known) await askAndCheck(ask, 'shopLocaleEnable', z.unknown(), `mutation Enable($locale: String!) { shopLocaleEnable(locale: $locale) { userErrors { field message } } }`, { locale });
    if (known?.published) continue;
    await askAndCheck(
      ask,
      'shopLocaleUpdate',
      z.unknown(),
      `mutation Publish($locale: String!, $shopLocale: ShopLocaleInput!) { shopLocaleUpdate(locale: $locale, shopLocale: $shopLocale) { userErrors { field message } } }`,
      { locale, shopLocale: { published: true } },
    );
  }
  for (const shopPolicy of seedPolicies(shop.name, shop.email)) {
    await askAndCheck(
      ask,
      'shopPolicyUpdate',
      z.unknown(),
      `mutation Policy($shopPolicy: ShopPolicyInput!) { shopPolicyUpdate(shopPolicy: $shopPolicy) { userErrors { field message } } }`,
      { shopPolicy },
    );
  }
  const locationId = locations.nodes[0]?.id ?? '';
  for (const [index, product] of seedProducts.entries()) await stockProduct(ask, product, index, { locationId, pictureBase, shelf: 40 + Math.ceil(orders / 4) });
  return { locationId };
}

async function stockProduct(ask: AskShop, product: SeedProduct, index: number, place: { locationId: string; pictureBase: string; shelf: number }): Promise<void> {
  const { locationId, pictureBase, shelf } = place;
  const made = await askAndCheck(
    ask,
    'productCreate',
    z.object({ product: z.object({ id: z.string() }) }),
    `mutation Product($product: ProductCreateInput!, $media: [CreateMediaInput!]) {
      productCreate(product: $product, media: $media) { product { id } userErrors { field message } }
    }`,
    {
      product: {
        title: product.title,
        handle: product.handle,
        descriptionHtml: `<p>${product.description}</p>`,
        productType: product.type,
        tags: product.tags,
        status: 'ACTIVE',
        ...(product.option && { productOptions: [{ name: product.option.name, values: product.option.values.map((name) => ({ name })) }] }),
      },
      media: [{ originalSource: `${pictureBase}/cdn/shop/files/${product.handle}.svg`, alt: product.title, mediaContentType: 'IMAGE' }],
    },
  );
  const values = product.option?.values ?? ['Default Title'];
  await askAndCheck(
    ask,
    'productVariantsBulkCreate',
    z.unknown(),
    `mutation Variants($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
      productVariantsBulkCreate(productId: $productId, variants: $variants, strategy: REMOVE_STANDALONE_VARIANT) { userErrors { field message } }
    }`,
    {
      productId: made.product.id,
      variants: values.map((value, position) => ({
        optionValues: [{ optionName: product.option?.name ?? 'Title', name: value }],
        price: product.prices[position] ?? product.prices[0],
        inventoryPolicy: 'DENY',
        inventoryItem: {
          sku: `JP-${String(index + 1).padStart(2, '0')}${position}`,
          tracked: true,
          requiresShipping: true,
          measurement: { weight: { value: product.grams, unit: 'GRAMS' } },
        },
        inventoryQuantities: [{ locationId, availableQuantity: shelf + ((index * 37 + position * 11) % 90) }],
      })),
    },
  );
}
