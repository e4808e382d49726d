import { z } from 'zod';
import type { AskShop } from '../storefront/admin-query.ts';

const payloads = z.record(z.string(), z.looseObject({}));
const userErrors = z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string() }));

/** Runs a mutation with one field and gives back what it made; Shopify's user errors are thrown, for a seed must not be half done. */
export async function askAndCheck<T>(ask: AskShop, mutation: string, made: z.ZodType<T>, query: string, variables: Record<string, unknown>): Promise<T> {
  const data = await ask(payloads, query, variables);
  const payload = data[mutation] ?? {};
  const errors = userErrors.parse(payload.userErrors ?? payload.orderCancelUserErrors ?? []);
  if (errors.length > 0) throw new Error(`${mutation}: ${errors.map((error) => `${error.field?.join('.') ?? ''} ${error.message}`).join('; ')}`);
  return made.parse(payload);
}
