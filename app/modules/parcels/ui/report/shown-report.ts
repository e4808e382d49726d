import { sortRows } from '../../report/sort-rows.ts';
import type { CarrierReport } from '../../report/views.ts';
import type { ReportQuery } from './report-query.ts';

const lanesAtOnce = 25;

/** What one screen shows of a report: carriers in order, and a page of the lanes. */
export interface ShownReport extends CarrierReport {
  lanePages: { page: number; pages: number; from: number; to: number; all: number };
}

/** Puts a report in the order asked for and cuts the page out of its lanes; a page that is not there is the last. */
export function shownReport(report: CarrierReport, { order, page }: ReportQuery): ShownReport {
  const all = report.lanes.length;
  const pages = Math.max(1, Math.ceil(all / lanesAtOnce));
  const shown = Math.min(page, pages);
  const from = (shown - 1) * lanesAtOnce;
  const lanes = sortRows(report.lanes, order, report.carrierNames).slice(from, from + lanesAtOnce);
  return { ...report, carriers: sortRows(report.carriers, order, report.carrierNames), lanes, lanePages: { page: shown, pages, from: Math.min(from + 1, all), to: from + lanes.length, all } };
}
