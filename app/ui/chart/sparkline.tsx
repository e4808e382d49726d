import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** Shares of one in the order of time; null where nothing can be said. */
  points: readonly (number | null)[];
  width?: number;
}

const height = 28;
const edge = 3;

/** A share over time between nothing and all. Points without a neighbour are dots; the newest always is. */
export function Sparkline({ label, points, width = 88 }: Props) {
  const step = points.length > 1 ? (width - 2 * edge) / (points.length - 1) : 0;
  const placed = points.map((share, at) => (share === null ? null : { x: points.length > 1 ? edge + at * step : width / 2, y: edge + (1 - share) * (height - 2 * edge) }));
  const runs = placed
    .reduce<{ x: number; y: number }[][]>((all, point) => (point === null ? [...all, []] : [...all.slice(0, -1), [...(all.at(-1) ?? []), point]]), [[]])
    .filter((run) => run.length > 0);
  const dots = runs.flatMap((run, at) => (run.length === 1 || at === runs.length - 1 ? run.slice(-1) : []));
  return (
    <Chart label={label} width={width} height={height}>
      {[edge, height - edge].map((y) => (
        <line key={y} x1={0} x2={width} y1={y} y2={y} style={{ stroke: chartColours.faint }} />
      ))}
      {runs.map(
        (run) => run.length > 1 && <polyline key={run[0]?.x} points={run.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" strokeWidth={2} strokeLinejoin="round" style={{ stroke: chartColours.good }} />,
      )}
      {dots.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r={3} style={{ fill: chartColours.good }} />
      ))}
    </Chart>
  );
}
