import { isNumericId } from '#app/kernel/ids.ts';
import { beginWayBack } from '#app/modules/labels/index.server.ts';
import { requestBehind, type RequestView, type ReturnView } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Begins how the returns of an order go back, as their customer chose with the request behind them; what is kept goes nowhere. */
export async function beginWays(tx: ShopTx, orderId: string, returns: readonly Pick<ReturnView, 'id' | 'status'>[], at: Date): Promise<void> {
  for (const { id, status } of returns) {
    if (status !== 'open' && status !== 'requested') continue;
    const request = await requestBehind(tx, id);
    const part = request?.returns.find(({ returnId }) => returnId === id);
    if (!request || !part || part.road === 'keep' || request.wayBack.kind === 'none') continue;
    await beginWayBack(tx, { orderId, returnId: id, requestId: request.id, choice: request.wayBack, locationId: placeOf(request, part.road), open: status === 'open', by: null, at });
  }
}

/** Where the policy sends what is in a part of a request; null where it names no place. */
function placeOf({ lines }: RequestView, road: string): string | null {
  const places = lines.flatMap(({ offer: { offer }, road: its }) => (its === road && offer.allowed && offer.location ? [offer.location.value.split('/').at(-1) ?? ''] : []));
  return places.find(isNumericId) ?? null;
}
