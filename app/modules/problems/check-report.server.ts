import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { storable } from '#app/kernel/text.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { CheckedReport } from './kept-report.ts';
import { problemLimits, type ProblemReport, type Refusal } from './problem.ts';
import { isProblemKind, problemWishes } from './problem-kinds.ts';

/** Compares a report with the order it names: parcel and lines must be that order's, the lines also the parcel's. Throws notFound without an order. */
export async function checkReport(tx: ShopTx, report: ProblemReport): Promise<CheckedReport | { refusal: Refusal }> {
  const row = await tx.orders.findFirst({
    where: { id: report.orderId, deleted_at: null, fingerprint: { not: '' } },
    select: { id: true, name: true, email: true, customer_id: true },
  });
  if (!row) throw notFound('order');
  const { kind } = report;
  const words = storable(report.words).trim();
  if (!isProblemKind(kind)) return { refusal: 'kind_unknown' };
  const wish = kind === 'late' ? (problemWishes.find((each) => each === report.wish) ?? null) : null;
  if (kind === 'late' && wish === null) return { refusal: 'wish_missing' };
  if (words.length > problemLimits.words) return { refusal: 'words_too_long' };
  if (kind === 'other' && words === '') return { refusal: 'words_missing' };
  if (report.photos.length > problemLimits.photos) return { refusal: 'too_many_pictures' };

  const parcels = await tx.shipments.findMany({ where: { order_id: row.id, removed_at: null }, select: { id: true, fulfillment_id: true } });
  const named = report.shipmentId === null ? null : (parcels.find(({ id }) => String(id) === report.shipmentId) ?? 'unknown');
  if (named === 'unknown') return { refusal: 'parcel_unknown' };
  const lines = await linesOf(tx, row.id, named?.fulfillment_id ?? null, report.lines);
  if (lines === null) return { refusal: 'lines_unknown' };
  // What did not arrive, or is late, is the parcel, where there is but one.
  const [only, ...others] = parcels;
  const meant = named ?? ((kind === 'not_arrived' || kind === 'late') && others.length === 0 ? only : null);
  return { kind, wish, words, lines, shipmentId: meant?.id ?? null, order: { id: row.id, name: row.name, email: row.email, customerId: row.customer_id } };
}

/** The named lines with their titles; null where one is not there, is named twice or in a number that was never bought. */
async function linesOf(tx: ShopTx, orderId: string, fulfillmentId: string | null, named: ProblemReport['lines']) {
  const ids = named.map(({ lineId }) => lineId);
  if (new Set(ids).size !== ids.length || !ids.every(isNumericId)) return null;
  if (ids.length === 0) return [];
  const bought = await tx.order_lines.findMany({ where: { order_id: orderId, id: { in: ids } }, select: { id: true, title: true, quantity: true } });
  const sent = fulfillmentId === null ? null : await tx.fulfillment_lines.findMany({ where: { fulfillment_id: fulfillmentId, order_line_id: { in: ids } } });
  const found = named.flatMap(({ lineId, quantity }) => {
    const line = bought.find(({ id }) => id === lineId);
    const most = sent === null ? line?.quantity : sent.find(({ order_line_id }) => order_line_id === lineId)?.quantity;
    return line && most !== undefined && Number.isInteger(quantity) && quantity >= 1 && quantity <= most ? [{ lineId, quantity, title: line.title }] : [];
  });
  return found.length === named.length ? found : null;
}
