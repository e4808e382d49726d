const MONTHS: Record<string, number> = { jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12 };
const ZONES: Record<string, number> = { ut: 0, gmt: 0, utc: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, cet: 60, cest: 120, jst: 540, kst: 540, bst: 60, ist: 330, msk: 180 };

function offsetOf(zone: string): number {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  return ZONES[zone.toLowerCase()] ?? 0;
}

function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length >= 4) return year;
  return digits.length === 3 ? 1900 + year : year + (year < 50 ? 2000 : 1900);
}

/** The moment a Date field names, as ISO in UTC, or null when it names none. */
export function mailDate(raw: string | null): string | null {
  if (raw === null) return null;
  const text = raw.slice(0, 200).replace(/\([^()]*\)/g, ' ').trim();
  const usual = /(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s,-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?\s*(?:GMT)?([+-]\d{2}:?\d{2}|[A-Za-z]{1,5})?/.exec(text);
  const month = MONTHS[(usual?.[2] ?? '').toLowerCase()];
  if (usual && month !== undefined) {
    const [, day = '', , year = '', hour = '', minute = '', second = '0', zone = ''] = usual;
    const local = Date.UTC(yearOf(year), month - 1, Number(day), Number(hour), Number(minute), Number(second));
    const moment = new Date(local - offsetOf(zone) * 60_000);
    return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
  }
  const other = new Date(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text) ? `${text.replace(' ', 'T')}Z` : text);
  const year = other.getUTCFullYear();
  return Number.isNaN(year) || year < 1970 || year > 2200 ? null : other.toISOString();
}
