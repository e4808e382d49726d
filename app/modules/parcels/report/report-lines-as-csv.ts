import { csvLine } from '#app/ui/csv.ts';
import { sortRows, type ReportOrder } from './sort-rows.ts';
import type { CarrierReport, ReportFigures, ReportRow } from './views.ts';

const columns = [
  'level', 'carrier', 'origin', 'destination', 'delivered', 'promises_due', 'first_date_kept', 'first_date_kept_share', 'last_date_kept', 'last_date_kept_share', 'arrived_late', 'late_share',
  'not_arrived', 'median_days', 'p90_days', 'spread_days', 'exceptions', 'lost', 'contacts', 'contacts_per_100', 'backtest_tried', 'backtest_coverage', 'backtest_mean_width_days',
] as const;

/** The report as lines of CSV: the whole, its carriers, its lanes. Columns are named alike in every language; a share or time too few stand behind is empty. */
export async function* reportLinesAsCsv(report: CarrierReport, order: ReportOrder): AsyncGenerator<string> {
  const causes = report.all.causes.map(({ cause }) => cause);
  yield csvLine([...columns, ...causes.map((cause) => `exceptions_${cause}`)]);
  yield csvLine(['all', '', '', '', ...figures(report.all, causes)]);
  for (const row of sortRows(report.carriers, order, report.carrierNames)) yield csvLine([...place(row, report.carrierNames), ...figures(row, causes)]);
  for (const row of sortRows(report.lanes, order, report.carrierNames)) yield csvLine([...place(row, report.carrierNames), ...figures(row, causes)]);
}

function place(row: ReportRow, names: CarrierReport['carrierNames']): string[] {
  if (row.level === 'all') return ['all', '', '', ''];
  const carrier = row.carrier === null ? '' : (names[row.carrier] ?? row.carrier);
  return row.level === 'carrier' ? ['carrier', carrier, '', ''] : ['lane', carrier, row.origin ?? '', row.destination ?? ''];
}

function figures(row: ReportFigures, causes: readonly string[]): (number | null)[] {
  const { promised, transit, ranges } = row;
  return [
    row.delivered, promised.due, promised.kept, rounded(promised.keptShare, 4), promised.keptLast, rounded(promised.keptLastShare, 4), promised.late, rounded(promised.lateShare, 4), promised.missing,
    rounded(transit?.median, 2), rounded(transit?.ninety, 2), rounded(transit && transit.threeQuarters - transit.quarter, 2), row.exceptions, row.lost, row.contacts, rounded(row.contactsPer100, 2),
    ranges.tested, rounded(ranges.held?.coverage, 4), rounded(ranges.held?.meanWidth, 2),
    ...causes.map((cause) => row.causes.find((one) => one.cause === cause)?.parcels ?? 0),
  ];
}

function rounded(value: number | null | undefined, digits: number): number | null {
  return value === null || value === undefined ? null : Number(value.toFixed(digits));
}
