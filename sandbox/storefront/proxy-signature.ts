import { createHmac } from 'node:crypto';

/** The app proxy's signature: parameters sorted by key, `key=value` joined with nothing between, lists joined by commas, hex HMAC-SHA256. */
export function proxySignature(params: URLSearchParams, secret: string): string {
  const keys = [...new Set(params.keys())].filter((key) => key !== 'signature').sort();
  const message = keys.map((key) => `${key}=${params.getAll(key).join(',')}`).join('');
  return createHmac('sha256', secret).update(message).digest('hex');
}

/** The visitor's query plus what Shopify adds, signed. A visitor cannot bring any of Shopify's own parameters along. */
export function signProxyQuery(
  visitorQuery: URLSearchParams,
  added: { shop: string; path_prefix: string; timestamp: string; logged_in_customer_id: string },
  secret: string,
): URLSearchParams {
  const reserved = new Set([...Object.keys(added), 'signature', 'hmac']);
  const params = new URLSearchParams([...visitorQuery].filter(([key]) => !reserved.has(key)));
  for (const [key, value] of Object.entries(added)) params.append(key, value);
  params.append('signature', proxySignature(params, secret));
  return params;
}
