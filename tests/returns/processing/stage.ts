import { randomUUID } from 'node:crypto';
import { numericId } from '#app/kernel/ids.ts';
import { returnViews } from '#app/modules/returns/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import type { FoundUnits } from '#app/modules/returns/processing/finding.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { AdminApiError, OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ReturnCreateInput } from '#sandbox/world/commands/return-create.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import type { OrderRecord, ReturnRecord, VariantRecord } from '#sandbox/world/records.ts';
import type { LedgerShop } from '../../compensation/stage.ts';
import { addReturn, addVariant, firstLocation, only, shippedLineIds, TOO_SMALL } from '../../sandbox/world/shop-in-memory.ts';

/** Three mugs of 10.00 that arrived, of which some are to come back with a fee of ten percent; known to the app. */
export interface Play {
  shop: LedgerShop;
  order: OrderRecord;
  record: ReturnRecord;
  variant: VariantRecord;
  /** The app's number of the return, of its line, and of the shop's place. */
  id: string;
  lineId: string;
  place: string;
}

interface Staged {
  quantity?: number;
  fee?: number;
  order?: OrderCreateInput;
  back?: Partial<ReturnCreateInput>;
}

export async function playReturn(shop: LedgerShop, { quantity = 3, fee = 10, order: more = {}, back = {} }: Staged = {}): Promise<Play> {
  const variant = addVariant(shop.world);
  const order = await shop.placeOrder({ lineItems: [{ variantId: variant.id, quantity: 3 }], ...more });
  const line = { fulfillmentLineItemId: only(shippedLineIds(shop.world, order)), quantity, returnReasonDefinitionId: TOO_SMALL, ...(fee > 0 ? { restockingFee: { percentage: fee } } : {}) };
  const record = addReturn(shop.world, order, { returnLineItems: [line], ...back });
  await know(shop, order);
  return { shop, order, record, variant, id: numericId('Return', record.id), lineId: numericId('ReturnLineItem', record.lineItems[0]?.id ?? ''), place: numericId('Location', firstLocation(shop.world).id) };
}

/** Lets the app read the returns of an order, as after a webhook. */
export const know = (shop: LedgerShop, order: OrderRecord) => readReturnsOf(shop.known, numericId('Order', order.id));

export const found = ({ lineId, place }: Play, part: Partial<FoundUnits> = {}): FoundUnits => ({
  lineId, quantity: 1, finding: 'good', grade: 'as_new', disposition: 'RESTOCKED', locationId: place, accepted: true, refusal: null, note: null, ...part,
});

export const receive = (play: Play, rows: readonly FoundUnits[], { key = randomUUID() as string, ctx = play.shop.ctx as ShopContext } = {}) => receiveUnits(ctx, { returnId: play.id, key, rows, by: null });

export async function viewOf({ shop, id }: Play) {
  const [view] = await shop.ctx.tx((tx) => returnViews(tx, { id }));
  if (!view) throw new Error('no return');
  return view;
}

export const stockOf = ({ shop, variant }: Play) => shop.world.variants.get(variant.id)?.stock[0]?.available;
export const worksOf = ({ shop, record }: Play) => shop.world.reverseFulfillmentOrders.where('return', record.id);

/** A way to Shopify on which the first answers to writes are lost: before Shopify heard of them, or after it did them. */
export function losing(when: 'before' | 'after', times = 1) {
  const left = { times };
  return (client: AdminClient): AdminClient => ({
    async run(document, variables) {
      const isLost = JSON.stringify(document).includes('"operation":"mutation"') && (left.times -= 1) >= 0;
      if (isLost && when === 'before') throw new OutcomeUnknown('test', null);
      const answer = await client.run(document, variables);
      if (isLost) throw new OutcomeUnknown('test', null);
      return answer;
    },
  });
}

/** Shopify's budget for questions is full again after a second; the app's own client waits for it. */
export async function patiently(shop: LedgerShop, work: (ctx: ShopContext) => Promise<unknown>): Promise<void> {
  const run: AdminClient['run'] = async (document, variables) => {
    for (;;) {
      try {
        return await shop.ctx.admin.run(document, variables);
      } catch (error) {
        if (!(error instanceof AdminApiError && error.has('THROTTLED'))) throw error;
        shop.pass(0.1);
      }
    }
  };
  await work({ ...shop.ctx, admin: { run } });
}
