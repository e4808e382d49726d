import { describe, expect, it } from 'vitest';
import { customerAddressCreate } from '#sandbox/world/commands/customer-address-create.ts';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { customerDelete } from '#sandbox/world/commands/customer-delete.ts';
import { customerEmailMarketingConsentUpdate } from '#sandbox/world/commands/customer-email-marketing-consent-update.ts';
import { customerMerge } from '#sandbox/world/commands/customer-merge.ts';
import { customerSmsMarketingConsentUpdate } from '#sandbox/world/commands/customer-sms-marketing-consent-update.ts';
import { customerUpdate } from '#sandbox/world/commands/customer-update.ts';
import { inventoryAdjustQuantities } from '#sandbox/world/commands/inventory-adjust-quantities.ts';
import { inventorySetQuantities } from '#sandbox/world/commands/inventory-set-quantities.ts';
import { locationAdd } from '#sandbox/world/commands/location-add.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { productVariantsBulkCreate } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import { shopLocaleDisable } from '#sandbox/world/commands/shop-locale-disable.ts';
import { shopLocaleEnable } from '#sandbox/world/commands/shop-locale-enable.ts';
import { shopLocaleUpdate } from '#sandbox/world/commands/shop-locale-update.ts';
import { shopPolicyUpdate } from '#sandbox/world/commands/shop-policy-update.ts';
import { tagsAdd } from '#sandbox/world/commands/tags-add.ts';
import { tagsRemove } from '#sandbox/world/commands/tags-remove.ts';
import type { UserError } from '#sandbox/world/user-error.ts';
import type { Change } from '#sandbox/world/world.ts';
import { addOrder, addVariant, firstLocation, only, openShop } from './shop-in-memory.ts';

type Case = [what: string, run: (change: Change) => { userErrors: UserError[] }, field: string[] | null, message: string | RegExp, code?: string];

const { world, topics } = openShop();
const variant = addVariant(world);
const untracked = addVariant(world, { inventoryItem: { tracked: false } }, 'Voucher');
const location = firstLocation(world);
const anna = only([world.change((change) => customerCreate(change, { email: 'anna@example.com', firstName: 'Anna' }).customer)]);
const ben = only([world.change((change) => customerCreate(change, { phone: '+4915112345678' }).customer)]);
if (!anna || !ben) throw new Error('no customers');
addOrder(world, { customer: { toAssociate: { id: anna.id } } });

const gone = (type: string) => `gid://shopify/${type}/1`;
const stock = { inventoryItemId: variant.inventoryItemId, locationId: location.id };

const cases: Case[] = [
  ['customerCreate without anything', (c) => customerCreate(c, {}), null, 'A name, phone number, or email address must be present'],
  ['customerCreate with a bad email', (c) => customerCreate(c, { email: 'anna' }), ['email'], 'Email is invalid'],
  ['customerCreate with a taken email', (c) => customerCreate(c, { email: 'ANNA@example.com' }), ['email'], 'Email has already been taken'],
  ['customerCreate with a bad phone', (c) => customerCreate(c, { phone: '12' }), ['phone'], 'Phone is invalid'],
  ['customerCreate with a taken phone', (c) => customerCreate(c, { phone: '+49 151 12345678' }), ['phone'], 'Phone has already been taken'],
  ['customerCreate with an endless note', (c) => customerCreate(c, { firstName: 'A', note: 'x'.repeat(5001) }), ['note'], /too long/],
  ['customerUpdate of nobody', (c) => customerUpdate(c, { id: gone('Customer') }), ['id'], 'Customer does not exist'],
  ['customerUpdate to a taken email', (c) => customerUpdate(c, { id: ben.id, email: 'anna@example.com' }), ['email'], 'Email has already been taken'],
  ['customerUpdate to nothing', (c) => customerUpdate(c, { id: ben.id, phone: null }), null, 'A name, phone number, or email address must be present'],
  ['customerDelete of nobody', (c) => customerDelete(c, { id: gone('Customer') }), ['id'], "Customer can't be found"],
  ['customerDelete with orders', (c) => customerDelete(c, { id: anna.id }), ['id'], /associated orders/],
  ['customerMerge with nobody', (c) => customerMerge(c, { customerOneId: anna.id, customerTwoId: gone('Customer') }), ['customerTwoId'], /does not exist/, 'INVALID_CUSTOMER_ID'],
  ['customerMerge of nobody', (c) => customerMerge(c, { customerOneId: gone('Customer'), customerTwoId: anna.id }), ['customerOneId'], /does not exist/, 'INVALID_CUSTOMER_ID'],
  ['customerMerge with oneself', (c) => customerMerge(c, { customerOneId: anna.id, customerTwoId: anna.id }), ['customerTwoId'], /should not match/, 'INVALID_CUSTOMER_ID'],
  ['customerAddressCreate for nobody', (c) => customerAddressCreate(c, { customerId: gone('Customer'), address: {} }), ['customerId'], 'Customer does not exist'],
  [
    'customerEmailMarketingConsentUpdate without an email',
    (c) => customerEmailMarketingConsentUpdate(c, { customerId: ben.id, emailMarketingConsent: { marketingState: 'SUBSCRIBED' } }),
    ['input', 'customerId'],
    /email address is required/,
    'INCLUSION',
  ],
  [
    'customerSmsMarketingConsentUpdate without a phone',
    (c) => customerSmsMarketingConsentUpdate(c, { customerId: anna.id, smsMarketingConsent: { marketingState: 'SUBSCRIBED' } }),
    ['input', 'customerId'],
    /phone number is required/,
    'INCLUSION',
  ],
  ['productCreate without a title', (c) => productCreate(c, { product: { title: ' ' } }), ['title'], "Title can't be blank"],
  ['productCreate with an endless title', (c) => productCreate(c, { product: { title: 'x'.repeat(256) } }), ['title'], /too long/],
  ['productCreate with a taken handle', (c) => productCreate(c, { product: { title: 'Mug', handle: 'mug' } }), ['handle'], /already in use/],
  ['productCreate with four options', (c) => productCreate(c, { product: { title: 'T', productOptions: [{}, {}, {}, {}] } }), ['productOptions'], /maximum of 3/],
  ['productVariantsBulkCreate for nothing', (c) => productVariantsBulkCreate(c, { productId: gone('Product'), variants: [{}] }), ['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST'],
  ['productVariantsBulkCreate of a variant that exists', (c) => productVariantsBulkCreate(c, { productId: variant.productId, strategy: 'PRESERVE_STANDALONE_VARIANT', variants: [{}] }), ['variants', '0'], /already exists/, 'VARIANT_ALREADY_EXISTS'],
  ['productVariantsBulkCreate with a negative price', (c) => productVariantsBulkCreate(c, { productId: variant.productId, variants: [{ price: '-1' }] }), ['variants', '0', 'price'], /greater than or equal to 0/, 'GREATER_THAN_OR_EQUAL_TO'],
  [
    'productVariantsBulkCreate at no place',
    (c) => productVariantsBulkCreate(c, { productId: variant.productId, variants: [{ inventoryQuantities: [{ locationId: gone('Location'), availableQuantity: 1 }] }] }),
    ['variants', '0', 'inventoryQuantities'],
    /location does not exist/,
    'TRACKED_VARIANT_LOCATION_NOT_FOUND',
  ],
  ['inventoryAdjustQuantities of another quantity', (c) => inventoryAdjustQuantities(c, { name: 'on_hand', reason: 'correction', changes: [{ ...stock, delta: 1 }] }), ['input', 'name'], /name is invalid/, 'INVALID_QUANTITY_NAME'],
  ['inventoryAdjustQuantities for no reason', (c) => inventoryAdjustQuantities(c, { name: 'available', reason: 'mood', changes: [{ ...stock, delta: 1 }] }), ['input', 'reason'], /reason is invalid/, 'INVALID_REASON'],
  ['inventoryAdjustQuantities of nothing', (c) => inventoryAdjustQuantities(c, { name: 'available', reason: 'correction', changes: [{ ...stock, inventoryItemId: gone('InventoryItem'), delta: 1 }] }), ['input', 'changes', '0', 'inventoryItemId'], /could not be found/, 'INVALID_INVENTORY_ITEM'],
  ['inventoryAdjustQuantities nowhere', (c) => inventoryAdjustQuantities(c, { name: 'available', reason: 'correction', changes: [{ ...stock, locationId: gone('Location'), delta: 1 }] }), ['input', 'changes', '0', 'locationId'], /could not be found/, 'INVALID_LOCATION'],
  ['inventoryAdjustQuantities of an untracked item', (c) => inventoryAdjustQuantities(c, { name: 'available', reason: 'correction', changes: [{ ...stock, inventoryItemId: untracked.inventoryItemId, delta: 1 }] }), ['input', 'changes', '0', 'inventoryItemId'], /not allowed/, 'NON_MUTABLE_INVENTORY_ITEM'],
  ['inventoryAdjustQuantities from a stale quantity', (c) => inventoryAdjustQuantities(c, { name: 'available', reason: 'correction', changes: [{ ...stock, delta: 1, changeFromQuantity: 99 }] }), ['input', 'changes', '0', 'changeFromQuantity'], /does not match/, 'CHANGE_FROM_QUANTITY_STALE'],
  ['inventorySetQuantities of another quantity', (c) => inventorySetQuantities(c, { name: 'incoming', reason: 'correction', quantities: [{ ...stock, quantity: 1 }] }), ['input', 'name'], /name is invalid/, 'INVALID_NAME'],
  ['inventorySetQuantities below zero', (c) => inventorySetQuantities(c, { name: 'available', reason: 'correction', quantities: [{ ...stock, quantity: -1 }] }), ['input', 'quantities', '0', 'quantity'], /can't be negative/, 'INVALID_QUANTITY_NEGATIVE'],
  ['inventorySetQuantities twice', (c) => inventorySetQuantities(c, { name: 'available', reason: 'correction', quantities: [{ ...stock, quantity: 1 }, { ...stock, quantity: 2 }] }), ['input', 'quantities'], /must be unique/, 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR'],
  ['locationAdd without a name', (c) => locationAdd(c, { name: ' ', address: {} }), ['input', 'name'], 'Add a location name', 'BLANK'],
  ['locationAdd with an endless name', (c) => locationAdd(c, { name: 'x'.repeat(101), address: {} }), ['input', 'name'], /shorter/, 'TOO_LONG'],
  ['locationAdd with a taken name', (c) => locationAdd(c, { name: location.name, address: {} }), ['input', 'name'], /already have/, 'TAKEN'],
  ['shopLocaleEnable of nonsense', (c) => shopLocaleEnable(c, { locale: 'klingon!' }), ['locale'], 'Locale is invalid'],
  ['shopLocaleEnable twice', (c) => shopLocaleEnable(c, { locale: 'de' }), ['locale'], 'Locale has already been taken'],
  ['shopLocaleUpdate of none', (c) => shopLocaleUpdate(c, { locale: 'fr', shopLocale: { published: true } }), ['locale'], "The locale doesn't exist."],
  ['shopLocaleUpdate of the primary one', (c) => shopLocaleUpdate(c, { locale: 'en', shopLocale: { published: false } }), ['locale'], /primary locale/],
  ['shopLocaleDisable of none', (c) => shopLocaleDisable(c, { locale: 'fr' }), ['locale'], "The locale doesn't exist."],
  ['shopLocaleDisable of the primary one', (c) => shopLocaleDisable(c, { locale: 'en' }), ['locale'], /primary locale/],
  ['shopPolicyUpdate with a book', (c) => shopPolicyUpdate(c, { type: 'REFUND_POLICY', body: 'x'.repeat(524_289) }), ['shopPolicy', 'body'], /too big/, 'TOO_BIG'],
  ['tagsAdd to nothing', (c) => tagsAdd(c, { id: gone('Order'), tags: ['a'] }), ['id'], 'Order does not exist'],
  ['tagsRemove from what has no tags', (c) => tagsRemove(c, { id: location.id, tags: ['a'] }), ['id'], 'Location does not exist'],
];

describe('a refused change names the field and why, and changes nothing', () => {
  it.each(cases)('%s', (_what, run, field, message, code) => {
    const before = JSON.stringify([...world.customers.all(), ...world.products.all(), ...world.variants.all(), ...world.orders.all(), world.shop]);
    topics();
    const { userErrors } = world.change(run);
    expect(userErrors).toHaveLength(1);
    const [error] = userErrors;
    expect(error?.field).toEqual(field);
    expect(error?.message).toMatch(message);
    expect(error?.code).toBe(code);
    expect(topics()).toEqual([]);
    expect(JSON.stringify([...world.customers.all(), ...world.products.all(), ...world.variants.all(), ...world.orders.all(), world.shop])).toBe(before);
  });
});
