import type { Carrier } from './carrier.ts';
import { africanAndMiddleEasternCarriers } from './catalogue/africa-and-middle-east.ts';
import { americanCarriers } from './catalogue/americas.ts';
import { asianPacificCarriers } from './catalogue/asia-pacific.ts';
import { carriersNamedByShopify } from './catalogue/named-by-shopify.ts';
import { otherEuropeanCarriers } from './catalogue/rest-of-europe.ts';
import { smallPosts } from './catalogue/small-posts.ts';
import { westernEuropeanCarriers } from './catalogue/western-europe.ts';
import { worldwideCarriers } from './catalogue/worldwide.ts';

const everyCarrier = {
  ...worldwideCarriers,
  ...americanCarriers,
  ...westernEuropeanCarriers,
  ...otherEuropeanCarriers,
  ...asianPacificCarriers,
  ...africanAndMiddleEasternCarriers,
  ...smallPosts,
  ...carriersNamedByShopify,
};

/** The carriers we know, by the keys that are stored. */
export type CarrierKey = keyof typeof everyCarrier;

/** What we know of each carrier. */
export const carrierCatalogue: Readonly<Record<CarrierKey, Carrier>> = everyCarrier;

/** Tells a carrier's key from any other text. */
export function isCarrierKey(text: string): text is CarrierKey {
  return Object.hasOwn(everyCarrier, text);
}

/** Every carrier's key, the best known first. */
export const carrierKeys: readonly CarrierKey[] = Object.keys(everyCarrier).filter(isCarrierKey);

/** Whether two carriers are one house, which answers for the numbers of both. */
export function sameHouse(left: CarrierKey, right: CarrierKey): boolean {
  const family = carrierCatalogue[left].family;
  return left === right || (family !== undefined && family === carrierCatalogue[right].family);
}
