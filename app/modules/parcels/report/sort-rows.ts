import type { CarrierReport, ReportRow } from './views.ts';

export const sortableColumns = ['name', 'delivered', 'kept', 'late', 'median', 'ninety', 'spread', 'exceptions', 'lost', 'contacts', 'ranges'] as const;

/** What rows can be put in order by. */
export type ReportColumn = (typeof sortableColumns)[number];

export interface ReportOrder {
  by: ReportColumn;
  direction: 'ascending' | 'descending';
}

/** The rows in an order. Those of which nothing can be said come last either way; the busiest first among equals. */
export function sortRows(rows: readonly ReportRow[], { by, direction }: ReportOrder, names: CarrierReport['carrierNames']): ReportRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return [...rows].sort((left, right) => {
    const order = by === 'name' ? nameOf(left, names).localeCompare(nameOf(right, names), 'en') * sign : compareFigures(figureOf(left, by), figureOf(right, by), sign);
    return order || right.delivered - left.delivered || nameOf(left, names).localeCompare(nameOf(right, names), 'en');
  });
}

function compareFigures(left: number | null, right: number | null, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  return (left - right) * sign;
}

function nameOf(row: ReportRow, names: CarrierReport['carrierNames']): string {
  if (row.level === 'all') return '';
  const carrier = row.carrier === null ? '~' : (names[row.carrier] ?? row.carrier);
  return row.level === 'carrier' ? carrier : `${carrier} ${row.origin ?? '~'} ${row.destination ?? '~'}`;
}

function figureOf(row: ReportRow, by: Exclude<ReportColumn, 'name'>): number | null {
  switch (by) {
    case 'kept':
      return row.promised.keptShare;
    case 'late':
      return row.promised.lateShare;
    case 'median':
    case 'ninety':
      return row.transit?.[by] ?? null;
    case 'spread':
      return row.transit && row.transit.threeQuarters - row.transit.quarter;
    case 'contacts':
      return row.contactsPer100;
    case 'ranges':
      return row.ranges.held?.coverage ?? null;
    default:
      return row[by];
  }
}
