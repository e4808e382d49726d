import type { ReactNode } from 'react';
import { useAdmin } from '../admin.tsx';

/** What a part of a chart means, by the colour Polaris gives that. */
export const chartColours = {
  good: 'var(--p-color-icon-success)',
  poor: 'var(--p-color-icon-warning)',
  none: 'var(--p-color-icon)',
  plain: 'var(--p-color-icon-emphasis)',
  faint: 'var(--p-color-border)',
} as const;

interface Props {
  /** The chart's figures in words. */
  label: string;
  /** The size of the drawing in its own units. */
  width: number;
  height: number;
  /** As wide as what it stands in, its units stretched; otherwise units are pixels. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of every chart: one picture with a text, mirrored where reading is. */
export function Chart({ label, width, height, wide = false, children }: Props) {
  const { locale } = useAdmin();
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={wide ? '100%' : width}
      height={height}
      preserveAspectRatio={wide ? 'none' : undefined}
      style={{ display: 'block', flex: 'none', transform: isRightToLeft(locale) ? 'scaleX(-1)' : undefined }}
    >
      {children}
    </svg>
  );
}

/** True for languages written from right to left. */
function isRightToLeft(locale: string): boolean {
  return /^(ar|fa|he|ur)\b/.test(locale);
}
