import type { ShopTx } from '#app/platform/db/database.server.ts';
import { findings, grades } from './finding.ts';
import type { Inspection } from './inspections.ts';

/** What was found in these returns, the first first; what a person dropped before Shopify heard of it was never found. */
export async function inspectionsOf(tx: ShopTx, returnIds: readonly string[]): Promise<Inspection[]> {
  const rows = await tx.return_inspections.findMany({ where: { return_id: { in: [...returnIds] } }, orderBy: [{ inspected_at: 'asc' }, { id: 'asc' }] });
  const dropped = await tx.chains.findMany({ where: { id: { in: rows.map(({ chain_id }) => chain_id) }, state: 'dropped' }, select: { id: true } });
  return rows
    .filter(({ chain_id }) => !dropped.some(({ id }) => id === chain_id))
    .map((row) => ({
      id: row.id,
      returnId: row.return_id,
      lineId: row.return_line_id,
      quantity: row.quantity,
      finding: findings.find((finding) => finding === row.finding) ?? 'good',
      grade: grades.find((grade) => grade === row.grade) ?? null,
      disposition: row.disposition,
      accepted: row.accepted,
      refusal: row.refusal,
      note: row.note,
      by: row.inspected_by,
      at: row.inspected_at,
    }));
}
