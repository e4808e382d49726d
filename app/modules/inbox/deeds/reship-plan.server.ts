import { createHash } from 'node:crypto';
import { roomLeft, type Compensation, type Room } from '#app/modules/compensation/index.server.ts';
import { worthOf, type OrderMoney } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { askedOrNull } from './asked-or-null.ts';
import type { MoneyRights } from './money-rights.server.ts';
import { linesToReship, orderToReship, whyNotAgain, type OrderToReship, type Units } from './order-to-reship.server.ts';
import { planRefund } from './refund-plan.server.ts';

/** An order whose goods may be sent again: its goods, and its money, as Shopify told them just now. */
export interface FoundToReship {
  order: OrderToReship;
  money: OrderMoney;
}

/** What sending units again would count. */
export interface ReshipPlan {
  /** What they are worth. */
  amount: number;
  /** What of it was given already: it is goodwill. */
  beyond: number;
  /** What may be given of the order's money before anything of this. */
  room: Room;
  wanted: Compensation[];
  /** Stands for all that was shown: where it goes, what, what it counts, and what was left before: what was shown in two windows goes out once. */
  shown: string;
}

/** Reads an order that may be sent again; null where Shopify shows none. */
export async function findToReship(ctx: ShopContext, orderId: string): Promise<FoundToReship | null> {
  const order = await orderToReship(ctx.admin, orderId);
  const plan = order && (await askedOrNull(planRefund(ctx.admin, { orderId, units: [], shipping: false, amount: null, to: 'store_credit' })));
  return plan ? { order, money: plan.order } : null;
}

/** Why nothing of an order is sent again: nothing was paid for it, all of it went back, or what `whyNotAgain` says. Null where it may be. */
export function reshipObstacle({ order, money }: FoundToReship): ReturnType<typeof whyNotAgain> | 'refunded' | 'unpaid' {
  const why = whyNotAgain(order);
  if (why === 'cancelled') return why;
  if (money.received <= 0) return 'unpaid';
  return money.netPayment <= 0 ? 'refunded' : why;
}

/** Counts what units are worth, first of what is left of their line and of the order, the rest as goodwill. Null where they are not there to be sent. */
export async function planReship(tx: ShopTx, { order, money }: FoundToReship, units: readonly Units[], { goodwill }: Pick<MoneyRights, 'goodwill'>): Promise<ReshipPlan | null> {
  const worth = worthOf(money);
  const room = await roomLeft(tx, worth, goodwill);
  const sendable = linesToReship(order);
  let left = room.order.plain;
  const shares: { lineId: string; quantity: number; plain: number; beyond: number }[] = [];
  for (const { id, quantity } of units) {
    const [line, sold] = [sendable.find((row) => row.id === id), worth.lines.find(({ lineId }) => lineId === id)];
    if (!line?.variantId || quantity > line.sent || !sold || shares.some(({ lineId }) => lineId === id)) return null;
    // Rounded down, so that units sent one by one are never more than all at once.
    const amount = Math.floor((sold.worth * quantity) / sold.quantity);
    const plain = Math.min(amount, left, room.lines.get(id)?.plain ?? 0);
    left -= plain;
    shares.push({ lineId: id, quantity, plain, beyond: amount - plain });
  }
  const sum = (of: 'beyond' | 'plain') => shares.reduce((total, share) => total + share[of], 0);
  const [plain, beyond] = [sum('plain'), sum('beyond')];
  const wanted: Compensation[] = [
    { road: 'reship', amount: plain, lines: shares.map((share) => ({ lineId: share.lineId, quantity: share.quantity, amount: share.plain })) },
    ...(beyond > 0 ? [{ road: 'goodwill' as const, amount: beyond, lines: shares.filter((share) => share.beyond > 0).map((share) => ({ lineId: share.lineId, quantity: 0, amount: share.beyond })) }] : []),
  ];
  const shown = createHash('sha256').update(JSON.stringify([order.shippingAddress, shares, room.order])).digest('base64url');
  return { amount: plain + beyond, beyond, room: room.order, wanted, shown };
}
