import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { buyerHistory, deniedDeliveries, emptyBoxes, returnsOf } from './buyer-history.server.ts';
import { signalsSetting } from './signals-setting.ts';
import type { Buyer, BuyerHistory, Signal } from './views.ts';
import type { SignalRules } from './signals-setting.ts';

const mostEvidence = 10;
/** One may well be right. */
const fewestDenied = 2;

/** Who placed an order: what they sent back so far, and what a person should know before they decide. Null where no customer is known. */
export async function buyerOf(ctx: ShopContext, { orderId }: { orderId: string }): Promise<Buyer | null> {
  return ctx.tx(async (tx) => {
    const order: { customer_id: string | null } | null = await tx.orders.findFirst({ where: { id: orderId }, select: { customer_id: true } });
    const customerId = order?.customer_id ?? null;
    if (customerId === null) return null;
    const history = await buyerHistory(tx, customerId);
    return { customerId, currency: ctx.shop.currency, history, signals: await signalsOf(tx, customerId, history) };
  });
}

async function signalsOf(tx: ShopTx, customerId: string, history: BuyerHistory): Promise<Signal[]> {
  const { value: rules } = await readSetting(tx, signalsSetting);
  const customer: { tags: string[] } | null = await tx.customers.findFirst({ where: { id: customerId }, select: { tags: true } });
  const noted: { reason: string; noted_at: Date } | null = await tx.noted_buyers.findFirst({ where: { customer_id: customerId } });
  const denied = await deniedDeliveries(tx, customerId, mostEvidence);
  const empty = await emptyBoxes(tx, customerId, mostEvidence);
  const tags = listed(customer?.tags ?? [], rules.tags);
  return [
    ...(noted ? [{ is: 'noted' as const, reason: noted.reason, at: noted.noted_at }] : []),
    ...(tags.length > 0 ? [{ is: 'blocked_tag' as const, tags }] : []),
    ...(empty.length > 0 ? [{ is: 'empty_box' as const, evidence: empty }] : []),
    ...(denied.length >= fewestDenied ? [{ is: 'denied_delivery' as const, evidence: denied }] : []),
    ...(isRepeatReturner(history, rules) ? [{ is: 'repeat_returner' as const, evidence: await returnsOf(tx, customerId, mostEvidence) }] : []),
  ];
}

/** True for somebody who sends back as much, of as many orders, as the merchant wants to be pointed to. */
export function isRepeatReturner({ units, unitsBack, ordersBack }: Pick<BuyerHistory, 'units' | 'unitsBack' | 'ordersBack'>, { share, orders }: Pick<SignalRules, 'share' | 'orders'>): boolean {
  return ordersBack >= orders && unitsBack * 100 >= units * share;
}

/** The customer's tags that the merchant listed; Shopify tells tags apart without regard to capitals. */
function listed(tags: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(wanted.map((tag) => tag.toLowerCase()));
  return tags.filter((tag) => known.has(tag.toLowerCase()));
}
