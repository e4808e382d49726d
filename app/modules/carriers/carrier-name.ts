import { fold } from '#app/kernel/text.ts';
import { carrierCatalogue, carrierKeys } from './carrier-catalogue.ts';
import type { CarrierKey } from './carrier-catalogue.ts';

/** A company's name as it is compared: without case, accents, spaces and punctuation. */
export function spelling(written: string): string {
  return fold(written).replace(/&/g, 'and').replace(/[^\p{L}\p{N}]/gu, '');
}

const bySpelling = new Map<string, CarrierKey>();
for (const key of carrierKeys) {
  const { name, aliases = [] } = carrierCatalogue[key];
  for (const written of [name, ...aliases, key]) {
    const spelled = spelling(written);
    if (!bySpelling.has(spelled)) bySpelling.set(spelled, key);
  }
}

/** The carrier that a merchant, Shopify or a shipping app calls so; null for a name we do not know. */
export function carrierOfName(written: string): CarrierKey | null {
  return bySpelling.get(spelling(written)) ?? null;
}

/** The carrier as customers know it. */
export function carrierName(key: CarrierKey): string {
  return carrierCatalogue[key].name;
}
