import { isSignedByOne } from '#app/platform/crypto/signature.ts';

/** What Shopify adds to a storefront request; each may be there once. */
const added = ['shop', 'path_prefix', 'timestamp', 'signature', 'logged_in_customer_id'] as const;
/** A request is as old as its way through the network, not older. */
const longestDelaySeconds = 90;

/** True where Shopify signed this query with one of the secrets, just now, and none of its own parameters appears twice. */
export function isSignedByShopify(query: URLSearchParams, secrets: readonly string[], now: Date): boolean {
  if (added.some((name) => query.getAll(name).length > 1)) return false;
  const signature = Buffer.from(query.get('signature') ?? '', 'hex');
  const timestamp = Number(query.get('timestamp') ?? Number.NaN);
  if (!(Math.abs(now.getTime() / 1_000 - timestamp) <= longestDelaySeconds)) return false;
  return isSignedByOne(signedMessage(query), signature, secrets);
}

/** Sorted by key, lists joined by commas, nothing between the pairs. */
function signedMessage(query: URLSearchParams): string {
  const keys = [...new Set(query.keys())].filter((key) => key !== 'signature').sort();
  return keys.map((key) => `${key}=${query.getAll(key).join(',')}`).join('');
}
