import { z } from 'zod';
import type { RunAdmin } from '../contract.ts';

const problems = z.array(z.looseObject({ message: z.string() })).nullish();
const answered = z.object({
  data: z.record(z.string(), z.looseObject({ userErrors: problems, orderCancelUserErrors: problems }).nullable()).nullish(),
  errors: z.union([z.array(z.looseObject({ message: z.string() })), z.string()]).nullish(),
});

/** Runs a mutation as the merchant; answers what Shopify had against it, nothing when it went through. */
export async function mutate(runAdmin: RunAdmin, shopDomain: string, query: string, variables: Record<string, unknown>): Promise<string[]> {
  const { body } = await runAdmin(shopDomain, { query, variables }, { kind: 'merchant' });
  const { data, errors } = answered.parse(body);
  const refused = Object.values(data ?? {}).flatMap((payload) => [...(payload?.userErrors ?? []), ...(payload?.orderCancelUserErrors ?? [])]);
  return [...(typeof errors === 'string' ? [errors] : (errors ?? []).map(({ message }) => message)), ...refused.map(({ message }) => message)];
}
