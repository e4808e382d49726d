import type { RegisteredApp } from '../../contract.ts';
import { forwardToApp } from '../app-proxy.ts';
import { respondWithPage, type Store, type StoreRequest, type StoreResponse } from '../store.ts';

/** Shows what the app answers through its proxy: `application/liquid` inside the theme, anything else as it came; a dead app is Shopify's error page. */
export async function showProxied(store: Store, request: StoreRequest, app: RegisteredApp, rest: string): Promise<StoreResponse> {
  const { deps } = store;
  try {
    const answer = await forwardToApp(
      app,
      { method: request.method, rest, query: request.query, headers: request.headers, body: request.body, visitorAddress: request.address },
      { shopDomain: deps.shopDomain, visit: request.visit, customerId: deps.signedInCustomer?.(request.cookies) ?? null, now: deps.now?.() ?? new Date(), timeoutMs: deps.proxyTimeoutMs ?? 30_000 },
    );
    if (!/^application\/liquid\b/i.test(answer.contentType)) {
      const headers: StoreResponse['headers'] = Object.fromEntries(answer.headers);
      if (answer.contentType) headers['content-type'] = answer.contentType;
      return { status: answer.status, headers, body: answer.body };
    }
    const page = await respondWithPage(store, request, { liquid: answer.body.toString('utf8') }, { template: 'app-proxy' }, answer.status);
    // How long a page is kept is the app's to say.
    const headers = new Map<string, string | string[]>([...Object.entries(page.headers), ...answer.headers]);
    headers.set('content-type', page.headers['content-type'] ?? '');
    return { ...page, headers: Object.fromEntries(headers) };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return respondWithPage(store, request, { template: 'app-error' }, { template: 'app-error', reason }, 502);
  }
}
