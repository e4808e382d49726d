import type { Backtest } from '#app/modules/promises/index.server.ts';
import { fewestToSay, shareOf } from './enough.ts';
import { rangesHeld } from './ranges-held.ts';
import { lineKey, lineOf, type LineRow } from './report-lines.ts';
import type { ReportPeriod } from './report-period.ts';
import type { CarrierReport, KeptInTime, Line, ReportFigures, ReportFilter, ReportRow } from './views.ts';

/** What the database counted, each answer by line. */
export interface Counted {
  deliveries: readonly (LineRow & { delivered: number; quantiles: [number, number, number, number] | null })[];
  kept: readonly (LineRow & { point: number; due: number; kept: number; keptLast: number; late: number })[];
  losses: readonly (LineRow & { lost: number })[];
  exceptions: readonly (LineRow & { cause: string | null; parcels: number })[];
  contacts: readonly (LineRow & { contacts: number })[];
  backtest: Backtest | null;
  points: ReportPeriod['points'];
  filter: ReportFilter;
}

/** Brings the answers together: a row for every line that occurs in any of them. */
export function gatherRows(counted: Counted): Pick<CarrierReport, 'all' | 'carriers' | 'lanes'> {
  const byLine = {
    deliveries: grouped(counted.deliveries),
    kept: grouped(counted.kept),
    losses: grouped(counted.losses),
    exceptions: grouped(counted.exceptions),
    contacts: grouped(counted.contacts),
  };
  const lines = new Map<string, Line>();
  for (const row of [...counted.deliveries, ...counted.kept, ...counted.losses, ...counted.exceptions, ...counted.contacts]) lines.set(lineKey(lineOf(row)), lineOf(row));

  const figuresOf = (line: Line): ReportFigures => {
    const key = lineKey(line);
    const delivery = byLine.deliveries.get(key)?.[0];
    const delivered = delivery?.delivered ?? 0;
    const written = byLine.contacts.get(key)?.[0]?.contacts ?? 0;
    const happened = byLine.exceptions.get(key) ?? [];
    const keptRows = byLine.kept.get(key) ?? [];
    const perDelivery = shareOf(written, delivered);
    return {
      delivered,
      transit: transitOf(delivery?.quantiles ?? null, delivered),
      promised: promisedOf(keptRows),
      keptInTime: inTime(keptRows, counted.points),
      exceptions: happened.find(({ cause }) => cause === null)?.parcels ?? 0,
      causes: happened.flatMap(({ cause, parcels }) => (cause === null ? [] : [{ cause, parcels }])).sort((left, right) => right.parcels - left.parcels || left.cause.localeCompare(right.cause)),
      lost: byLine.losses.get(key)?.[0]?.lost ?? 0,
      contacts: written,
      contactsPer100: perDelivery === null ? null : perDelivery * 100,
      ranges: rangesHeld(counted.backtest, line, counted.filter),
    };
  };
  const rows: ReportRow[] = [...lines.values()].map((line) => ({ ...line, ...figuresOf(line) }));
  return {
    all: figuresOf({ level: 'all' }),
    carriers: rows.filter(({ level }) => level === 'carrier'),
    lanes: rows.filter(({ level }) => level === 'lane'),
  };
}

function grouped<Row extends LineRow>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, (row) => lineKey(lineOf(row)));
}

function transitOf(quantiles: [number, number, number, number] | null, delivered: number): ReportFigures['transit'] {
  if (!quantiles || delivered < fewestToSay) return null;
  const [quarter, median, threeQuarters, ninety] = quantiles;
  return { quarter, median, threeQuarters, ninety };
}

function promisedOf(rows: Counted['kept']): ReportFigures['promised'] {
  const sum = (figure: 'due' | 'kept' | 'keptLast' | 'late') => rows.reduce((total, row) => total + row[figure], 0);
  const [due, kept, keptLast, late] = [sum('due'), sum('kept'), sum('keptLast'), sum('late')];
  return { due, kept, keptLast, late, missing: due - kept - late, keptShare: shareOf(kept, due), keptLastShare: shareOf(keptLast, due), lateShare: shareOf(late, due) };
}

function inTime(rows: Counted['kept'], points: Counted['points']): KeptInTime[] {
  const byPoint = new Map(rows.map((row) => [row.point, row]));
  return points.map((point, at) => ({ ...point, due: byPoint.get(at)?.due ?? 0, kept: byPoint.get(at)?.kept ?? 0 }));
}
