import { createHmac, randomUUID } from 'node:crypto';
import { applyOrders } from '../../app/modules/orders/index.server.ts';
import { refreshChangedParcels } from '../../app/modules/parcels/index.server.ts';
import { createTrackingDoor } from '../../app/modules/tracking/index.server.ts';
import type { FileStore } from '../../app/platform/files/file-store.ts';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import { createLimits, type Limits } from '../../app/platform/limits/limits.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createAuthenticateProxy } from '../../app/platform/shopify/authenticate-proxy.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { openShop } from '../harness/shop-context.ts';
import { checkpoint, fulfillment, line, order } from '../orders/snapshots.ts';

export const secret = 'storefront-test-secret';

interface Visit {
  /** Fields of the form; a POST. With photos it is a `FormData`. */
  form?: Record<string, string> | FormData;
  query?: Record<string, string>;
  pathPrefix?: string;
  language?: string;
  visitor?: string;
  /** Who is signed in to the storefront, as Shopify signs it. */
  customer?: string;
  /** What the visitor's browser calls itself. */
  browser?: string;
  limits?: Limits;
  /** The door to go through; its own where none is named. */
  door?: (request: Request) => Promise<Response>;
}

/** A storefront whose requests are signed as Shopify signs them, before one shop with real tables behind it. */
export async function openStorefront() {
  const url = await freshDatabase();
  const database = openDatabase({ url, pool: 5, name: 'test' });
  const log = createLog('silent', 'test');
  const ctx = await openShop(database, { domain: 'nordlicht.myshopify.com', email: 'hello@nordlicht.example' }, { clock: { now: () => new Date('2026-11-21T12:00:00Z') } });
  const authenticate = createAuthenticateProxy({
    registry: { byDomain: async (domain) => (domain === ctx.shop.domain ? ctx.shop : null), context: () => ctx },
    secrets: [secret],
    trustProxy: false,
    clock: ctx.clock,
  });

  const files = filesInMemory();
  const openDoor = (limits = createLimits(database, log)) => createTrackingDoor({ authenticate, database, limits, files, secrets: [secret], log });

  /** The address of the page, signed. */
  function address({ query = {}, pathPrefix = '/apps/aftercare', customer = '' }: Pick<Visit, 'query' | 'pathPrefix' | 'customer'> = {}): string {
    const parameters: Record<string, string> = {
      ...query,
      shop: ctx.shop.domain,
      path_prefix: pathPrefix,
      logged_in_customer_id: customer,
      timestamp: String(Math.floor(ctx.clock.now().getTime() / 1_000)),
    };
    const message = Object.keys(parameters).sort().map((key) => `${key}=${parameters[key]}`).join('');
    const signature = createHmac('sha256', secret).update(message).digest('hex');
    return `/proxy/track?${new URLSearchParams({ ...parameters, signature })}`;
  }

  async function visit({ form, query = {}, pathPrefix, customer, language = 'en', visitor = randomUUID(), browser = 'a browser', limits, door = openDoor(limits) }: Visit = {}) {
    const request = new Request(`https://app.example${address({ query, ...(pathPrefix === undefined ? {} : { pathPrefix }), ...(customer === undefined ? {} : { customer }) })}`, {
      headers: { 'accept-language': language, 'x-forwarded-for': visitor, 'user-agent': browser },
      ...(form ? { method: 'POST', body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
    });
    const response = await door(request);
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  return { database, url, ctx, log, address, visit, openDoor, files };
}

/** A file store that keeps everything at hand. */
function filesInMemory(): FileStore & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    put: async (key, bytes) => void held.set(key, bytes),
    get: async (key) => new Response(held.get(key)?.slice() ?? null).body,
    remove: async (keys) => keys.forEach((key) => held.delete(key)),
    removeAll: async () => held.clear(),
  };
}

/** One sent order of two socks, with what a merchant, a carrier or an attacker may have written into it. */
export async function placeOrder(ctx: ShopContext, wish: { id: string; email: string; title?: string; carrierUrl?: string | null; city?: string; message?: string | null; name?: string; locale?: string; status?: 'in_transit' | 'delayed' | 'delivered' | 'ready_for_pickup' }): Promise<void> {
  const scan = checkpoint(wish.id, wish.id, `9${wish.id}`, wish.status ?? 'in_transit', '2026-11-20T08:00:00Z');
  Object.assign(scan.facts, { city: wish.city ?? 'Leipzig', message: wish.message ?? null });
  const parcel = fulfillment({ id: `9${wish.id}`, orderId: wish.id, numbers: [`TRACK-${wish.id}`], checkpoints: [scan] });
  parcel.extras = { display_status: wish.status ?? 'in_transit' };
  parcel.parcels = parcel.parcels.map((one) => ({ ...one, url: wish.carrierUrl ?? null }));
  const snapshot = order({
    id: wish.id,
    facts: { email: wish.email, fulfillment_status: 'fulfilled', ...(wish.name ? { name: wish.name } : {}), ...(wish.locale ? { customer_locale: wish.locale } : {}) },
    lines: [line(`${wish.id}1`, { unfulfilled_quantity: 0, title: wish.title ?? 'Wool socks' })],
    fulfillments: [parcel],
  });
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, [snapshot], ctx.clock.now()));
  await refreshChangedParcels(ctx);
}

/** The last code that was written to an order's mailbox. */
export async function mailedCode(ctx: ShopContext, orderId: string): Promise<string> {
  const message = await ctx.tx((tx) => tx.outbox.findFirst({ where: { kind: 'access.code', order_id: orderId }, orderBy: { id: 'desc' } }));
  return /^\d{6}$/m.exec(message?.text_body ?? '')?.[0] ?? '';
}
