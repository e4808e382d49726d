import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** The box holds the middle half, its line is the middle, the whisker reaches to `far`. */
  range: { from: number; middle: number; to: number; far: number };
  /** Where the scale ends: the same for bars that are compared. */
  most: number;
  width?: number;
}

const height = 14;
const middle = height / 2;

/** Where values lie on a common scale: a box with a line in it, and how far the slow ones reach. */
export function RangeBar({ label, range, most, width = 88 }: Props) {
  const at = (value: number) => (most === 0 ? 0 : Math.min(1, value / most) * (width - 2));
  return (
    <Chart label={label} width={width} height={height}>
      <line x1={0} x2={width} y1={middle} y2={middle} style={{ stroke: chartColours.faint }} />
      <line x1={at(range.to)} x2={at(range.far)} y1={middle} y2={middle} strokeWidth={2} style={{ stroke: chartColours.plain }} />
      <line x1={at(range.far)} x2={at(range.far)} y1={3} y2={height - 3} strokeWidth={2} style={{ stroke: chartColours.plain }} />
      <rect x={at(range.from)} y={2} width={Math.max(2, at(range.to) - at(range.from))} height={height - 4} rx={1} style={{ fill: chartColours.plain }} />
      <line x1={at(range.middle)} x2={at(range.middle)} y1={0} y2={height} strokeWidth={4} style={{ stroke: 'var(--p-color-bg-surface)' }} />
      <line x1={at(range.middle)} x2={at(range.middle)} y1={0} y2={height} strokeWidth={2} style={{ stroke: chartColours.none }} />
    </Chart>
  );
}
