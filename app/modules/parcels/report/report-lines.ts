import type { Line } from './views.ts';

/** What every answer's rows hold. */
export interface LineRow {
  level: Line['level'];
  carrier: string | null;
  origin: string | null;
  destination: string | null;
}

/** The line of a row. */
export function lineOf({ level, carrier, origin, destination }: LineRow): Line {
  if (level === 'all') return { level };
  return level === 'carrier' ? { level, carrier } : { level, carrier, origin, destination };
}

/** One text for one line. */
export function lineKey(line: Line): string {
  if (line.level === 'all') return 'all';
  return JSON.stringify(line.level === 'carrier' ? [line.carrier] : [line.carrier, line.origin, line.destination]);
}
