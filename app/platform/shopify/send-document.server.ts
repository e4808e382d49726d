import { ClientError, GraphQLClient } from 'graphql-request';
import { z } from 'zod';
import type { Cost } from './cost-budget.server.ts';
import type { AdminApiProblem } from './errors.ts';

/** The version of the Admin API that every document here is written for; equal to the one in shopify.app.toml. */
export const adminApiVersion = '2026-10';

/** One answer of the Admin API, whatever it says. */
export interface AdminAnswer {
  status: number;
  data: Record<string, unknown> | null;
  problems: AdminApiProblem[];
  cost: Cost | null;
  requestId: string | null;
  retryAfterSeconds: number | null;
}

const problems = z.array(
  z.object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).nullish(),
    extensions: z.looseObject({ code: z.string().optional() }).nullish(),
  }),
);
const costs = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    actualQueryCost: z.number().nullish().transform((cost) => cost ?? null),
    throttleStatus: z.object({ maximumAvailable: z.number().positive(), currentlyAvailable: z.number(), restoreRate: z.number().positive() }),
  }),
});
const data = z.record(z.string(), z.unknown()).nullish();

/** Sends one GraphQL request to a shop. Throws only where no answer came or it was not one. */
export async function sendDocument(shopDomain: string, token: string, query: string, variables: Record<string, unknown>): Promise<AdminAnswer> {
  const client = new GraphQLClient(`https://${shopDomain}/admin/api/${adminApiVersion}/graphql.json`, {
    headers: { 'x-shopify-access-token': token },
    errorPolicy: 'all',
    // Looked up at the time of the call: whoever runs this process may have replaced it.
    fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) => globalThis.fetch(input, init),
  });
  try {
    const answer = await client.rawRequest<unknown>({ query, variables, signal: AbortSignal.timeout(30_000) });
    return read(answer.status, answer.headers, answer);
  } catch (error) {
    if (error instanceof ClientError) return read(error.response.status, new Headers(error.response.headers as HeadersInit), error.response);
    throw error;
  }
}

function read(status: number, headers: Headers, body: { data?: unknown; errors?: unknown; extensions?: unknown }): AdminAnswer {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const given = problems.safeParse(body.errors ?? []);
  return {
    status,
    data: data.parse(body.data) ?? null,
    problems: (given.success ? given.data : [{ message: String(body.errors) }]).map((problem) => ({
      code: ('extensions' in problem && problem.extensions?.code) || (status === 200 ? 'GRAPHQL' : `HTTP_${status}`),
      message: problem.message,
      path: 'path' in problem && problem.path ? problem.path.join('.') : null,
    })),
    cost: costs.safeParse(body.extensions).data?.cost ?? null,
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  };
}
