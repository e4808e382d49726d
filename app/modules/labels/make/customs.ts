/** Countries whose goods move among each other without customs. */
const union = new Set(['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MC', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']);

/** Parts of a country that are outside its customs area, by the beginning of their postal codes. */
const outside: Readonly<Record<string, RegExp>> = { ES: /^(35|38|51|52)/, DE: /^(27498|78266)/, FR: /^97/, FI: /^22/, IT: /^(23041|23030)/ };

/** Whether goods would have to be declared on their way, which we cannot do for a customer. */
export function isAcrossCustoms(from: { country: string; zip: string }, to: { country: string; zip: string }): boolean {
  const apart = (end: { country: string; zip: string }) => outside[end.country]?.test(end.zip) ?? false;
  if (from.country === to.country) return apart(from) !== apart(to);
  return !union.has(from.country) || !union.has(to.country) || apart(from) || apart(to);
}
