import { carrierKeys, carrierName, isCarrierKey } from '#app/modules/carriers/index.server.ts';

/** What people call these carriers, by key; keys nobody knows are left out. */
export function carrierNames(keys: readonly (string | null)[]): Record<string, string> {
  return Object.fromEntries(keys.flatMap((key) => (key !== null && isCarrierKey(key) ? [[key, carrierName(key)]] : [])));
}

/** Every carrier there is to choose from, by name. */
export function allCarriers(): { key: string; name: string }[] {
  return carrierKeys.map((key) => ({ key, name: carrierName(key) })).sort((left, right) => left.name.localeCompare(right.name, 'en'));
}
