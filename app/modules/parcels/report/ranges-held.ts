import { laneOfName, type Backtest } from '#app/modules/promises/index.server.ts';
import { fewestToSay } from './enough.ts';
import type { Line, ReportFigures, ReportFilter } from './views.ts';

type Tested = Backtest['lanes'][number];
type Ranges = ReportFigures['ranges'];

/** How our ranges held on a line's parcels in a back-test: its lanes that fit, weighed by their parcels. */
export function rangesHeld(report: Backtest | null, line: Line, filter: ReportFilter): Ranges {
  if (!report) return { tested: 0, held: null };
  const unfiltered = line.level === 'all' && filter.carrier === undefined && filter.destination === undefined;
  return sumOf(unfiltered ? [report.all] : report.lanes.filter(({ lane }) => fits(laneOfName(lane), line, filter)));
}

function fits(lane: ReturnType<typeof laneOfName>, line: Line, { carrier, destination }: ReportFilter): boolean {
  const country = lane.destination?.split('-')[0] ?? null;
  if (carrier !== undefined && lane.carrier !== carrier) return false;
  if (destination !== undefined && country !== destination) return false;
  if (line.level === 'all') return true;
  return lane.carrier === line.carrier && (line.level === 'carrier' || (lane.origin === line.origin && country === line.destination));
}

function sumOf(lanes: readonly Pick<Tested, 'tested' | 'coverage' | 'meanWidth'>[]): Ranges {
  const tested = lanes.reduce((sum, lane) => sum + lane.tested, 0);
  if (tested < fewestToSay) return { tested, held: null };
  const mean = (figure: 'coverage' | 'meanWidth') => lanes.reduce((sum, lane) => sum + lane[figure] * lane.tested, 0) / tested;
  return { tested, held: { coverage: mean('coverage'), meanWidth: mean('meanWidth') } };
}
