import { Columns } from '#app/ui/chart/columns.tsx';
import { RangeBar } from '#app/ui/chart/range-bar.tsx';
import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import { Sparkline } from '#app/ui/chart/sparkline.tsx';
import { fewestInTime, shareOf } from '../../report/enough.ts';
import type { ReportFigures } from '../../report/views.ts';
import type { ReportVoice } from './use-report-voice.ts';

interface Props {
  figures: ReportFigures;
  voice: ReportVoice;
}

/** What became of the dates that came due: kept, late, not arrived. */
export function KeptBar({ figures: { promised }, voice: { t, share } }: Props) {
  const parts = [
    { tone: 'good', share: promised.kept / promised.due },
    { tone: 'poor', share: promised.late / promised.due },
    { tone: 'none', share: promised.missing / promised.due },
  ] as const;
  const [kept, late, missing] = parts;
  return <ShareBar label={t('chart.kept', { kept: share(kept.share), late: share(late.share), missing: share(missing.share) })} parts={parts} />;
}

/** How long parcels took, on the scale of all rows. */
export function TransitBar({ transit, most, voice: { t, days } }: { transit: NonNullable<ReportFigures['transit']>; most: number; voice: ReportVoice }) {
  const { quarter, median, threeQuarters, ninety } = transit;
  const label = t('chart.transit', { from: days(quarter), to: days(threeQuarters), middle: days(median), far: days(ninety) });
  return <RangeBar label={label} range={{ from: quarter, middle: median, to: threeQuarters, far: ninety }} most={most} />;
}

/** The share of first dates kept, by day or week. */
export function KeptSparkline({ figures: { keptInTime }, voice }: Props) {
  const { t, share, span } = voice;
  const points = keptInTime.map(({ due, kept }) => shareOf(kept, due, fewestInTime));
  const said = keptInTime.map((point, at) => {
    const value = points[at] ?? null;
    return value === null ? t('chart.pointUnknown', { from: span(point) }) : t('chart.point', { from: span(point), share: share(value) });
  });
  return <Sparkline label={t('chart.trend', { points: said.join('; ') })} points={points} />;
}

/** How many first dates came due by day or week, and how many of them were kept. */
export function KeptColumns({ figures: { keptInTime }, voice: { t, span, count } }: Props) {
  const said = keptInTime.map((point) => t('chart.column', { from: span(point), kept: count(point.kept), due: count(point.due) }));
  return <Columns label={t('chart.columns', { points: said.join('; ') })} columns={keptInTime.map(({ due, kept }) => ({ whole: due, part: kept }))} />;
}
