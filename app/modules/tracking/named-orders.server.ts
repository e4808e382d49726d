import { together } from '#app/kernel/together.ts';
import type { Asked, Limits, Used } from '#app/platform/limits/limits.server.ts';
import { namedOrdersOf, type NamedOrderRow } from './quick-look-up.server.ts';

/** One look-up by an order's name: what limits it, and what was typed. */
interface Named {
  asked: Asked;
  order: string;
}

export interface NamedLookUp {
  used: Used[];
  rows: NamedOrderRow[];
}

/** Reads the orders that people name. */
export type FindNamed = (shopId: number, named: Named) => Promise<NamedLookUp>;

/** Look-ups that come while others are under way are read together, with their limits: one message to the database costs more than what one look-up reads. */
export function createFindNamed(limits: Limits): FindNamed {
  return together(
    async (shopId, all) => {
      const { used, rows } = await limits.usedBeside<NamedOrderRow>(all.map(({ asked }) => asked), shopId, namedOrdersOf(all.map(({ order }) => order)));
      const found = Map.groupBy(rows, ({ at }) => at);
      return used.map((own, at) => ({ used: own, rows: found.get(String(at)) ?? [] }));
    },
    { lanes: 2, most: 40 },
  );
}
