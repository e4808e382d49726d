import type { RunAdmin } from '../contract.ts';
import type { World } from '../world/index.ts';
import { mutate } from './mutate.ts';
import type { Outcome } from './page.ts';

/** A field that was filled in. */
export const given = (value: string | undefined) => (value ? value : undefined);

/** Quantities of a form whose fields are named `{prefix}{id}`. */
export function quantities(form: Record<string, string>, prefix: string): { id: string; quantity: number }[] {
  return Object.entries(form)
    .filter(([name, value]) => name.startsWith(prefix) && Number(value) > 0)
    .map(([name, value]) => ({ id: name.slice(prefix.length), quantity: Number(value) }));
}

/** Runs a mutation for a form: done, or what Shopify has against it. */
export function runner(runAdmin: RunAdmin) {
  return async (world: World, done: string, query: string, variables: Record<string, unknown>): Promise<Outcome> => {
    const refused = await mutate(runAdmin, world.domain, query, variables);
    return refused.length ? { error: refused.join(' ') } : { done };
  };
}
