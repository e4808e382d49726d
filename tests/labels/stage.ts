import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { saveLabelAccount } from '#app/modules/labels/accounts/save-label-account.server.ts';
import { actOnLabel, beginWayBack, labelChains, labelsOf, waysBackSetting, type LabelNeeds, type WaysBack } from '#app/modules/labels/index.server.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { staffSetting } from '#app/modules/staff/staff-setting.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { numericId } from '#app/kernel/ids.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { LabelAccount, LabelService } from '#sandbox/labels/index.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { approve, askForReturn, hear, idOf, openReturnsShop } from '../returns/stage.ts';
import { addDelivered } from '../sandbox/returns/returned-order.ts';

export const berlin = { firstName: 'Nell', lastName: 'Brandt', address1: 'Torstraße 1', city: 'Berlin', zip: '10119', countryCode: 'DE' } as const;
export const choice = (kind: WayBackChoice['kind'], more: Partial<WayBackChoice> = {}): WayBackChoice => ({ kind, placeId: null, carrier: null, trackingNumber: null, ...more });

/** A shop with returns, the two services it may buy labels from, and the chains that do it. */
export async function openLabelsStage() {
  const shop = await openReturnsShop();
  const { ctx: opened, world, stage, app } = shop;
  const ctx: ShopContext = opened;
  const needs: LabelNeeds = { sealer: createSealer([{ id: 'k1', key: randomBytes(32) }]), files: createDiskStore(mkdtempSync(join(tmpdir(), 'labels-'))), secrets: ['a-secret-of-the-tests'] };
  const kinds = labelChains(() => needs);
  const base = stage.sandbox.urls.base;
  const [place] = world.locations.all();
  if (!place) throw new Error('no location');
  world.change((change) => change.put('locations', { ...place, address: { ...place.address, address1: 'Lagerweg 5', city: 'Hamburg', zip: '20095', countryCode: 'DE' } }));
  const control = (service: LabelService) => `${base}/control/labels/${service}/demo-${service}-key`;

  const labels = {
    ...shop,
    ctx,
    needs,
    kinds,
    /** Changes the merchant's account at a service. */
    async change(service: LabelService, change: Partial<LabelAccount>): Promise<void> {
      const answer = await fetch(control(service), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    account: async (service: LabelService) => (await (await fetch(control(service))).json()) as LabelAccount,
    async offer(change: Partial<WaysBack>): Promise<void> {
      const { value, version } = await ctx.tx((tx) => readSetting(tx, waysBackSetting));
      await changeSetting(ctx, waysBackSetting, { value: { ...value, ...change }, version, by: null });
    },
    async connect(service: LabelService, key = `demo-${service}-key`) {
      const form = new FormData();
      form.set('key', key);
      return saveLabelAccount(ctx, needs.sealer, service, form, 'Ada');
    },
    /** A return that is asked for, or open, of an order that went to this address. */
    async returned({ open = true, address = berlin, units = 1 }: { open?: boolean; address?: Record<string, string>; units?: number } = {}): Promise<{ order: OrderRecord; record: ReturnRecord; orderId: string; returnId: string }> {
      const order = addDelivered(world, {
        email: 'nell@example.com',
        shippingAddress: address,
        lineItems: [{ title: 'Cup', quantity: 3, requiresShipping: true, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } }],
      });
      await fetchOrder(ctx, { orderId: numericId('Order', order.id) });
      const asked = askForReturn(world, order, units);
      const record = open ? approve(world, asked) : asked;
      await hear(ctx, world, open ? 'returns/approve' : 'returns/request', record.id);
      return { order, record, orderId: idOf(order), returnId: idOf(record) };
    },
    approve: (record: ReturnRecord) => approve(world, record),
    /** Another open return of the same order. */
    async another({ order }: { order: OrderRecord }): Promise<{ record: ReturnRecord; returnId: string }> {
      const record = approve(world, askForReturn(world, order));
      await hear(ctx, world, 'returns/approve', record.id);
      return { record, returnId: idOf(record) };
    },
    /** Somebody of the shop who may look and no more. */
    async lookOnly(id: string): Promise<void> {
      const { value, version } = await ctx.tx((tx) => readSetting(tx, staffSetting));
      await changeSetting(ctx, staffSetting, { value: { ...value, people: { ...value.people, [id]: 'look_only' } }, version, by: null });
    },
    begin: ({ orderId, returnId }: { orderId: string; returnId: string }, how: WayBackChoice, more: { open?: boolean; requestId?: string } = {}) =>
      ctx.tx((tx) => beginWayBack(tx, { orderId, returnId, requestId: more.requestId ?? null, choice: how, locationId: null, open: more.open ?? true, by: null, at: ctx.clock.now() })),
    /** Takes every chain of labels as far as it goes. */
    async work(): Promise<void> {
      for (let more = true; more; ) {
        const chains = await ctx.tx((tx) => tx.chains.findMany({ where: { kind: { startsWith: 'labels.' }, state: 'running' }, select: { id: true, kind: true, updated_at: true } }));
        const before = JSON.stringify(await ctx.tx((tx) => tx.chains.findMany({ select: { id: true, step: true, state: true } })));
        for (const { id } of chains) await advanceChain(ctx, kinds, id);
        more = before !== JSON.stringify(await ctx.tx((tx) => tx.chains.findMany({ select: { id: true, step: true, state: true } })));
      }
    },
    /** What people of the shop do about the label of a return. */
    act(returnId: string, fields: Record<string, Blob | string>, by: string | null = null) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return actOnLabel(ctx, form, { returnId, needs, by });
    },
    hear: (topic: string, subject: string) => hear(ctx, world, topic, subject),
    pass: (minutes: number) => void (app.clock.offset += minutes * 60_000),
    labels: (returnId: string) => ctx.tx((tx) => labelsOf(tx, returnId)),
    async label(returnId: string) {
      const [first] = await labels.labels(returnId);
      if (!first) throw new Error('no label');
      return first;
    },
    deliveries: (record: ReturnRecord) => world.reverseFulfillmentOrders.where('return', record.id).flatMap(({ id }) => world.reverseDeliveries.where('reverseFulfillmentOrder', id)),
  };
  return labels;
}
export type LabelsStage = Awaited<ReturnType<typeof openLabelsStage>>;
