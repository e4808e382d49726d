import { after, hour } from '#app/kernel/time.ts';
import { numericId } from '#app/kernel/ids.ts';
import { giftKey } from '#app/modules/access/index.server.ts';
import { giftSetting } from '#app/modules/portal/gift-setting.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { productVariantsBulkCreate } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import { addSizes } from '../exchanges/stage.ts';
import type { openRequestsStage } from '../returns-requests/stage.ts';
import { customLine, firstLocation } from '../sandbox/world/shop-in-memory.ts';
import { customerOf, openPortalShop, secret, type PortalPage } from './portal-shop.ts';

/** What is said where it was delivered. */
export const delivered = { postalCode: '04109', lastName: 'Müller-Lüdenscheidt' };

/** Whatever could tell a price of the gift's order. */
export const aPrice = /27[.,]43|2743|54[.,]86|5486|31[.,]7|3170|€|\bEUR\s?\d/;

/** A page without its random numbers, in which any digits may stand. */
export const withoutIds = (html: string) => html.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '').replaceAll(/\d+\.(?:gift|order|full)\.[\w.-]+/g, '');

/**
 * A shop where recipients may exchange: two jumpers of 27.43 in size S, of which M is there at the same price, L is sold out and XL is dearer, and
 * something that has no other form.
 */
export async function openGiftShop(stage: Awaited<ReturnType<typeof openRequestsStage>>, promised: Parameters<typeof stage.open>[0] = {}) {
  const shop = await openPortalShop(stage, promised);
  await turnGifts(shop.ctx, true);
  const { productId, sizes } = addSizes(shop.world, 'Wool jumper', { S: 4, M: 3, L: 0 }, { price: '27.43' });
  const [small, medium] = sizes;
  const { productVariants } = shop.world.change((change) =>
    productVariantsBulkCreate(change, {
      productId: `gid://shopify/Product/${productId}`,
      variants: [{ price: '31.70', inventoryPolicy: 'DENY', optionValues: [{ optionName: 'Size', name: 'XL' }], inventoryItem: { sku: 'XL', tracked: true }, inventoryQuantities: [{ locationId: firstLocation(shop.world).id, availableQuantity: 5 }] }],
    }),
  );
  const order = await shop.placeOrder({
    lineItems: [{ variantId: small?.id ?? '', quantity: 2 }, customLine('10.00')],
    shippingAddress: { firstName: 'Ada', lastName: delivered.lastName, address1: 'Markt 1', zip: delivered.postalCode, city: 'Leipzig', countryCode: 'DE' },
  });
  const orderId = numericId('Order', order.id);
  const [lineId = '', otherLineId = ''] = order.lineItems.map(({ id }) => numericId('LineItem', id));
  const customer = customerOf(shop, orderId);
  const key = (life = hour) => giftKey(shop.ctx.shop, { orderId, expiresAt: after(shop.ctx.clock.now(), life) }, secret);
  const gift = (what: string, fields: Record<string, string | string[]> = {}, language = 'en'): Promise<PortalPage> => customer.visit({ language, form: { key: key(), do: what, ...fields } });
  /** Confirms what a review shows. */
  const confirm = (review: PortalPage, language = 'en') => gift('review', Object.fromEntries(['draft', 'revision', 'refund', 'owed', 'bonus', 'currency'].map((name) => [name, review.hidden(name)])), language);
  const returns = () => [...shop.world.returns.where('order', order.id)];
  return { ...shop, ...customer, order, orderId, lineId, otherLineId, key, gift, confirm, returns, medium: numericId('ProductVariant', medium?.id ?? ''), dearer: numericId('ProductVariant', productVariants?.[0]?.id ?? '') };
}

/** Lets recipients exchange, or not any more. */
export async function turnGifts(ctx: ShopContext, on: boolean): Promise<void> {
  const { version } = await ctx.tx((tx) => readSetting(tx, giftSetting));
  await changeSetting(ctx, giftSetting, { value: { on }, version, by: null });
}
