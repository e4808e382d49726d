import { randomUUID } from 'node:crypto';
import type { Installation, RegisteredApp, SandboxClock, ShopEvent } from '../contract.ts';
import type { World, Worlds } from '../world/index.ts';
import { compliancePayload, type ComplianceRequest } from './compliance.ts';
import { createCourier } from './courier.ts';
import { type DeliveryQuery, openDeliveryStore } from './delivery-store.ts';
import { eventPayload } from './payloads/event-payload.ts';
import type { Payload } from './payloads/write.ts';
import { asShopify, fateOf, type Switches } from './switches.ts';
import { carriesCustomerData, includeFields, redactProtected } from './trim-payload.ts';

/** What the room needs from its neighbours. */
export interface WebhooksDeps {
  worlds: Worlds;
  app: RegisteredApp;
  clock: SandboxClock;
  /** Folder that outlives the process, or null to keep everything in memory. */
  dataDir: string | null;
  /** The app's installation on a shop, active or ended. */
  installation(shopDomain: string): Installation | null;
  /** Chance, for the switches; tests give their own. */
  random?: () => number;
}

/** What turns events into deliveries. */
export type Dispatcher = ReturnType<typeof createDispatcher>;

/** Turns what happens in shops into signed deliveries to the app, with Shopify's retries and with what can go wrong on the way. */
export function createDispatcher(deps: WebhooksDeps) {
  const { app, worlds } = deps;
  for (const { topics, filter } of app.webhooks)
    if (filter !== null) throw new Error(`the sandbox does not model webhook filters, but ${topics.join(', ')} has one`);
  const store = openDeliveryStore(deps.dataDir);
  const switches: Switches = structuredClone(asShopify);
  const courier = createCourier({ app, store, switches });
  const random = deps.random ?? Math.random;
  let requests = 0;

  function enqueue(shopDomain: string, topic: string, uri: string, eventId: string, at: Date, payload: Payload): void {
    const webhookId = randomUUID();
    const { waits } = fateOf(topic, switches, random);
    const sends = waits.length ? waits.map((wait) => ({ state: 'pending' as const, wait })) : [{ state: 'dropped' as const, wait: 0 }];
    const body = JSON.stringify(payload);
    for (const { state, wait } of sends)
      store.add({ webhookId, eventId, shopDomain, topic, uri, triggeredAt: at.toISOString(), body, state, nextAt: Date.now() + wait });
  }

  function shopWorld(shopDomain: string): World {
    const world = worlds.find(shopDomain);
    if (!world) throw new Error(`no shop ${shopDomain}`);
    return world;
  }

  /** Reports one event to every subscription of its topic; the body is fixed now, whatever happens to the subject later. */
  function publish(shopDomain: string, event: ShopEvent): void {
    const installation = deps.installation(shopDomain);
    if (!installation) return;
    const leaving = event.topic === 'app/uninstalled';
    if (leaving) store.cancelPending(shopDomain, ['app/uninstalled', ...app.webhooks.flatMap(({ complianceTopics }) => complianceTopics)]);
    if (installation.uninstalledAt && !leaving) return;
    const { protectedData } = installation;
    if (carriesCustomerData(event.topic) && !protectedData.level1) return;
    const subscriptions = app.webhooks.filter(({ topics }) => topics.includes(event.topic));
    if (subscriptions.length === 0) return;
    const payload = redactProtected(eventPayload(event, shopWorld(shopDomain)), protectedData);
    const eventId = randomUUID();
    for (const { uri, includeFields: fields } of subscriptions)
      enqueue(shopDomain, event.topic, uri, eventId, event.at, includeFields(payload, fields));
    courier.wake();
  }

  /** Sends a compliance webhook, to an installed app as to one that was uninstalled. */
  function requestCompliance(topic: string, request: ComplianceRequest): void {
    const payload = compliancePayload(topic, shopWorld(request.shop), request, (requests += 1));
    const eventId = randomUUID();
    for (const { complianceTopics, uri } of app.webhooks)
      if (complianceTopics.includes(topic)) enqueue(request.shop, topic, uri, eventId, deps.clock.now(), payload);
    courier.wake();
  }

  function setSwitches(changes: Partial<Switches>): Switches {
    Object.assign(switches, changes);
    courier.wake();
    return structuredClone(switches);
  }

  const stopListening = worlds.onEvent(publish);
  courier.wake();
  return {
    publish,
    requestCompliance,
    switches: (): Switches => structuredClone(switches),
    /** Sets the switches named and leaves the others. */
    setSwitches,
    /** Back to deliveries as Shopify makes them. */
    resetSwitches: (): Switches => setSwitches(structuredClone(asShopify)),
    deliveries: (query: DeliveryQuery) => store.list(query),
    counts: () => store.counts(),
    /** Sends a delivery again, whatever became of it, with the same webhook id and body; answers how many were found. */
    redeliver(webhookId: string): number {
      const [delivery] = store.byWebhookId(webhookId);
      if (!delivery) return 0;
      store.add({ ...delivery, state: 'pending', nextAt: Date.now() });
      courier.wake();
      return 1;
    },
    /** Makes every pending delivery, also those that wait for a retry, due at once. */
    rush(): void {
      store.rush(Date.now());
      courier.wake();
    },
    /** Resolves when nothing is under way and nothing is due. */
    settled: () => courier.settled(),
    async close(): Promise<void> {
      stopListening();
      await courier.close();
      store.close();
    },
  };
}
