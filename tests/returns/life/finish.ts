import { expect } from 'vitest';
import { actOnReturn } from '#app/modules/returns/act-on-return.server.ts';
import { refundReturn } from '#app/modules/returns/processing/refund-return.server.ts';
import { refundView } from '#app/modules/returns/processing/refund-view.server.ts';
import { requestDetail } from '#app/modules/returns/requests/request-detail.server.ts';
import type { Act } from '#app/modules/returns/acts.ts';
import { newKey, type LivedShop } from './shop.ts';

const ended = ['canceled', 'closed', 'declined'];

/** One round of a diligent person of the shop: approves what is asked, gives what is due, closes what is done. True where nothing was left to do. */
export async function workOff({ shop, orderId }: LivedShop): Promise<boolean> {
  const { known } = shop;
  const act = (returnId: string, does: Extract<Act, 'approve' | 'close'>) => actOnReturn(known, { returnId, key: newKey(), input: does === 'approve' ? { act: does, notify: false } : { act: does }, by: null });
  const open = await known.tx((tx) => tx.returns.findMany({ where: { order_id: orderId, status: { notIn: ended } }, orderBy: { id: 'asc' }, select: { id: true, status: true } }));
  for (const { id, status } of open) {
    if (status === 'requested') {
      await act(id, 'approve');
      continue;
    }
    const { asked, preview } = await refundView(known, id, {}, null);
    if (preview) await refundReturn(known, { ...asked, returnId: id, key: newKey(), waive: false, notify: false, extra: 0, shown: { refund: preview.refund, owed: preview.owed }, by: null });
    else await act(id, 'close');
  }
  return open.length === 0;
}

/** No request hangs between its beginning and an end, whatever became of its returns. */
export async function expectAllEnded({ shop, orderId }: LivedShop): Promise<void> {
  const requests = await shop.known.tx((tx) => tx.return_requests.findMany({ where: { order_id: orderId }, select: { id: true } }));
  for (const { id } of requests) expect(['cancelled', 'replaced', 'declined', 'done', 'given_up'], 'the state of a request').toContain((await requestDetail(shop.known, id)).state);
}
