import type { IncomingHttpHeaders } from 'node:http';
import type { RegisteredApp } from '../contract.ts';
import { signProxyQuery } from './proxy-signature.ts';
import type { Visit } from './types.ts';

/** One visitor's request below an app's proxy path. */
export interface ProxyRequest {
  method: string;
  /** What follows `/{prefix}/{subpath}`, empty or starting with a slash. */
  rest: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  visitorAddress: string;
}

/** What the app answered, cookies removed. */
export interface ProxyAnswer {
  status: number;
  headers: [string, string][];
  contentType: string;
  body: Buffer;
}

const forwarded = ['accept', 'accept-language', 'content-type', 'user-agent', 'x-requested-with'] as const;
/** Cookies never pass the proxy; the rest belongs to the connection between the two servers. */
const dropped = new Set(['set-cookie', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'content-type']);

/** Finds the app whose proxy answers at a path, and the rest of the path behind its prefix. */
export function findProxy(apps: RegisteredApp[], path: string): { app: RegisteredApp; rest: string } | null {
  for (const app of apps) {
    if (!app.appProxy) continue;
    const base = `/${app.appProxy.prefix}/${app.appProxy.subpath}`;
    if (path === base || path.startsWith(`${base}/`)) return { app, rest: path.slice(base.length) };
  }
  return null;
}

/** Forwards a request to the app with Shopify's signed parameters. Redirects come back as they are; a silent or unreachable app throws. */
export async function forwardToApp(
  app: RegisteredApp,
  request: ProxyRequest,
  at: { shopDomain: string; visit: Visit; customerId: string | null; now: Date; timeoutMs: number },
): Promise<ProxyAnswer> {
  if (!app.appProxy) throw new Error(`${app.name} has no app proxy`);
  const query = signProxyQuery(
    request.query,
    {
      shop: at.shopDomain,
      logged_in_customer_id: at.customerId ?? '',
      path_prefix: `${at.visit.localePrefix}/${app.appProxy.prefix}/${app.appProxy.subpath}`,
      timestamp: String(Math.floor(at.now.getTime() / 1000)),
    },
    app.clientSecret,
  );
  const target = `${app.url}${new URL(app.appProxy.url).pathname.replace(/\/$/, '')}${request.rest}?${query.toString()}`;
  const headers = new Headers({ 'x-forwarded-for': request.visitorAddress, 'x-forwarded-host': at.shopDomain });
  for (const name of forwarded) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const mayHaveBody = request.method !== 'GET' && request.method !== 'HEAD';
  const answer = await fetch(target, {
    method: request.method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(at.timeoutMs),
    ...(mayHaveBody && request.body.length > 0 && { body: new Uint8Array(request.body) }),
  });
  return {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => !dropped.has(name)),
    contentType: answer.headers.get('content-type') ?? '',
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
