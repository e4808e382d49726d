import { callProvider, refusedBy } from '#app/platform/mail/call-provider.server.ts';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';

/** One thing that happened to one person. */
export interface KlaviyoEvent {
  /** The same for every attempt. */
  id: string;
  email: string;
  /** What the event is called at Klaviyo; a metric there. */
  metric: string;
  time: string;
  properties: Readonly<Record<string, unknown>>;
}

const revision = '2026-04-15';

/** Tells Klaviyo an event; resolves once it took it, otherwise throws a DeliveryFailure. */
export async function createEvent(apiKey: string, { id, email, metric, time, properties }: KlaviyoEvent): Promise<void> {
  const call = {
    provider: 'Klaviyo',
    url: 'https://a.klaviyo.com/api/events',
    headers: { authorization: `Klaviyo-API-Key ${apiKey}`, revision, accept: 'application/vnd.api+json', 'content-type': 'application/vnd.api+json' },
    body: JSON.stringify({
      data: {
        type: 'event',
        attributes: {
          unique_id: id,
          time,
          properties,
          metric: { data: { type: 'metric', attributes: { name: metric } } },
          profile: { data: { type: 'profile', attributes: { email } } },
        },
      },
    }),
  };
  const answer = await callProvider(call).catch(repeatable);
  if (answer.status === 202) return;
  throw refusedBy('Klaviyo', answer, answer.status >= 500 || answer.status === 409 ? 'temporary' : undefined);
}

/** Told twice it is one event there: no answer is no reason to stop. */
function repeatable(error: unknown): never {
  if (error instanceof DeliveryFailure && error.fate === 'unknown') throw new DeliveryFailure('temporary', error.message, { cause: error });
  throw error;
}

/** Whether a key lets us in: asks Klaviyo whose it is. Null where Klaviyo did not say. */
export async function tryKey(apiKey: string): Promise<boolean | null> {
  const asked = callProvider({ provider: 'Klaviyo', method: 'GET', url: 'https://a.klaviyo.com/api/metrics', headers: { authorization: `Klaviyo-API-Key ${apiKey}`, revision, accept: 'application/vnd.api+json' } });
  const { status } = await asked.catch(() => ({ status: 0 }));
  if (status === 200) return true;
  // A key that may only write events is a good key.
  return status === 401 ? false : status === 403 ? true : null;
}
