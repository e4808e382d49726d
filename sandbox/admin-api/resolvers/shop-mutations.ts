import { inventoryAdjustQuantities } from '#sandbox/world/commands/inventory-adjust-quantities.ts';
import { inventorySetQuantities } from '#sandbox/world/commands/inventory-set-quantities.ts';
import { inventoryMoveQuantities } from '#sandbox/world/commands/inventory-move-quantities.ts';
import { locationAdd } from '#sandbox/world/commands/location-add.ts';
import { metafieldsSet } from '#sandbox/world/commands/metafields-set.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { productVariantsBulkCreate } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import { shopLocaleDisable } from '#sandbox/world/commands/shop-locale-disable.ts';
import { shopLocaleEnable } from '#sandbox/world/commands/shop-locale-enable.ts';
import { shopLocaleUpdate } from '#sandbox/world/commands/shop-locale-update.ts';
import { shopPolicyUpdate } from '#sandbox/world/commands/shop-policy-update.ts';
import { tagsAdd } from '#sandbox/world/commands/tags-add.ts';
import { tagsRemove } from '#sandbox/world/commands/tags-remove.ts';
import { honours, type Resolver } from '../resolver.ts';
import { command, type InputOf, perform } from './command.ts';
import { prefixed, PRODUCT_INPUT, VARIANT_INPUT } from './honoured-inputs.ts';

/** Mutations of the catalogue, stock, places, languages, policies and apps' own data. */
export const shopMutations: Record<string, Resolver> = {
  productCreate: honours([...prefixed('product', PRODUCT_INPUT), 'media'], (_source, args: InputOf<typeof productCreate>, context) => ({
    ...perform(context, (change) => productCreate(change, args)),
    shop: context.world.shop,
  })),
  productVariantsBulkCreate: command(['productId', 'strategy', 'media', ...prefixed('variants', VARIANT_INPUT)], productVariantsBulkCreate),
  inventoryAdjustQuantities: command(['input'], (change, args: { input: InputOf<typeof inventoryAdjustQuantities> }) => inventoryAdjustQuantities(change, args.input)),
  inventorySetQuantities: command(['input'], (change, args: { input: InputOf<typeof inventorySetQuantities> }) => inventorySetQuantities(change, args.input)),
  inventoryMoveQuantities: command(['input'], (change, args: { input: InputOf<typeof inventoryMoveQuantities> }) => inventoryMoveQuantities(change, args.input)),
  locationAdd: command(
    ['input.name', 'input.fulfillsOnlineOrders', ...prefixed('input.address', ['address1', 'address2', 'city', 'countryCode', 'phone', 'provinceCode', 'zip'])],
    (change, args: { input: InputOf<typeof locationAdd> }) => locationAdd(change, args.input),
  ),
  shopLocaleEnable: command(['locale'], shopLocaleEnable),
  shopLocaleUpdate: command(['locale', 'shopLocale.published'], shopLocaleUpdate),
  shopLocaleDisable: command(['locale'], shopLocaleDisable),
  shopPolicyUpdate: command(['shopPolicy'], (change, args: { shopPolicy: InputOf<typeof shopPolicyUpdate> }) => shopPolicyUpdate(change, args.shopPolicy)),
  metafieldsSet: command(prefixed('metafields', ['ownerId', 'namespace', 'key', 'type', 'value']), metafieldsSet),
  tagsAdd: command(['id', 'tags'], tagsAdd),
  tagsRemove: command(['id', 'tags'], tagsRemove),
};
