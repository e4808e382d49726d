import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Whereabouts } from '../facts/whereabouts.ts';
import type { ReshipReason, Units } from './order-to-reship.server.ts';
import type { SentParcel } from './sent-parcels.server.ts';

/** What is to be sent again as far as it can be told without asking, and why; null where nothing speaks for it. */
export interface SuggestedReship {
  units: Units[];
  reason: ReshipReason | null;
}

const nothing: SuggestedReship = { units: [], reason: null };
const named = z.array(z.object({ lineId: z.string(), quantity: z.int().positive() }));
const reasons: Readonly<Record<string, ReshipReason>> = { not_arrived: 'lost', late: 'lost', damaged: 'damaged', wrong_item: 'wrong', missing_item: 'missing' };

/** Where a parcel is whose goods somebody reports not to have, so that it may be lost. */
const mayBeGone: ReadonlySet<Whereabouts> = new Set(['delivered', 'late', 'lost', 'unknown']);

/** What the newest open report names, as far as its parcel may bear it out; else what a parcel held that is lost or was damaged on its way. */
export async function suggestedReship(tx: ShopTx, orderId: string, parcels: readonly SentParcel[]): Promise<SuggestedReship> {
  const report = await tx.problem_reports.findFirst({ where: { order_id: orderId, state: 'open' }, orderBy: { created_at: 'desc' }, select: { kind: true, lines: true, shipment_id: true } });
  if (!report) return ofParcel(parcels);
  const reason = reasons[report.kind] ?? 'other';
  const lines = named.catch([]).parse(report.lines).map(({ lineId, quantity }) => ({ id: lineId, quantity }));
  const [only, another] = report.shipment_id === null ? parcels : parcels.filter(({ shown }) => shown.id === String(report.shipment_id));
  const meant = only && !another ? [only] : parcels.filter(({ units }) => units.some(({ id }) => lines.some((line) => line.id === id)));
  // Of what merely comes late, or comes back, nothing is lost.
  if (reason === 'lost' && meant.length > 0 && !meant.some(({ where }) => (report.kind === 'late' ? where === 'lost' : mayBeGone.has(where)))) return nothing;
  if (lines.length > 0) return { units: lines, reason };
  return { units: only && !another ? only.units : [], reason };
}

function ofParcel(parcels: readonly SentParcel[]): SuggestedReship {
  const lost = parcels.findLast(({ where }) => where === 'lost');
  if (lost) return { units: lost.units, reason: 'lost' };
  const damaged = parcels.findLast(({ where, shown }) => where === 'late' && shown.cause === 'damaged');
  return damaged ? { units: damaged.units, reason: 'damaged' } : nothing;
}
