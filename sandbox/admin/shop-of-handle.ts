import type { World, Worlds } from '../world/index.ts';

/** The shop behind `/store/{handle}`, or null. */
export function shopOfHandle(worlds: Worlds, handle: string): World | null {
  return worlds.find(`${handle}.myshopify.com`);
}
