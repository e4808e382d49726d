import { ExpectedError } from '#app/kernel/errors.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/**
 * Extensions run in a worker whose origin is not the shop's. Any origin may ask: what counts is the token that each request
 * carries, never a cookie.
 */
const open = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '7200',
  'cache-control': 'no-store',
};

/** Answers an extension with JSON, and every refusal with its status and code, in a form that its origin may read. */
export async function answerExtension(request: Request, log: Logger, work: () => Promise<object>): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: open });
  if (request.method !== 'GET' && request.method !== 'HEAD') return Response.json({ error: 'method_not_allowed' }, { status: 405, headers: { ...open, allow: 'GET, OPTIONS' } });
  try {
    return Response.json(await work(), { headers: open });
  } catch (error) {
    if (error instanceof ExpectedError) return Response.json({ error: error.code }, { status: error.status, headers: open });
    if (error instanceof Response) return readable(error);
    log.error({ error }, 'an extension was not answered');
    return Response.json({ error: 'unavailable' }, { status: 500, headers: open });
  }
}

/** What Shopify's library answered instead, such as that a token is over and a new one should be tried. */
function readable(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const [name, value] of Object.entries(open)) headers.set(name, value);
  headers.set('access-control-expose-headers', 'x-shopify-api-request-failure-reauthorize, x-shopify-retry-invalid-session-request');
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
