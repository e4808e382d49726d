import { itemKey } from './findings.ts';
import type { ReasonRow, SoldRow } from './reasons.server.ts';
import type { ItemFigures, ProductFigures, ReasonCount } from './views.ts';

const mostProducts = 50;

/** What came back of each product and variant and why, the most first. */
export function productFigures(rows: readonly ReasonRow[], sold: readonly SoldRow[]): ProductFigures[] {
  const soldByProduct = Map.groupBy(sold, itemKey);
  const products = [...Map.groupBy(rows, itemKey)].map(([key, product]): ProductFigures => {
    const soldOfIt = soldByProduct.get(key) ?? [];
    const variants = [...Map.groupBy(product, ({ variantId }) => variantId)].map(([variantId, variant]) => itemOf(variant, soldOfIt.filter((row) => row.variantId === variantId)));
    return { ...itemOf(product, soldOfIt), variantTitle: null, variants: variants.sort(mostBack) };
  });
  return products.sort(mostBack).slice(0, mostProducts);
}

/** How often each reason was given, the most frequent first. */
export function reasonCounts(rows: readonly ReasonRow[]): ReasonCount[] {
  return [...Map.groupBy(rows, ({ reason }) => reason)]
    .map(([reason, of]) => ({ reason, name: of.find(({ name }) => name !== null)?.name ?? null, units: unitsOf(of) }))
    .sort((left, right) => right.units - left.units || (left.reason ?? '').localeCompare(right.reason ?? '', 'en'));
}

function itemOf(rows: readonly ReasonRow[], sold: readonly SoldRow[]): ItemFigures {
  const [first] = rows;
  // What is told to come back was sold, also where the line was changed since.
  const unitsBack = unitsOf(rows);
  return { title: first?.title ?? '', variantTitle: first?.variantTitle ?? null, productId: first?.productId ?? null, units: Math.max(unitsOf(sold), unitsBack), unitsBack, reasons: reasonCounts(rows) };
}

function unitsOf(rows: readonly { units: number }[]): number {
  return rows.reduce((sum, { units }) => sum + units, 0);
}

function mostBack(left: ItemFigures, right: ItemFigures): number {
  return right.unitsBack - left.unitsBack || left.title.localeCompare(right.title, 'en');
}
