import type { CarrierReport, ReportFigures, ReportRow } from '../../app/modules/parcels/report/views.ts';

interface Size {
  /** All figures grow with it. */
  scale?: number;
  /** Too few parcels to say anything of them. */
  few?: boolean;
}

/** Figures of a line: forty parcels a step of scale, or seven of which nothing can be said. */
export function figures({ scale = 1, few = false }: Size): ReportFigures {
  const count = few ? 7 : 40 * scale;
  const kept = few ? 3 : 10 * scale * scale;
  const shown = <Value>(value: Value) => (few ? null : value);
  return {
    delivered: count,
    transit: shown({ quarter: scale, median: 2 * scale, threeQuarters: 3 * scale, ninety: 4 * scale }),
    promised: { due: count, kept, keptLast: kept, late: scale, missing: count - kept - scale, keptShare: shown(scale / 4), keptLastShare: shown(scale / 4), lateShare: shown(scale / 40) },
    keptInTime: [{ from: '2026-11-06', to: '2026-11-12', due: 20, kept: 10 * scale }, { from: '2026-11-13', to: '2026-11-19', due: 4, kept: 1 }, { from: '2026-11-20', to: '2026-11-20', due: 6, kept: 3 }],
    exceptions: few ? 0 : 3 * scale,
    causes: few ? [] : [{ cause: 'customs', parcels: 2 * scale }, { cause: 'address', parcels: scale }],
    lost: few ? 0 : scale,
    contacts: few ? 1 : 2 * scale * scale,
    contactsPer100: shown(5 * scale),
    ranges: { tested: count, held: shown({ coverage: scale / 5, meanWidth: 1.8 }) },
  };
}

export const carrier = (key: string | null, size: Size): ReportRow => ({ level: 'carrier', carrier: key, ...figures(size) });
export const lane = (key: string | null, origin: string | null, destination: string | null, size: Size): ReportRow => ({ level: 'lane', carrier: key, origin, destination, ...figures(size) });

/** A report of thirty days, changed as wished. */
export function report(more: Partial<CarrierReport> = {}): CarrierReport {
  return {
    from: '2026-10-22',
    to: '2026-11-20',
    step: 7,
    all: figures({ scale: 1 }),
    carriers: [],
    lanes: [],
    watchedSince: null,
    backtestedAt: new Date('2026-11-21T03:00:00Z'),
    carrierNames: { ups: 'UPS', dpd: 'DPD' },
    choices: { carriers: ['ups', null], destinations: ['FR', 'US', null] },
    ...more,
  };
}
