import type { Sealer } from './seal.server.ts';

/** A merchant's key at another service as it is stored. */
export interface KeptKey {
  sealedKey: string;
  /** The last four signs, by which its owner knows it. */
  keyEnd: string;
}

/** What is stored of the key that a form brings; a field left empty keeps the key before. */
export function keptKey(sealer: Sealer, typed: string, before: KeptKey | null): KeptKey {
  if (typed === '' && before) return { sealedKey: before.sealedKey, keyEnd: before.keyEnd };
  return { sealedKey: sealer.seal(typed), keyEnd: typed.slice(-4) };
}
