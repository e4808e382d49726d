import { applyOverrides, carrierName, carrierOfName, doubtOfNumber, recogniseNumber, sameHouse, trackingUrl, type CarrierKey, type CarrierOverride, type NumberDoubt } from '#app/modules/carriers/index.server.ts';

interface Told {
  number: string;
  /** The company as the merchant or Shopify wrote it. */
  carrier: string | null;
}

/**
 * Who carries a parcel, and whether its number can be right. The merchant's own rule counts most, then the company that was told, then
 * what the number looks like; a company nobody knows is not overruled by a guess.
 */
export function carrierOf({ number, carrier: company }: Told, { destination, overrides }: { destination: string | null; overrides: readonly CarrierOverride[] }): { carrier: CarrierKey | null; numberDoubt: NumberDoubt | null } {
  const ruled = applyOverrides(overrides, { number, company });
  if (ruled) return { carrier: ruled.carrier, numberDoubt: null };
  const named = company === null || company.trim() === '' ? null : company;
  const known = named === null ? null : carrierOfName(named);
  if (number === '') return { carrier: known, numberDoubt: null };
  if (known) return { carrier: withinHouse(known, number, destination), numberDoubt: doubtOfNumber(number, known) };
  if (named) return { carrier: null, numberDoubt: null };
  const likeliest = recogniseNumber(number, { destination })[0];
  return { carrier: likeliest?.valid ? likeliest.carrier : null, numberDoubt: likeliest && !likeliest.valid ? 'check_digit' : null };
}

/** "DHL" is several carriers: which of a house it is, the number says. */
function withinHouse(told: CarrierKey, number: string, destination: string | null): CarrierKey {
  const fitting = recogniseNumber(number, { told, destination }).filter(({ carrier, valid, format }) => valid && format !== 'told' && sameHouse(carrier, told));
  return fitting.some(({ carrier }) => carrier === told) ? told : (fitting[0]?.carrier ?? told);
}

/** What customers call the carrier, and its page about the parcel: the merchant's rule, then what was told with the number, then what we know. */
export function carrierPage(told: Told & { url: string | null }, carrier: CarrierKey | null, { overrides, zip }: { overrides: readonly CarrierOverride[]; zip: string | null }): { name: string | null; url: string | null } {
  const ruled = applyOverrides(overrides, { number: told.number, company: told.carrier, zip });
  const known = carrier === null || told.number === '' ? null : trackingUrl(carrier, told.number, { zip });
  return { name: ruled?.name ?? (carrier && carrierName(carrier)) ?? told.carrier, url: ruled?.url ?? httpsOnly(told.url) ?? known };
}

function httpsOnly(url: string | null): string | null {
  return url !== null && URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
}
