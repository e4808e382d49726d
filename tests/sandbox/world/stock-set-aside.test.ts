import { describe, expect, it } from 'vitest';
import { openAdmin } from './admin-in-memory.ts';
import { addVariant, firstLocation, only } from './shop-in-memory.ts';

const MOVE = `mutation ($input: InventoryMoveQuantitiesInput!, $key: String!) {
  inventoryMoveQuantities(input: $input) @idempotent(key: $key) { inventoryAdjustmentGroup { changes { name delta quantityAfterChange ledgerDocumentUri } } userErrors { field code } }
}`;
const paper = 'gid://aftercare/ExchangeHold/1';

function play() {
  const admin = openAdmin();
  const variant = addVariant(admin.world);
  const locationId = firstLocation(admin.world).id;
  const move = (aside: boolean, quantity: number, more: { key?: string; ledgerDocumentUri?: string | null; changeFromQuantity?: number; itemId?: string; reason?: string } = {}) => {
    const shelf = { name: 'available', locationId, ledgerDocumentUri: null };
    const hold = { name: 'reserved', locationId, ledgerDocumentUri: more.ledgerDocumentUri === undefined ? paper : more.ledgerDocumentUri };
    const [from, to] = aside ? [{ ...shelf, changeFromQuantity: more.changeFromQuantity ?? null }, hold] : [hold, shelf];
    const changes = [{ inventoryItemId: more.itemId ?? variant.inventoryItemId, quantity, from, to }];
    return admin.ask(MOVE, { input: { reason: more.reason ?? 'reservation_created', referenceDocumentUri: 'gid://aftercare/Return/1', changes }, key: more.key ?? crypto.randomUUID() });
  };
  const codes = async (answer: ReturnType<typeof move>) => JSON.stringify((await answer).data ?? (await answer).errors).match(/"code":"(\w+)"/g)?.map((part) => part.slice(8, -1)) ?? [];
  return { ...admin, variant, locationId, move, codes, level: () => only(admin.world.variants.get(variant.id)?.stock ?? []) };
}

describe('stock that is set aside', () => {
  it('is not for sale, is still on hand, and comes back by the document it was set aside for', async () => {
    const { move, level, ask, variant } = play();
    expect((await move(true, 2, { changeFromQuantity: 5 })).data).toMatchObject({
      inventoryMoveQuantities: { inventoryAdjustmentGroup: { changes: [{ name: 'available', delta: -2, quantityAfterChange: 3, ledgerDocumentUri: null }, { name: 'reserved', delta: 2, quantityAfterChange: 2, ledgerDocumentUri: paper }] } },
    });
    const told = await ask(`query ($id: ID!) { inventoryItem(id: $id) { inventoryLevels(first: 1) { nodes { quantities(names: ["available", "reserved", "on_hand"]) { name quantity } } } } }`, { id: variant.inventoryItemId });
    expect(told.data).toMatchObject({ inventoryItem: { inventoryLevels: { nodes: [{ quantities: [{ name: 'available', quantity: 3 }, { name: 'reserved', quantity: 2 }, { name: 'on_hand', quantity: 5 }] }] } } });
    await move(false, 2);
    expect(level()).toMatchObject({ available: 5, reserved: {} });
  });

  it('is moved once by one key, and not at all where something else is there than was thought', async () => {
    const { move, codes, level } = play();
    await move(true, 1, { key: 'same' });
    await move(true, 1, { key: 'same' });
    expect(level()).toMatchObject({ available: 4 });
    expect(await codes(move(true, 1, { changeFromQuantity: 5 }))).toEqual(['CHANGE_FROM_QUANTITY_STALE']);
    expect(level()).toMatchObject({ available: 4 });
  });

  it('is refused as Shopify refuses it', async () => {
    const { move, codes, world, ask, variant, locationId } = play();
    const untracked = addVariant(world, { inventoryItem: { tracked: false } }, 'Card');
    expect(await codes(move(true, 1, { ledgerDocumentUri: null }))).toEqual(['INVALID_QUANTITY_DOCUMENT']);
    expect(await codes(move(true, 1, { ledgerDocumentUri: 'gid://shopify/Order/1' }))).toEqual(['INTERNAL_LEDGER_DOCUMENT']);
    expect(await codes(move(true, 1, { ledgerDocumentUri: 'words' }))).toEqual(['INVALID_LEDGER_DOCUMENT']);
    expect(await codes(move(true, -1))).toEqual(['INVALID_QUANTITY_NEGATIVE']);
    expect(await codes(move(true, 1, { itemId: 'gid://shopify/InventoryItem/404' }))).toEqual(['INVALID_INVENTORY_ITEM']);
    expect(await codes(move(true, 1, { itemId: untracked.inventoryItemId }))).toEqual(['NON_MUTABLE_INVENTORY_ITEM']);
    expect(await codes(move(true, 1, { reason: 'because' }))).toEqual(['INVALID_REASON']);
    expect(await codes(move(false, 1))).toEqual(['MOVE_QUANTITIES_FAILED']);
    const bare = await ask(`mutation ($input: InventoryMoveQuantitiesInput!) { inventoryMoveQuantities(input: $input) { userErrors { code } } }`, {
      input: { reason: 'reservation_created', referenceDocumentUri: paper, changes: [{ inventoryItemId: variant.inventoryItemId, quantity: 1, from: { name: 'available', locationId }, to: { name: 'reserved', locationId, ledgerDocumentUri: paper } }] },
    });
    expect(JSON.stringify(bare.errors)).toContain('The @idempotent directive is required');
  });
});
