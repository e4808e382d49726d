import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** How many there were, and how many of them were good. */
  columns: readonly { whole: number; part: number }[];
}

const height = 72;
const width = 10;
const gap = 2;

/** Counts over time as columns, the good part of each at its foot. */
export function Columns({ label, columns }: Props) {
  const most = Math.max(1, ...columns.map(({ whole }) => whole));
  const tall = (count: number) => (count / most) * (height - 1);
  return (
    <Chart label={label} width={columns.length * (width + gap) - gap} height={height} wide>
      {columns.map(({ whole, part }, at) => {
        const x = at * (width + gap);
        const separated = part > 0 && part < whole ? 1 : 0;
        return (
          <g key={x}>
            <rect x={x} y={height - 1} width={width} height={1} style={{ fill: chartColours.faint }} />
            <rect x={x} y={height - 1 - tall(whole)} width={width} height={Math.max(0, tall(whole - part) - separated)} style={{ fill: chartColours.poor }} />
            <rect x={x} y={height - 1 - tall(part)} width={width} height={tall(part)} style={{ fill: chartColours.good }} />
          </g>
        );
      })}
    </Chart>
  );
}
