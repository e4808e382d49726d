import { z } from 'zod';
import type { DemoSession } from './demo-session.ts';

/** Runs a GraphQL document in the demo shop with its merchant's rights; fails on any error Shopify would report. */
export async function askShop<Shape extends z.ZodType>({ contract }: DemoSession, shape: Shape, query: string, variables: Record<string, unknown> = {}): Promise<z.infer<Shape>> {
  const { url, token } = contract.adminApi;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
    body: JSON.stringify({ query, variables }),
  });
  const answer = z.looseObject({ data: z.unknown(), errors: z.unknown().optional() }).parse(await response.json());
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  return shape.parse(answer.data);
}
