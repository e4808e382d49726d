import express from 'express';
import { randomBytes } from 'node:crypto';
import { createSealer } from '../../app/platform/crypto/seal.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { drainReceipts } from '../../app/platform/webhooks/drain-receipts.server.ts';
import { createShopRegistry } from '../../app/platform/shops/shop-registry.server.ts';
import { applyOrders } from '../../app/modules/orders/apply-orders.server.ts';
import { createSourceDoor, followParcels, refreshChangedParcels, saveSource, sourceHealth, sourceTopics, wantFollowings, type SourceKey } from '../../app/modules/parcels/index.server.ts';
import { createCarriers, standIns, type Carriers } from '../../sandbox/carriers/index.ts';
import { sandboxAddress } from '../../sandbox/network-redirect.ts';
import { openTestShops } from '../outbox/shop-context.ts';
import { fulfillment, order } from '../orders/snapshots.ts';
import { serveLocally } from '../harness/serve-locally.ts';

type Ctx = Awaited<ReturnType<Awaited<ReturnType<typeof openTestShops>>['newShop']>>;

interface Followed {
  ctx: Ctx;
  account: ReturnType<Carriers['account']>;
  orderId: string;
  address: string;
  key: string;
}

/** The four services, each with a number it follows and its codes for moving, delivered and gone wrong. */
export const providers = [
  ['17track', '1Z999AA10123456784', 'InTransit_Other', 'Delivered_Other', 'Exception_Lost'],
  ['aftership', '00340434161094022115', 'InTransit_003', 'Delivered_001', 'Exception_013'],
  ['easypost', '9400110898825022579493', 'in_transit.arrived_at_facility', 'delivered.arrived_at_destination', 'failure.lost'],
  ['karrio', '1Z999AA10123456784', 'in_transit', 'delivered', 'return_to_sender'],
] as const;

export const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

/** A shop with open parcels, the four services it may connect, and the door they push to. */
export async function openSourcesStage() {
  const { database, newShop } = await openTestShops();
  const sealer = createSealer([{ id: 'k1', key: randomBytes(32) }]);
  const log = createLog('silent', 'test');
  const carriers: Carriers = createCarriers();
  const services = await serveLocally(express().use(carriers.router));
  const original = globalThis.fetch;
  const reach = { down: false };
  globalThis.fetch = (input, init) => {
    const target = sandboxAddress(String(input), services.base);
    if (target && reach.down) return Promise.reject(new TypeError('fetch failed'));
    return original(target ?? input, init);
  };
  const clock = { now: () => new Date() };
  const shops = createShopRegistry({ database, clock, log, adminFor: () => ({ run: () => Promise.reject(new Error('Nothing here asks Shopify.')) }) });
  const door = createSourceDoor({ shops, database, sealer, clock, log });
  const appUrl = 'https://app.example.com';
  let orders = 1_000;

  const stage = {
    carriers,
    sealer,
    reach,
    database,
    /** A shop that has had the app since the beginning of the year. */
    async newShop(): Promise<Ctx> {
      const ctx = await newShop();
      return { ...ctx, shop: { ...ctx.shop, installedAt: new Date('2026-01-01T00:00:00Z') } };
    },
    /** An order with a sent parcel of each of these numbers, looked at; answers its id. */
    async ship(ctx: Ctx, ...numbers: string[]): Promise<string> {
      const id = String((orders += 1));
      const now = ctx.clock.now();
      const sent = fulfillment({ id: `9${id}`, orderId: id, numbers });
      sent.facts.created_at = new Date(now.getTime() - 3 * 86_400_000).toISOString();
      await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id }), sent], now));
      await refreshChangedParcels(ctx);
      return id;
    },
    /** Wants this order's parcels followed, as the refresh of parcels does. */
    async wantParcelsOf(ctx: Ctx, orderId: string): Promise<void> {
      const parcels = await ctx.tx((tx) => tx.parcels.findMany({ where: { order_id: orderId }, select: { number: true, carrier: true } }));
      await ctx.tx((tx) => wantFollowings(tx, parcels));
    },
    /** Connects a service whose account has that key; answers the address it is to push to. */
    async connect(ctx: Ctx, source: SourceKey, key: string, more: Record<string, string> = {}): Promise<string> {
      const form = new FormData();
      for (const [name, value] of Object.entries({ source, key, webhookSecret: `${key}-secret`, ...more })) form.set(name, value);
      const saved = await saveSource(ctx, sealer, form, 'Ada');
      if (!('saved' in saved)) throw new Error(JSON.stringify(saved));
      const [health] = (await ctx.tx((tx) => sourceHealth(tx, appUrl))).filter((one) => one.source === source);
      return health?.pushAddress ?? '';
    },
    /** What a service would push now, and how it signs it. */
    pushOf(source: SourceKey, key: string, number: string) {
      const account = carriers.account(source, key);
      const parcel = account.parcels.get(number);
      if (!parcel) throw new Error(`${source} does not follow ${number}`);
      return standIns[source].push(account, parcel);
    },
    /** Knocks at the door with it. */
    send: (source: string, address: string, { body, headers }: { body: string; headers: Record<string, string> }, method = 'POST') =>
      door(new Request(address, method === 'GET' ? { method } : { method, body, headers }), source),
    /** A shop with one parcel followed at the service. */
    async following(source: SourceKey, number: string): Promise<Followed> {
      const key = `${source}-${Math.random().toString(36).slice(2)}`;
      const ctx = await stage.newShop();
      const account = carriers.account(source, key, { webhookSecret: `${key}-secret` });
      const orderId = await stage.ship(ctx, number);
      const address = await stage.connect(ctx, source, key);
      await stage.wantParcelsOf(ctx, orderId);
      await stage.follow(ctx);
      return { ctx, account, orderId, address, key };
    },
    follow: (ctx: Ctx) => followParcels(ctx, sealer),
    drain: (ctx: Ctx) => drainReceipts(ctx, [sourceTopics]),
    health: (ctx: Ctx) => ctx.tx((tx) => sourceHealth(tx, appUrl)),
    followings: (ctx: Ctx) => ctx.tx((tx) => tx.followings.findMany({ orderBy: { number: 'asc' } })),
    scans: (ctx: Ctx, orderId: string) => ctx.tx((tx) => tx.scans.findMany({ where: { order_id: orderId }, orderBy: { happened_at: 'asc' } })),
    journal: (ctx: Ctx, orderId: string) => ctx.tx((tx) => tx.journal.findMany({ where: { order_id: orderId, dedupe_key: { startsWith: 'scan:' } }, orderBy: { happened_at: 'asc' } })),
    async close() {
      globalThis.fetch = original;
      await services.close();
      await database.close();
    },
  };
  return stage;
}
