import { until, type Stage } from '#tests/harness/app-on-stage.ts';
import { mailboxKey, type Attempt, type Attempts, type Scene } from './scene.ts';

/** News in the name of the other's account elsewhere, by a token that was guessed. */
const guessedToken = (road: string) => ({ b, idOf, ask }: Scene): Attempt[] => {
  const token = (shop: number) => `${shop.toString(36)}-${'x'.repeat(32)}`;
  return [{ what: `news at ${road}`, names: token(idOf(b)), invented: token(999_999), make: (given) => ask(`/inbound/${road}?token=${given}`, { method: 'POST', body: '{}' }) }];
};

/** Sends a webhook in A's name and waits until the worker is through with it. */
async function applied({ stage, a }: Scene, webhook: Omit<Parameters<Stage['webhook']>[0], 'shop'>, path = '/webhooks'): Promise<Response> {
  const answer = await stage.webhook({ ...webhook, shop: a.domain }, { path });
  await until('the webhook is applied', () => stage.isIdle(a));
  return answer;
}

/** What Shopify and the providers send us. */
export const inbound: Attempts = {
  'inbound.mail.$provider.ts': guessedToken('mail/postmark'),
  'inbound.inbox.$provider.ts': ({ ask }) => [{ what: 'a mail brought to the other’s address', names: mailboxKey, invented: 'xxxxxxxxxxxxxxxxxxxx', make: (key) => ask(`/inbound/inbox/postmark?key=${key}`, { method: 'POST', body: '{}' }) }],
  'inbound.mail-login.ts': ({ b, ask }) => [{ what: 'a mailbox connected to the other', names: b.domain, make: (shop) => ask('/inbound/mail-login', { method: 'POST', body: new URLSearchParams({ state: shop }) }), status: [400] }],
  'inbound.sms.$provider.ts': guessedToken('sms/twilio'),
  'inbound.whatsapp.$provider.ts': guessedToken('whatsapp/meta'),
  'inbound.tracking.$source.ts': guessedToken('tracking/17track'),
  '/webhooks': (scene) => [
    { what: 'a deleted order', names: scene.theirs.id, make: (id) => applied(scene, { topic: 'orders/delete', body: { id: Number(id) } }), status: [200] },
    { what: 'an uninstall', names: scene.b.domain, make: (shop) => applied(scene, { topic: 'app/uninstalled', body: { id: 1, domain: shop, myshopify_domain: shop } }), status: [200] },
  ],
  '/webhooks/compliance': (scene) => [
    {
      what: 'a person to forget',
      names: scene.customer,
      make: (id) => {
        const person = { id: Number(id), email: scene.theirs.email, phone: null };
        return applied(scene, { topic: 'customers/redact', body: { shop_id: 1, shop_domain: scene.b.domain, customer: person, orders_to_redact: [Number(scene.theirs.id)] } }, '/webhooks/compliance');
      },
      status: [200],
    },
    {
      what: 'a request for a person’s data',
      names: scene.customer,
      make: (id) => {
        const person = { id: Number(id), email: scene.theirs.email, phone: null };
        return applied(scene, { topic: 'customers/data_request', body: { shop_id: 1, shop_domain: scene.b.domain, customer: person, orders_requested: [Number(scene.theirs.id)], data_request: { id: 9_999 } } }, '/webhooks/compliance');
      },
      status: [200],
    },
  ],
};
