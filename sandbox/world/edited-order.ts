import { addBags, mapBag, portion } from './money.ts';
import type { NewLine, NewTax } from './new-order.ts';
import { lineItem } from './place-order.ts';
import type { CalculatedOrderRecord, LineItemRecord, OrderRecord } from './records.ts';
import type { Change } from './world.ts';

/** How an edit changes one existing line. */
export interface LineChange {
  before: LineItemRecord;
  after: LineItemRecord;
  delta: number;
  restock: boolean;
}

/** The lines an edit would leave: more units cost what one unit costs now, fewer leave the rest as it was. */
export function editedLines(change: Change, order: OrderRecord, edit: CalculatedOrderRecord): { changed: LineChange[]; added: LineItemRecord[] } {
  const changed = order.lineItems.flatMap((before): LineChange[] => {
    const wanted = edit.quantities[before.id];
    if (!wanted || wanted.quantity === before.currentQuantity) return [];
    const delta = wanted.quantity - before.currentQuantity;
    const after = delta > 0 ? grown(before, delta) : { ...before, currentQuantity: wanted.quantity };
    return [{ before, after, delta, restock: wanted.restock }];
  });
  const added = edit.added.flatMap((row): LineItemRecord[] => {
    const variant = change.variants.get(row.variantId);
    const product = variant && change.products.get(variant.productId);
    if (!variant || !product) return [];
    const price = { shop: variant.price, presentment: variant.price };
    const line: NewLine = {
      productId: product.id,
      variantId: variant.id,
      title: product.title,
      variantTitle: variant.title === 'Default Title' ? null : variant.title,
      sku: variant.sku,
      vendor: product.vendor,
      image: variant.image ?? product.images[0] ?? null,
      quantity: row.quantity,
      unitPrice: price,
      requiresShipping: variant.requiresShipping,
      taxable: variant.taxable,
      giftCard: product.isGiftCard,
      grams: variant.grams,
      taxes: ratesOf(order),
      customAttributes: [],
    };
    return [
      lineItem(
        change,
        order.id,
        line,
        mapBag(price, (minor) => minor * row.quantity),
        [],
        order.taxesIncluded,
      ),
    ];
  });
  return { changed, added };
}

/** Units added to a line carry its taxes in proportion, but not its discounts, which were a promise for the units ordered then. */
function grown(line: LineItemRecord, by: number): LineItemRecord {
  return {
    ...line,
    quantity: line.quantity + by,
    currentQuantity: line.currentQuantity + by,
    taxLines: line.taxLines.map((tax) => ({
      ...tax,
      price: addBags(
        tax.price,
        mapBag(tax.price, (minor) => portion(minor, by, line.quantity)),
      ),
    })),
  };
}

/** The taxes of the order's lines, which new lines get too. */
export function ratesOf(order: OrderRecord): NewTax[] {
  const [taxed] = order.lineItems.filter((line) => line.taxLines.length > 0);
  return (taxed?.taxLines ?? []).map((tax) => ({ title: tax.title, rate: tax.rate, channelLiable: tax.channelLiable }));
}
