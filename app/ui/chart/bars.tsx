import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** In the order of time; null where nothing can be said. */
  values: readonly (number | null)[];
}

const height = 72;
const width = 10;
const gap = 2;

/** One value after the other as bars, the tallest as tall as the chart; what is not known leaves its place empty. */
export function Bars({ label, values }: Props) {
  const most = Math.max(...values.map((value) => value ?? 0));
  return (
    <Chart label={label} width={values.length * (width + gap) - gap} height={height} wide>
      {values.map((value, at) => {
        const x = at * (width + gap);
        const tall = value === null || most === 0 ? 0 : (value / most) * (height - 1);
        return (
          <g key={x}>
            {value !== null && <rect x={x} y={height - 1} width={width} height={1} style={{ fill: chartColours.faint }} />}
            <rect x={x} y={height - 1 - tall} width={width} height={tall} style={{ fill: chartColours.plain }} />
          </g>
        );
      })}
    </Chart>
  );
}
