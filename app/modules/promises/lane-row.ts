import { z } from 'zod';
import { levels } from './distribution.ts';
import type { Learned, LearnedLane } from './knowledge.ts';
import { laneName, laneOfName, type LaneName } from './lane.ts';
import type { Week } from './delivery-calendar.ts';

/** A row of `lanes`. */
export interface LaneRow {
  measure: string;
  carrier: string;
  service: string;
  origin: string;
  destination: string;
  samples: number;
  weight: number;
  quantiles: unknown;
}

const curve = z.object({ hours: z.array(z.number()).length(levels.length), spread: z.number().min(0).max(1), pace: z.number().positive() });
const week = z.object({ week: z.array(z.number()).length(7) });
const measures = ['transit', 'silence', 'processing'] as const;

/** What was learned, as rows. */
export function rowsOfLearned(learned: Learned): LaneRow[] {
  const curves = measures.flatMap((measure) =>
    [...learned[measure]].map(([name, { samples, weight, curve: hours, spread, pace }]) => row(measure, name, samples, weight, { hours, spread, pace })),
  );
  return [...curves, ...[...learned.weeks].map(([name, weights]) => row('week', name, 0, 0, { week: weights }))];
}

/** What was learned, from its rows. A row of another version of us is left out: the next learning writes it anew. */
export function learnedOfRows(rows: readonly LaneRow[]): Learned {
  const lanes = { transit: new Map<LaneName, LearnedLane>(), silence: new Map<LaneName, LearnedLane>(), processing: new Map<LaneName, LearnedLane>() };
  const weeks = new Map<LaneName, Week>();
  for (const { measure, samples, weight, quantiles, ...parts } of rows) {
    const name = laneName(parts);
    if (measure === 'week') {
      const read = week.safeParse(quantiles);
      if (read.success) weeks.set(name, read.data.week);
      continue;
    }
    const known = measures.find((one) => one === measure);
    const read = curve.safeParse(quantiles);
    if (known && read.success) lanes[known].set(name, { samples, weight, curve: read.data.hours, spread: read.data.spread, pace: read.data.pace });
  }
  return { ...lanes, weeks };
}

function row(measure: string, name: LaneName, samples: number, weight: number, quantiles: unknown): LaneRow {
  const { carrier, service, origin, destination } = laneOfName(name);
  return { measure, carrier: carrier ?? '*', service: service ?? '*', origin: origin ?? '*', destination: destination ?? '*', samples, weight, quantiles };
}
