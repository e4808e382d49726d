import { createHmac } from 'node:crypto';

/** What the frame knows when it opens the app. */
export interface Launch {
  shopDomain: string;
  locale: string;
  sessionId: string;
  idToken: string;
}

/** The name of a shop in admin addresses: `quill` for `quill.myshopify.com`. */
export function shopHandle(shopDomain: string): string {
  return shopDomain.replace(/\.myshopify\.com$/, '');
}

/** The `host` parameter: the base64 of the shop's place in the admin, without padding. */
function encodeHost(shopDomain: string): string {
  return Buffer.from(`admin.shopify.com/store/${shopHandle(shopDomain)}`).toString('base64').replace(/=+$/, '');
}

/** The hex HMAC that Shopify puts on query strings it sends: over all other parameters, sorted by name. */
export function signQuery(parameters: URLSearchParams, secret: string): string {
  const signed = [...parameters].filter(([name]) => name !== 'hmac' && name !== 'signature').sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', secret).update(new URLSearchParams(signed).toString().replaceAll('+', '%20')).digest('hex');
}

/** The signed query string with which the admin loads the app's document in its frame. */
export function launchParameters(launch: Launch, secret: string): URLSearchParams {
  const parameters = new URLSearchParams({
    embedded: '1',
    host: encodeHost(launch.shopDomain),
    id_token: launch.idToken,
    locale: launch.locale,
    session: launch.sessionId,
    shop: launch.shopDomain,
    timestamp: String(Math.floor(Date.now() / 1000)),
  });
  parameters.append('hmac', signQuery(parameters, secret));
  return parameters;
}
