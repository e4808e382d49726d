import type { Brand } from '../brand.ts';
import { networkNames } from '../network-names.ts';

/** The foot of a mail in plain text. */
export function plainFoot({ footer, address, links }: Brand, sentBecause: string, preferences?: { label: string; url: string }): string {
  return [
    '-- ',
    ...(footer === '' ? [] : [footer]),
    ...links.map(({ network, url }) => `${networkNames[network]}: ${url}`),
    sentBecause,
    ...(preferences ? [`${preferences.label}: ${preferences.url}`] : []),
    ...(address === '' ? [] : [address]),
  ].join('\n');
}
