import { parseMoney } from '#app/kernel/money.ts';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayActOnReturns } from '../may-read-returns.ts';
import { processChain } from '../money/process-chain.server.ts';
import { processReturn } from '../money/process-return.server.ts';
import { processable, type Processable } from '../processing/processable.server.ts';
import { processingOf } from '../processing/refund-view.server.ts';
import { agreedOf } from '../requests/agreed-of.server.ts';
import type { AgreedReturn } from '../requests/request.ts';
import { inPresentment } from '../requests/roads.ts';
import { exchangeSetting } from './exchange-setting.ts';

/**
 * Sends what was agreed in exchange as soon as its return is open, where the shop wants that and bears the risk: only returns that are exchanged as a
 * whole, for which no money goes back, up to the value the shop set, and of which nobody has begun to process any.
 */
export async function sendAtOnce(ctx: ShopContext, { orderId }: { orderId: string }): Promise<void> {
  const { value: rules } = await ctx.tx((tx) => readSetting(tx, exchangeSetting));
  if (rules.send !== 'at_once' || !mayActOnReturns(ctx.shop)) return;
  const { open, most } = await ctx.tx(async (tx) => ({
    open: await tx.returns.findMany({ where: { order_id: orderId, status: 'open' }, select: { id: true } }),
    most: await mostOf(tx, ctx.shop.currency, orderId, rules.atOnceUpTo),
  }));
  for (const { id } of open) {
    const agreed = await ctx.tx((tx) => agreedOf(tx, id));
    if (agreed) await sendWhole(ctx, agreed, await processable(ctx, id), most);
  }
}

async function sendWhole(ctx: ShopContext, agreed: AgreedReturn, found: Processable, most: number): Promise<void> {
  const { view, units, exchanges } = found;
  if ( exchanges.length === 0 || valueOf(found) > most || agreed.shown.refund > 0) return;
  const isSwapped = agreed.lines.every(({ outcome }) => outcome === 'exchange' || outcome === 'other_product');
  if (!isSwapped || [...view.lines, ...view.exchangeLines].some(({ processed }) => processed > 0)) return;
  const all = { units: units.map(({ lineId, left }) => ({ id: lineId, quantity: left })), exchanges: exchanges.map(({ id, left }) => ({ id, quantity: left })), to: agreed.to, shipping: false };
  const begun = await processReturn(ctx, {
    ...processingOf(found, all),
    dispositions: [],
    creditExpiresAt: null,
    notify: false,
    shown: { refund: 0, owed: agreed.shown.owed },
    bonus: null,
    goodwillLimit: 0,
    requestKey: `returns.at-once:${view.id}`,
    source: 'job',
    actor: null,
  });
  if (begun.state === 'begun') await advanceChain(ctx, [processChain], begun.chainId);
  else ctx.log.info({ returnId: view.id, state: begun.state }, 'an exchange was not sent at once');
}

/** What leaves before anything is there for it; without end where its price is not known. */
function valueOf({ exchanges }: Processable): number {
  return exchanges.reduce((sum, { left, agreed }) => sum + (agreed ? agreed.unitPrice * left : Number.POSITIVE_INFINITY), 0);
}

/** The most that may leave at once, in what the order was paid in. */
async function mostOf(tx: ShopTx, currency: string, orderId: string, amount: string): Promise<number> {
  const order = await tx.orders.findFirst({ where: { id: orderId }, select: { currency: true, presentment_currency: true, total: true, total_presentment: true } });
  return order ? inPresentment(parseMoney(amount, currency).minor, order) : 0;
}
