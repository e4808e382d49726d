const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How large a file is, for people: `1.2 MB`. */
export function fileSize(bytes: number, locale: string): string {
  const step = Math.min(steps.length - 1, bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1_000 ** step;
  return new Intl.NumberFormat(locale, { style: 'unit', unit: steps[step], unitDisplay: 'short', maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value);
}
