import type { Logger } from '#app/platform/log/log.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';

interface Needs {
  /** Answers who is asking; throws the answer to who is not let in. */
  authenticate(request: Request): Promise<ProxyRequest>;
  log: Logger;
  /** What is behind it, for the log. */
  what: string;
}

const methods = ['GET', 'HEAD', 'POST'];

/** A door of the storefront beside the router: lets in what Shopify signed, and answers a failure without a word about it. */
export function storefrontDoor({ authenticate, log, what }: Needs, answer: (request: Request, proxy: ProxyRequest) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!methods.includes(request.method)) return new Response('Method Not Allowed', { status: 405, headers: { allow: methods.join(', ') } });
    try {
      return await answer(request, await authenticate(request));
    } catch (thrown) {
      if (thrown instanceof Response) return thrown;
      if (!request.signal.aborted) log.error({ error: thrown, reference: request.headers.get('x-request-id') }, `${what} failed`);
      return new Response('Internal Server Error', { status: 500 });
    }
  };
}
