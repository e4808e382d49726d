import { randomUUID } from 'node:crypto';
import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import type { Settlement } from '#app/modules/returns/policy/matters.ts';
import type { Rule } from '#app/modules/returns/policy/policy.ts';
import { addPublished } from '#app/modules/returns/policy/store/policy-store.server.ts';
import { planRequest, submitRequest, type ConfirmedWish, type Plan, type Shown, type WishedReturnLine } from '#app/modules/returns/index.server.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { openLedgerStage, type LedgerShop } from '../compensation/stage.ts';

export const tooSmall = '7';
export const other = '5';
export const label: WayBackChoice = { kind: 'label', placeId: null, carrier: null, trackingNumber: null };

/** Everything is offered, and nobody is asked. */
const open: Settlement = {
  ...defaultPolicy.base,
  store_credit: { offered: true, bonus: 10 },
  exchange: { offered: true },
  other_product: { offered: true },
  keep: { offered: true, below: 1_500 },
  warranty: { offered: true, days: 730 },
  approval: { by: 'nobody' },
};

/** Shops that promise something, with an order of three cups of 10.00. */
export async function openRequestsStage() {
  const stage = await openLedgerStage();
  return {
    /** A shop that promises nothing. */
    silent: () => stage.open(),
    async open({ base = {}, rules = [], through, placed = {} }: { base?: Partial<Settlement>; rules?: Rule[]; through?: (client: AdminClient) => AdminClient; placed?: OrderCreateInput } = {}) {
      const shop = await stage.open(through);
      await promise(shop.ctx, base, rules);
      const order = await shop.placeOrder(placed);
      return { ...shop, order, ...playOf(shop, order) };
    },
  };
}

/** Publishes a policy as a shop's next version. */
export async function promise(ctx: ShopContext, base: Partial<Settlement>, rules: Rule[] = []): Promise<void> {
  await ctx.tx(async (tx) => {
    const version = (await tx.returns_policy_versions.count()) + 1;
    await addPublished(tx, { version, policy: { ...defaultPolicy, rules, base: { ...open, ...base } }, publishedAt: ctx.clock.now(), publishedBy: null });
  });
}

/** What a customer can do about an order. */
export function playOf(shop: LedgerShop, order: OrderRecord) {
  const orderId = numericId('Order', order.id);
  const lineId = numericId('LineItem', order.lineItems[0]?.id ?? '');
  return {
    orderId,
    lineId,
    wish: (line: Partial<WishedReturnLine> = {}): WishedReturnLine => ({ lineId, units: 1, reasonId: tooSmall, note: '', answers: [], photos: [], outcome: 'refund', variantId: null, exception: null, ...line }),
    returns: (): ReturnRecord[] => [...shop.world.returns.where('order', order.id)],
    /** What a wish would mean; fails where it is refused. */
    async plan(lines: WishedReturnLine[], wayBack = label): Promise<Plan> {
      const planned = await planRequest(shop.known, { orderId, lines, wayBack });
      if (planned.is !== 'planned') throw new Error(JSON.stringify(planned));
      return planned;
    },
    submit: (lines: WishedReturnLine[], shown: Shown, more: Partial<ConfirmedWish> = {}, as: ShopContext = shop.ctx) =>
      submitRequest(as, { orderId, lines, wayBack: label, shown, requestKey: randomUUID(), locale: 'en', source: 'portal', actor: null, ...more }),
  };
}
export type RequestsShop = Awaited<ReturnType<Awaited<ReturnType<typeof openRequestsStage>>['open']>>;

/** Plans a wish and confirms what it shows. */
export async function confirmed(shop: RequestsShop, lines: WishedReturnLine[], more: Partial<ConfirmedWish> = {}): Promise<string> {
  const { shown } = await shop.plan(lines, more.wayBack ?? label);
  const answer = await shop.submit(lines, shown, more);
  if (answer.is !== 'made') throw new Error(JSON.stringify(answer));
  return answer.requestId;
}
