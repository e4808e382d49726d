import { previewReship } from '#app/modules/inbox/deeds/preview-reship.server.ts';
import type { ReshipClicked } from '#app/modules/inbox/deeds/reship-order.server.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import type { OrderRecord, VariantRecord } from '#sandbox/world/records.ts';
import type { LedgerShop } from '../compensation/stage.ts';
import { addVariant } from '../sandbox/world/shop-in-memory.ts';
import { clickOf, openScene, type Scene } from './deed-stage.ts';

export const home = { firstName: 'Anna', lastName: 'Berg', address1: 'Hauptstr. 1', city: 'Berlin', countryCode: 'DE', zip: '10115' };

/** Three mugs of 10.00 that were sent to Anna, of which five are in stock. */
export interface ReshipScene extends Scene {
  variant: VariantRecord;
}

export async function sentMugs(shop: LedgerShop, more: OrderCreateInput = {}): Promise<ReshipScene> {
  const variant = addVariant(shop.world);
  const scene = await openScene(shop, { lineItems: [{ variantId: variant.id, quantity: 3, properties: [{ name: 'Engraving', value: 'A. B.' }] }], email: 'anna@example.com', shippingAddress: home, shippingLines: [{ title: 'DHL', priceSet: { shopMoney: { amount: '5.00', currencyCode: 'EUR' } } }], ...more });
  return { ...scene, variant };
}

/** A click of Mia on what she was shown. */
export async function shownThenClicked(scene: ReshipScene, quantity = 1, more: Partial<ReshipClicked> = {}): Promise<ReshipClicked> {
  const click = { ...clickOf(scene), units: [{ id: scene.lineId, quantity }], ...more };
  const { shown } = await previewReship(scene.shop.known, click);
  return { reason: 'lost', receipt: false, shown, ...click };
}

/** The orders that were made for another one. */
export const sentAgainIn = ({ shop }: Scene): OrderRecord[] => [...shop.world.orders.all()].filter(({ tags }) => tags.includes('sent-again'));

export const stockOf = ({ shop, variant }: ReshipScene) => shop.world.variants.get(variant.id)?.stock[0]?.available;
