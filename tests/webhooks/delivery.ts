import { createHmac, randomUUID } from 'node:crypto';

const signedWith = 'shpss_present';

export interface Delivery {
  shop?: string;
  topic?: string;
  id?: string;
  body?: unknown;
  /** Sent instead of the JSON of `body`. */
  raw?: string | Buffer;
  secret?: string;
  triggeredAt?: Date;
  headers?: Record<string, string | null>;
}

/** A webhook as Shopify delivers it. A header given as null is left out. */
export function delivery({ shop = 'quill.myshopify.com', topic = 'orders/create', id = randomUUID(), body = { id: 1 }, raw, ...more }: Delivery = {}): Request {
  const bytes = Buffer.from(raw ?? JSON.stringify(body));
  const headers: Record<string, string | null> = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': shop,
    'x-shopify-webhook-id': id,
    'x-shopify-event-id': randomUUID(),
    'x-shopify-api-version': '2026-10',
    'x-shopify-triggered-at': (more.triggeredAt ?? new Date()).toISOString(),
    'x-shopify-hmac-sha256': createHmac('sha256', more.secret ?? signedWith).update(bytes).digest('base64'),
    ...more.headers,
  };
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
  return new Request('https://aftercare.test/webhooks', { method: 'POST', headers: given, body: bytes });
}
