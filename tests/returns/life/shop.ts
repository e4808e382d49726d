import { randomUUID } from 'node:crypto';
import { numericId } from '#app/kernel/ids.ts';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import type { Policy } from '#app/modules/returns/policy/policy.ts';
import { followApprovals } from '#app/modules/returns/requests/approve-exchange.server.ts';
import { saveDraft } from '#app/modules/returns/policy/store/edit-draft.server.ts';
import { publishPolicy } from '#app/modules/returns/policy/store/publish-policy.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { staffSetting } from '#app/modules/staff/staff-setting.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { chainKinds } from '#app/wiring/chain-kinds.server.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import type { LedgerShop } from '../../compensation/stage.ts';
import { addVariant, customLine, firstLocation } from '../../sandbox/world/shop-in-memory.ts';

/** What may be given beyond what was paid: room for the bonus of store credit. */
export const goodwillLimit = 500;

/** Everything is offered; what is too small comes back by itself, everything else asks a person. */
const generous: Policy = {
  ...defaultPolicy,
  rules: [{ id: 'small', when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'too-small', name: 'Too small' }] }], settles: { approval: { by: 'nobody' } } }],
  base: {
    ...defaultPolicy.base,
    store_credit: { offered: true, bonus: 10 },
    exchange: { offered: true },
    keep: { offered: true, below: 1_500 },
    warranty: { offered: true, days: 730 },
    fee: { percent: 10, waived: ['exchange', 'store_credit'] },
  },
};

/** A shop with one delivered order of two mugs and a pot, whose returns are lived through. */
export interface LivedShop {
  shop: LedgerShop;
  order: OrderRecord;
  orderId: string;
  /** Mug and pot, by the app's numbers of the order's lines. */
  lineIds: string[];
  /** Of the mug: what it may be exchanged for. */
  variantId: string;
  place: string;
}

export async function openLife(shop: LedgerShop): Promise<LivedShop> {
  const { known } = shop;
  const draft = await saveDraft(known, generous, { after: 0, by: null });
  if ('problems' in draft) throw new Error(JSON.stringify(draft.problems));
  await publishPolicy(known, { after: draft.saved, by: null });
  await changeSetting(known, staffSetting, { value: { ...staffSetting.initial, goodwill: '5.00' }, version: 0, by: null });
  const mug = addVariant(shop.world);
  const order = await shop.placeOrder({ lineItems: [{ variantId: mug.id, quantity: 2 }, customLine('30.00')] });
  return {
    shop,
    order,
    orderId: numericId('Order', order.id),
    lineIds: order.lineItems.map(({ id }) => numericId('LineItem', id)),
    variantId: numericId('ProductVariant', mug.id),
    place: numericId('Location', firstLocation(shop.world).id),
  };
}

/** What Shopify tells the app sooner or later: the order and its returns as they stand. */
export async function hear({ shop, order, orderId }: LivedShop): Promise<void> {
  await shop.mirror(order);
  await readReturnsOf(shop.known, orderId);
  await followApprovals(shop.known, orderId);
}

/** Lets the jobs of all chains run that have something to do. */
export async function runJobs(ctx: ShopContext): Promise<void> {
  const open = await ctx.tx((tx) => tx.chains.findMany({ where: { state: 'running' }, orderBy: { created_at: 'asc' }, select: { id: true } }));
  for (const { id } of open) await advanceChain(ctx, chainKinds, id);
}

/** A new form. */
export const newKey = (): string => randomUUID();
