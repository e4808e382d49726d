import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { beginGiveBack } from '../make/begin-give-back.server.ts';
import { lockWays, newLabel } from '../make/begin-way-back.server.ts';
import { wasScanned } from '../make/end-way-back.server.ts';
import { goOn } from '../make/go-on.server.ts';
import type { LabelMaker } from '../way-back.ts';
import { waysBackSetting } from '../ways/ways-back-setting.ts';

interface Replacing {
  orderId: string;
  returnId: string;
  maker: LabelMaker;
  kind: 'label' | 'qr';
  by: string | null;
  at: Date;
}

/** Another label in place of how a return was to come back, for all returns that travel with it. What was bought before is given back; what was scanned is used. */
export async function replaceWay(tx: ShopTx, { orderId, returnId, maker, kind, by, at }: Replacing): Promise<{ is: 'done'; labelId: string } | { is: 'scanned' }> {
  await lockWays(tx, orderId);
  const before = await tx.label_returns.findFirst({ where: { return_id: returnId, current: true } });
  const old = before && (await tx.labels.findFirst({ where: { id: before.label_id } }));
  if (old && (await wasScanned(tx, old))) return { is: 'scanned' };
  // While one is being bought, another would be the second.
  if (old?.state === 'making') return { is: 'done', labelId: old.id };
  const together = old ? await tx.label_returns.findMany({ where: { label_id: old.id, current: true } }) : [];
  const stands = new Map(together.map((row) => [row.return_id, row.stands]));
  if (!stands.has(returnId)) stands.set(returnId, await standsNow(tx, returnId));
  if (old) await retire(tx, { ...old, returnId, by, at });
  const locationId = old?.location_id ?? (await readSetting(tx, waysBackSetting)).value.locationId;
  const labelId = await newLabel(tx, { orderId, requestId: old?.request_id ?? null, choice: { kind, placeId: null, carrier: null, trackingNumber: null }, locationId, by, at, maker });
  await tx.label_returns.createMany({ data: [...stands].map(([id, stand]) => ({ label_id: labelId, return_id: id, stands: stand })) });
  await goOn(tx, labelId, at);
  return { is: 'done', labelId };
}

async function standsNow(tx: ShopTx, returnId: string): Promise<string> {
  const known = await tx.returns.findFirst({ where: { id: returnId }, select: { status: true } });
  return known?.status === 'open' ? 'open' : known?.status === 'requested' ? 'asked' : 'over';
}

async function retire(tx: ShopTx, { id, state, reference, order_id, returnId, by, at }: { id: string; state: string; reference: string | null; order_id: string; returnId: string; by: string | null; at: Date }): Promise<void> {
  await tx.label_returns.updateMany({ where: { label_id: id }, data: { current: false } });
  if (state === 'ended') return;
  if (reference !== null) await beginGiveBack(tx, { labelId: id, returnId, orderId: order_id, by, requestKey: `give-back:${id}`, at });
  else await tx.labels.updateMany({ where: { id }, data: { state: 'ended', ended_at: at } });
}
