import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery } from '../../sandbox/webhooks/delivery-store.ts';
import { clientSecret } from './stage.ts';

export type Signed = Pick<Delivery, 'webhookId' | 'eventId' | 'topic' | 'shopDomain' | 'triggeredAt' | 'body'> & { signature: string };

/** Signs beforehand, so that the load itself costs little of the machine. */
export function sign(delivery: Delivery): Signed {
  return { ...delivery, signature: createHmac('sha256', clientSecret).update(delivery.body).digest('base64') };
}

/** The same deliveries with a share of them twice, in random order. */
export function shuffledWithDuplicates(deliveries: readonly Signed[], share: number): Signed[] {
  const twice = deliveries.filter((_, at) => at % Math.round(1 / share) === 0);
  const all = [...deliveries, ...twice];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    const [left, right] = [all[at], all[other]];
    if (left && right) [all[at], all[other]] = [right, left];
  }
  return all;
}

export interface LoadResult {
  seconds: number;
  /** Milliseconds from sending to the answer, of those that were accepted at once. */
  acknowledged: number[];
  retried: number;
}

/**
 * Sends at a steady rate, whether or not the app keeps up, and comes back for what was not accepted, as Shopify does
 * (only sooner). Resolves when everything was accepted.
 */
export async function sendAll(url: string, webhooks: readonly Signed[], perSecond: number): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const acknowledged: number[] = [];
  let retried = 0;
  const deliver = async (webhook: Signed): Promise<void> => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const started = performance.now();
      const status = await post(agent, url, webhook);
      if (status === 200) {
        if (attempt === 0) acknowledged.push(performance.now() - started);
        return;
      }
      retried += 1;
      await sleep(300);
    }
    throw new Error(`${webhook.topic} was never accepted`);
  };
  const started = performance.now();
  const underway: Promise<void>[] = [];
  for (let sent = 0; sent < webhooks.length; ) {
    const due = Math.min(webhooks.length, Math.ceil(((performance.now() - started) / 1000) * perSecond));
    for (; sent < due; sent += 1) {
      const webhook = webhooks[sent];
      if (webhook) underway.push(deliver(webhook));
    }
    await sleep(5);
  }
  await Promise.all(underway);
  agent.destroy();
  return { seconds: (performance.now() - started) / 1000, acknowledged: acknowledged.toSorted((left, right) => left - right), retried };
}

function post(agent: Agent, url: string, webhook: Signed): Promise<number> {
  return new Promise((done) => {
    const sending = request(url, {
      method: 'POST',
      agent,
      timeout: 5_000,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(webhook.body),
        'x-shopify-topic': webhook.topic,
        'x-shopify-hmac-sha256': webhook.signature,
        'x-shopify-shop-domain': webhook.shopDomain,
        'x-shopify-api-version': '2026-10',
        'x-shopify-webhook-id': webhook.webhookId,
        'x-shopify-event-id': webhook.eventId,
        'x-shopify-triggered-at': webhook.triggeredAt,
      },
    });
    sending.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 0));
      answer.on('error', () => done(0));
    });
    sending.on('error', () => done(0));
    sending.on('timeout', () => sending.destroy());
    sending.end(webhook.body);
  });
}
