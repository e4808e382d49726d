import type { Gid } from '#sandbox/contract.ts';

/** The global id of a numbered record. */
export function gid(type: string, number: number): Gid {
  return `gid://shopify/${type}/${number}`;
}

/** The number in a global id, as REST payloads and `legacyResourceId` carry it. */
export function numericId(id: Gid): number {
  return Number(id.slice(id.lastIndexOf('/') + 1).replace(/\?.*$/, ''));
}

/** The type in a global id, or null when it is none. */
export function gidType(id: string): string | null {
  return /^gid:\/\/shopify\/(\w+)\/[\w-]+(\?.*)?$/.exec(id)?.[1] ?? null;
}
