import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** What was found, and the range in which the truth lies. */
  interval: { from: number; value: number; to: number };
  /** The ends of the scale: the same for bars that are compared. */
  scale: { from: number; to: number };
  width?: number;
}

const height = 18;
const middle = height / 2;

/** A value with its uncertainty: a line over the range with a mark at the value, and a mark at nothing where that lies on the scale. */
export function IntervalBar({ label, interval, scale, width = 240 }: Props) {
  const at = (value: number) => (scale.to === scale.from ? 1 : 1 + ((value - scale.from) / (scale.to - scale.from)) * (width - 2));
  const end = (value: number) => <line x1={at(value)} x2={at(value)} y1={middle - 4} y2={middle + 4} strokeWidth={2} style={{ stroke: chartColours.plain }} />;
  return (
    <Chart label={label} width={width} height={height}>
      <line x1={0} x2={width} y1={middle} y2={middle} style={{ stroke: chartColours.faint }} />
      {scale.from <= 0 && scale.to >= 0 && <line x1={at(0)} x2={at(0)} y1={0} y2={height} strokeDasharray="2 2" style={{ stroke: chartColours.none }} />}
      <line x1={at(interval.from)} x2={at(interval.to)} y1={middle} y2={middle} strokeWidth={2} style={{ stroke: chartColours.plain }} />
      {end(interval.from)}
      {end(interval.to)}
      <circle cx={at(interval.value)} cy={middle} r={4.5} style={{ fill: chartColours.plain, stroke: 'var(--p-color-bg-surface)', strokeWidth: 1 }} />
    </Chart>
  );
}
