import type { ShopTx } from '#app/platform/db/database.server.ts';
import { requestOfReturn, type KeptLine } from './kept-request.server.ts';
import type { AgreedReturn } from './request.ts';

/** What was agreed with the customer for a return of ours; null for one that was begun elsewhere. */
export async function agreedOf(tx: ShopTx, returnId: string): Promise<AgreedReturn | null> {
  const found = await requestOfReturn(tx, returnId);
  if (!found || found.part.returnId !== returnId) return null;
  const { request, part, lines } = found;
  const order = await tx.orders.findFirst({ where: { id: request.orderId }, select: { customer_id: true } });
  const rows = await tx.return_exchange_lines.findMany({ where: { return_id: returnId }, orderBy: { position: 'asc' } });
  return {
    requestId: request.id,
    road: part.road,
    to: part.road === 'store_credit' ? 'store_credit' : 'original',
    lines: lines.map(({ lineId, units, outcome, offer }) => ({ lineId, units, outcome, offer })),
    exchanges: matched(rows, lines),
    bonusPercentage: part.bonusPercentage,
    customerId: order?.customer_id ?? null,
    refundOn: request.refundOn,
    shown: part.shown,
  };
}

/** Exchange lines at Shopify and what was agreed for them: each of ours is one of theirs, of the same goods. */
function matched(rows: readonly { id: string; variant_id: string | null; quantity: number }[], lines: readonly KeptLine[]): AgreedReturn['exchanges'] {
  const open = [...rows];
  return lines.flatMap(({ exchange, units }) => {
    const at = exchange ? open.findIndex(({ variant_id, quantity }) => variant_id === exchange.variantId && quantity === units) : -1;
    const [row] = at === -1 ? [] : open.splice(at, 1);
    return row && exchange ? [{ exchangeLineId: row.id, variantId: exchange.variantId, quantity: units, agreed: exchange.agreed }] : [];
  });
}
