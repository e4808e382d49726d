import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

const SHOP = /^https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)(?::443)?(\/.*)?$/i;

/** Services beside Shopify that the sandbox stands in for. */
const SERVICES: Readonly<Record<string, string>> = {
  'https://api.17track.net': '/carriers/17track',
  'https://api.aftership.com': '/carriers/aftership',
  'https://api.easypost.com': '/carriers/easypost',
  'https://api.karrio.io': '/carriers/karrio',
  'https://api.goshippo.com': '/labels/shippo',
  'https://deliver.goshippo.com': '/labels/files',
  'https://easypost-files.s3.us-west-2.amazonaws.com': '/labels/files',
  'https://api.postmarkapp.com': '/mail-providers/postmark',
  'https://api.sendgrid.com': '/mail-providers/sendgrid',
  'https://api.mailgun.net': '/mail-providers/mailgun',
  'https://api.eu.mailgun.net': '/mail-providers/mailgun',
  'https://api.twilio.com': '/sms-providers/twilio',
  'https://rest.nexmo.com': '/sms-providers/vonage',
  'https://graph.facebook.com': '/channels/meta',
  'https://a.klaviyo.com': '/channels/klaviyo',
};

/** EasyPost sells labels and follows parcels under one name. */
const EASYPOST_LABELS = /^https:\/\/api\.easypost\.com(\/v2\/shipments.*)$/;

const AMAZON = /^https:\/\/(email|sns)\.[a-z0-9-]+\.amazonaws\.com$/;

/** The sandbox's address for a request to a shop or a service it stands in for, or null for a request that goes elsewhere. */
export function sandboxAddress(address: string, baseUrl: string): string | null {
  const [, labels] = EASYPOST_LABELS.exec(address) ?? [];
  if (labels) return `${baseUrl}/labels/easypost${labels}`;
  const [, origin = '', rest = ''] = /^(https:\/\/[^/?#]+)(.*)$/.exec(address) ?? [];
  const [, amazon] = AMAZON.exec(origin) ?? [];
  const service = amazon ? `/mail-providers/${amazon === 'email' ? 'ses' : 'sns'}` : SERVICES[origin];
  if (service) return `${baseUrl}${service}${rest}`;
  const shop = SHOP.exec(address);
  return shop ? `${baseUrl}/shop/${shop[1]?.toLowerCase()}${shop[2] ?? '/'}` : null;
}

/**
 * Sends every fetch to `https://{shop}.myshopify.com/...`, and to the services above, to the sandbox instead and leaves all others alone; the answer puts things back.
 * It stands in for DNS and TLS, so the app needs no setting for it. Shopify's SDK keeps the fetch that it saw when it was loaded, hence its own door.
 */
export function redirectShopifyTraffic(baseUrl: string): () => void {
  const original = globalThis.fetch;
  const redirected: typeof fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const target = sandboxAddress(address, baseUrl);
    if (!target) return original(input, init);
    return original(input instanceof Request ? new Request(target, input) : target, init);
  };
  globalThis.fetch = redirected;
  setAbstractFetchFunc(redirected);
  return () => {
    globalThis.fetch = original;
    setAbstractFetchFunc(original);
  };
}

if (process.env.SANDBOX_URL) redirectShopifyTraffic(process.env.SANDBOX_URL.replace(/\/$/, ''));
