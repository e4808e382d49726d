import { sortableColumns, type ReportColumn, type ReportOrder } from '../../report/sort-rows.ts';
import { reportDays, type ReportFilter } from '../../report/views.ts';

/** What the report shows, exactly as its address says it. */
export interface ReportQuery {
  days: ReportFilter['days'];
  /** A carrier's key or a country's code, `none` for those of which it is not known, null for all. */
  carrier: string | null;
  destination: string | null;
  order: ReportOrder;
  /** Page of the lanes; the first is 1. */
  page: number;
}

const usualDays = 30;

/** Reads the report's address; what it does not know is left out. */
export function readReportQuery(params: URLSearchParams): ReportQuery {
  const days = Number(params.get('days'));
  const by = sortableColumns.find((column) => column === params.get('sort')) ?? 'delivered';
  return {
    days: reportDays.find((known) => known === days) ?? usualDays,
    carrier: /^[a-z0-9_]{1,40}$/.exec(params.get('carrier') ?? '')?.[0] ?? null,
    destination: /^([A-Z]{2}|none)$/.exec(params.get('destination') ?? '')?.[0] ?? null,
    order: { by, direction: params.get('order') === 'ascending' ? 'ascending' : params.get('order') === 'descending' ? 'descending' : usualDirection(by) },
    page: Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1),
  };
}

/** Names are read from A on, figures from the highest. */
export function usualDirection(by: ReportColumn): ReportOrder['direction'] {
  return by === 'name' ? 'ascending' : 'descending';
}

/** The address of the report under this query, without what is as usual. */
export function reportPath({ days, carrier, destination, order: { by, direction }, page }: ReportQuery, path = '/app/report'): string {
  const params = new URLSearchParams();
  if (days !== usualDays) params.set('days', String(days));
  if (carrier !== null) params.set('carrier', carrier);
  if (destination !== null) params.set('destination', destination);
  if (by !== 'delivered') params.set('sort', by);
  if (direction !== usualDirection(by)) params.set('order', direction);
  if (page > 1) params.set('page', String(page));
  const written = params.toString();
  return written === '' ? path : `${path}?${written}`;
}

/** What the database is asked. */
export function reportFilterOf({ days, carrier, destination }: ReportQuery): ReportFilter {
  return { days, ...(carrier === null ? {} : { carrier: known(carrier) }), ...(destination === null ? {} : { destination: known(destination) }) };
}

function known(value: string): string | null {
  return value === 'none' ? null : value;
}

/** True where only some of the parcels are asked for. */
export function isNarrowed({ carrier, destination }: ReportQuery): boolean {
  return carrier !== null || destination !== null;
}
