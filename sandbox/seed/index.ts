import { z } from 'zod';
import type { RunAdmin, SandboxClock } from '../contract.ts';
import { askShopOf } from '../storefront/admin-query.ts';
import { loadCatalogue } from '../storefront/load-catalogue.ts';
import { loadShop } from '../storefront/load-shop.ts';
import { stepsOf } from './carry-out-order.ts';
import { planOrders } from './plan-orders.ts';
import { stockShop } from './stock-shop.ts';

export { planOrders } from './plan-orders.ts';
export { ordersToTry } from './set-pieces.ts';

/** What a seed is made from. */
export interface SeedOptions {
  runAdmin: RunAdmin;
  domain: string;
  /** How many orders over the last 55 days. */
  orders: number;
  clock: SandboxClock;
  seed?: number;
  /** Where the storefront serves the product pictures, without trailing slash. */
  pictureBase?: string;
  /** Told after every hundredth step. */
  onProgress?: (done: number, total: number) => void;
}

const day = 86_400_000;

/** Fills an empty shop; one that has products is left as it is. The clock is back in the present afterwards, whatever happened. */
export async function seedShop(options: SeedOptions): Promise<{ orders: number; steps: number }> {
  const { clock } = options;
  const ask = askShopOf(options.runAdmin, options.domain);
  const { products } = await ask(z.object({ products: z.object({ nodes: z.array(z.unknown()) }) }), `query HasProducts { products(first: 1) { nodes { id } } }`);
  if (products.nodes.length > 0) return { orders: 0, steps: 0 };
  const now = clock.now();
  try {
    clock.travelTo(new Date(now.getTime() - 58 * day));
    const { locationId } = await stockShop(ask, options.pictureBase ?? `https://${options.domain}`, options.orders);
    const stocked = { shop: await loadShop(ask), catalogue: await loadCatalogue(ask), locationId };
    const plans = planOrders({ count: options.orders, now, ...(options.seed !== undefined && { seed: options.seed }) });
    const steps = plans.flatMap((plan) => stepsOf(ask, plan, stocked)).filter((step) => step.at < now);
    steps.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [index, step] of steps.entries()) {
      clock.travelTo(step.at);
      await step.run();
      if (index % 100 === 99) options.onProgress?.(index + 1, steps.length);
    }
    return { orders: plans.length, steps: steps.length };
  } finally {
    clock.returnToPresent();
  }
}
