import { numericId } from '#app/kernel/ids.ts';
import type { MadeReturnFragment } from '#app/platform/shopify/operations.generated.ts';
import { minorOf } from '../money/read-order-money.ts';
import type { KeptLine, KeptPart } from './kept-request.server.ts';

/** True for a return at Shopify that is what a part of a request was to become: the same units, fees and goods in exchange. */
export function isSameReturn(made: MadeReturnFragment, part: KeptPart, lines: readonly KeptLine[]): boolean {
  if (made.status !== 'OPEN' && made.status !== 'REQUESTED') return false;
  const units = made.returnLineItems.nodes.flatMap((row): [string, number][] =>
    'fulfillmentLineItem' in row ? [[`${numericId('LineItem', row.fulfillmentLineItem.lineItem.id)} ${row.restockingFee?.percentage ?? 0}`, row.quantity]] : [],
  );
  const fee = made.returnShippingFees.reduce((sum, { amountSet }) => sum + minorOf(amountSet), 0);
  const goods = made.exchangeLineItems.nodes.map(({ variantId, quantity }): [string, number] => [variantId ? numericId('ProductVariant', variantId) : '', quantity]);
  // What is only asked for has no goods in it.
  const wanted = made.status === 'REQUESTED' ? [] : lines.flatMap(({ exchange, units: quantity }): [string, number][] => (exchange ? [[exchange.variantId, quantity]] : []));
  return fee === part.fee && summed(goods) === summed(wanted) && summed(units) === summed(lines.map(({ lineId, fee: percent, units: quantity }) => [`${lineId} ${percent}`, quantity]));
}

function summed(rows: readonly [string, number][]): string {
  const sums = new Map<string, number>();
  for (const [key, quantity] of rows) sums.set(key, (sums.get(key) ?? 0) + quantity);
  return [...sums].map(([key, quantity]) => `${key}:${quantity}`).sort().join(' ');
}
