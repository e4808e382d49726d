import type { z } from 'zod';
import type { RunAdmin } from '../contract.ts';

/** Asks the shop's Admin API as the merchant. */
export type AskShop = <T>(shape: z.ZodType<T>, query: string, variables?: Record<string, unknown>) => Promise<T>;

/** Binds `runAdmin` to one shop; errors in the answer are thrown with their text, the data is checked against the shape. */
export function askShopOf(runAdmin: RunAdmin, shopDomain: string): AskShop {
  return async (shape, query, variables) => {
    const answer = await runAdmin(shopDomain, variables ? { query, variables } : { query }, { kind: 'merchant' });
    if (answer.body.errors) throw new Error(`Admin API: ${JSON.stringify(answer.body.errors)}`);
    return shape.parse(answer.body.data);
  };
}
