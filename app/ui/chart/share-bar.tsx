import { Chart, chartColours } from './chart.tsx';

interface Props {
  label: string;
  /** Shares of one; what is left of it stays empty. */
  parts: readonly { share: number; tone: 'good' | 'poor' | 'none' | 'plain' }[];
  width?: number;
}

const height = 8;
const gap = 1;

/** One bar, divided into its parts. */
export function ShareBar({ label, parts, width = 88 }: Props) {
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, { share }) => sum + share, 0));
  return (
    <Chart label={label} width={width} height={height}>
      <rect width={width} height={height} rx={2} style={{ fill: chartColours.faint }} />
      {parts.map(
        ({ share, tone }, at) =>
          share > 0 && (
            <rect key={tone} x={(starts[at] ?? 0) * width} width={Math.max(gap, share * width - (share + (starts[at] ?? 0) < 1 ? gap : 0))} height={height} style={{ fill: chartColours[tone] }} />
          ),
      )}
    </Chart>
  );
}
