import { beginChain } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isLabelService } from '../way-back.ts';
import { attachKind, makeKind } from './chain-kinds.ts';

/** Begins what a way back needs next: a label of its own, or to be told to Shopify. Doing it again begins nothing twice. */
export async function goOn(tx: ShopTx, labelId: string, at: Date): Promise<void> {
  const label = await tx.labels.findFirst({ where: { id: labelId } });
  if (!label) return;
  const open = await tx.label_returns.findMany({ where: { label_id: labelId, current: true, stands: 'open' }, orderBy: { return_id: 'asc' } });
  const [first] = open;
  if (!first) return;
  if (label.state === 'wanted' && isLabelService(label.maker)) {
    const { chainId } = await beginChain(tx, makeKind, { orderId: label.order_id, input: { labelId, returnId: first.return_id }, requestKey: `label:${labelId}`, subject: labelId, source: label.made_by === null ? 'portal' : 'staff', actor: label.made_by, at });
    await tx.labels.updateMany({ where: { id: labelId }, data: { state: 'making', chain_id: chainId } });
    return;
  }
  if (label.state !== 'ready' || (label.file === null && label.number === null)) return;
  for (const { return_id: returnId, attached_at } of open) {
    if (attached_at !== null) continue;
    await beginChain(tx, attachKind, { orderId: label.order_id, input: { labelId, returnId }, requestKey: attachKey(label, returnId), source: 'job', actor: null, at });
  }
}

/** Another number or file of the same label is told anew. */
function attachKey({ id, number, ready_at }: { id: string; number: string | null; ready_at: Date | null }, returnId: string): string {
  return `attach:${id}:${returnId}:${ready_at?.getTime() ?? 0}:${number ?? ''}`;
}
