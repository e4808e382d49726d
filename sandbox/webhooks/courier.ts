import { createHmac } from 'node:crypto';
import type { RegisteredApp } from '../contract.ts';
import type { Delivery, DeliveryStore } from './delivery-store.ts';
import type { Switches } from './switches.ts';

const RETRIES = 8;
const RETRY_SPAN_MS = 4 * 3_600_000;
const AT_ONCE = 16;
const ANSWER_KEPT = 500;

/** The signature that goes with a body: base64 of the HMAC-SHA256 of the raw bytes under the client secret. */
export function signBody(body: string, secret: string): string {
  return createHmac('sha256', secret).update(body, 'utf8').digest('base64');
}

/** The pause before retry number `retry` (1 to 8): doubling, all eight together four hours. */
export function retryPause(retry: number): number {
  return (RETRY_SPAN_MS / (2 ** RETRIES - 1)) * 2 ** (retry - 1);
}

/** What the courier works with. */
export interface CourierDeps {
  app: RegisteredApp;
  store: DeliveryStore;
  switches: Switches;
}

/** Carries due deliveries to the app, several at once, and retries what fails; `wake` after anything changed. */
export function createCourier({ app, store, switches }: CourierDeps) {
  const underway = new Map<number, Promise<void>>();
  const stop = new AbortController();
  let timer: NodeJS.Timeout | null = null;

  async function send(delivery: Delivery): Promise<{ status: number | null; answer: string }> {
    try {
      const response = await fetch(new URL(delivery.uri, `${app.url}/`), {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(switches.timeoutMs), stop.signal]),
        body: delivery.body,
        headers: {
          'Content-Type': 'application/json',
          'User-Agent': 'Shopify-Captain-Hook',
          'X-Shopify-Topic': delivery.topic,
          'X-Shopify-Hmac-SHA256': signBody(delivery.body, app.clientSecret),
          'X-Shopify-Shop-Domain': delivery.shopDomain,
          'X-Shopify-API-Version': app.webhookApiVersion,
          'X-Shopify-Webhook-Id': delivery.webhookId,
          'X-Shopify-Event-Id': delivery.eventId,
          'X-Shopify-Triggered-At': delivery.triggeredAt,
        },
      });
      return { status: response.status, answer: (await response.text()).slice(0, ANSWER_KEPT) };
    } catch (error) {
      const timedOut = error instanceof Error && error.name === 'TimeoutError';
      return { status: null, answer: timedOut ? `no answer within ${switches.timeoutMs} ms` : String(error instanceof Error ? (error.cause ?? error) : error) };
    }
  }

  async function carry(delivery: Delivery): Promise<void> {
    const { status, answer } = await send(delivery);
    if (stop.signal.aborted) return;
    const current = store.byId(delivery.id);
    if (!current) return;
    const attempts = delivery.attempts + 1;
    const delivered = status !== null && status >= 200 && status < 300;
    const pause = retryPause(attempts) * switches.retryScale;
    // An uninstall may have cancelled it while it was under way; the answer is still worth keeping.
    const missed = current.state === 'cancelled' ? 'cancelled' : attempts > RETRIES ? 'failed' : 'pending';
    store.save({ ...current, attempts, lastStatus: status, lastAnswer: answer, state: delivered ? 'delivered' : missed, nextAt: Date.now() + pause });
  }

  function wake(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    if (switches.paused || stop.signal.aborted) return;
    const free = AT_ONCE - underway.size;
    if (free <= 0) return;
    for (const delivery of store.due(Date.now(), free)) {
      if (underway.has(delivery.id)) continue;
      // Not due again while it is under way; should the process die meanwhile, it leaves again after this.
      store.save({ ...delivery, nextAt: Date.now() + switches.timeoutMs + 1_000 });
      const trip = carry(delivery).finally(() => {
        underway.delete(delivery.id);
        wake();
      });
      underway.set(delivery.id, trip);
    }
    const next = store.nextDue();
    if (next === null || underway.size >= AT_ONCE) return;
    timer = setTimeout(wake, Math.min(Math.max(next - Date.now(), 1), 60_000));
    timer.unref();
  }

  return {
    wake,
    /** Resolves when nothing is under way and nothing is due. */
    async settled(): Promise<void> {
      for (;;) {
        wake();
        await Promise.all(underway.values());
        const next = store.nextDue();
        if (underway.size === 0 && (switches.paused || next === null || next > Date.now())) return;
        await new Promise((done) => setTimeout(done, 1));
      }
    },
    /** Stops; what was under way stays pending and leaves again after a restart. */
    async close(): Promise<void> {
      stop.abort();
      if (timer) clearTimeout(timer);
      await Promise.allSettled(underway.values());
    },
  };
}
