import { usual, type Finding, type FoundUnits } from '../../processing/finding.ts';

/** Found units while they are typed. */
export interface TypedUnits extends Omit<FoundUnits, 'note' | 'refusal'> {
  key: number;
  refusal: string;
  note: string;
}

/** Units as they usually come back: all well. */
export function goodUnits(key: number, lineId: string, quantity: number, locationId: string | null): TypedUnits {
  return { key, lineId, quantity, finding: 'good', grade: 'as_new', locationId, refusal: '', note: '', ...usual.good };
}

/** The same units with another finding, and with what is usually done then. */
export function foundOtherwise(row: TypedUnits, finding: Finding): TypedUnits {
  return { ...row, finding, grade: finding === 'good' ? 'as_new' : finding === 'damaged' ? 'spoiled' : null, ...usual[finding] };
}

/** What is sent: units there are, with nothing where nothing was said. */
export function foundUnits(rows: readonly TypedUnits[]): FoundUnits[] {
  return rows
    .filter(({ quantity }) => quantity > 0)
    .map(({ key: _, refusal, note, ...row }) => ({ ...row, refusal: row.accepted ? null : refusal.trim() || null, note: note.trim() || null }));
}

/** What is wrong with what was typed, by row. */
export function complaintsOf(rows: readonly TypedUnits[], left: readonly { lineId: string; units: number }[]): Map<number, 'count' | 'place' | 'reason'> {
  const complaints = new Map<number, 'count' | 'place' | 'reason'>();
  for (const row of rows) {
    const all = rows.filter(({ lineId }) => lineId === row.lineId).reduce((sum, { quantity }) => sum + quantity, 0);
    const most = left.find(({ lineId }) => lineId === row.lineId)?.units ?? 0;
    if (!Number.isInteger(row.quantity) || row.quantity < 0 || all > most) complaints.set(row.key, 'count');
    else if (row.quantity > 0 && !row.accepted && row.refusal.trim() === '') complaints.set(row.key, 'reason');
    else if (row.quantity > 0 && row.disposition === 'RESTOCKED' && row.locationId === null) complaints.set(row.key, 'place');
  }
  return complaints;
}
