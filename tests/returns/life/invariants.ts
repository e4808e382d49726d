import { expect } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { goodwillLimit, type LivedShop } from './shop.ts';

/** What was ever given back of the order at Shopify, in minor units: refunds on payments and as store credit, and gifts of credit. */
function givenAtShopify({ shop, order }: LivedShop): { refunded: number; gifts: number } {
  const transactions = shop.world.orders.get(order.id)?.transactions ?? [];
  const refunded = transactions.filter(({ kind, status }) => kind === 'REFUND' && status === 'SUCCESS').reduce((sum, { amount }) => sum + amount.presentment.minor, 0);
  const credits = shop.world.storeCreditAccounts.where('customer', order.customerId ?? '').flatMap(({ transactions: rows }) => rows);
  return { refunded, gifts: credits.filter(({ event }) => event === 'ADJUSTMENT').reduce((sum, { amount }) => sum + amount.minor, 0) };
}

/** What no moment may break: nothing beyond what was paid and the limit, no unit twice. */
export function expectNothingTwice(lived: LivedShop): void {
  const { shop, order } = lived;
  const paid = order.transactions.filter(({ kind }) => kind === 'SALE').reduce((sum, { amount }) => sum + amount.presentment.minor, 0);
  const { refunded, gifts } = givenAtShopify(lived);
  expect(refunded, 'refunded').toBeLessThanOrEqual(paid);
  expect(refunded + gifts, 'refunded with gifts').toBeLessThanOrEqual(paid + goodwillLimit);
  for (const line of order.lineItems) {
    const back = shop.world.refunds.where('order', order.id).flatMap(({ lineItems }) => lineItems).filter(({ lineItemId }) => lineItemId === line.id);
    expect(back.reduce((sum, { quantity }) => sum + quantity, 0), `units of ${line.title}`).toBeLessThanOrEqual(line.quantity);
  }
}

/** The ledger's money is Shopify's: what it holds as given for refunds is what our own processing refunded, and nothing is held for what ended. */
export async function expectLedgerIsShopify(lived: LivedShop): Promise<void> {
  const { shop, orderId, order } = lived;
  const entries = await shop.ctx.tx((tx) => tx.compensations.findMany({ where: { order_id: orderId } }));
  const ours = new Set(entries.flatMap(({ shopify_id }) => shopify_id ?? []));
  const byUs = shop.world.refunds.where('order', order.id).filter(({ id }) => ours.has(id));
  const transactions = shop.world.orders.get(order.id)?.transactions ?? [];
  const refunded = byUs.flatMap(({ transactionIds }) => transactionIds).reduce((sum, id) => sum + (transactions.find((row) => row.id === id)?.amount.presentment.minor ?? 0), 0);
  const given = entries.filter(({ state, road }) => state === 'given' && (road === 'refund' || road === 'store_credit')).reduce((sum, { amount }) => sum + Number(amount), 0);
  expect(given, 'given in the ledger').toBe(refunded);
  expect(entries.filter(({ state }) => state === 'reserved'), 'still reserved').toEqual([]);
  const gifts = entries.filter(({ state, road }) => state === 'given' && road === 'goodwill').reduce((sum, { amount }) => sum + Number(amount), 0);
  expect(gifts, 'gifts in the ledger').toBe(givenAtShopify(lived).gifts);
}

/** What the app shows is what Shopify has. */
export async function expectMirrorIsShopify({ shop, order }: LivedShop): Promise<void> {
  const rows = await shop.ctx.tx((tx) => tx.returns.findMany({ select: { id: true, status: true }, orderBy: { id: 'asc' } }));
  const shopifys = shop.world.returns.where('order', order.id).map(({ id, status }) => ({ id: numericId('Return', id), status: status.toLowerCase() }));
  expect(rows).toEqual(shopifys.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** How often the app itself gave something. */
export async function givenByUs({ shop, orderId }: LivedShop): Promise<{ refunds: number; gifts: number }> {
  const entries = await shop.ctx.tx((tx) => tx.compensations.findMany({ where: { order_id: orderId, state: 'given' } }));
  return { refunds: entries.filter(({ road }) => road !== 'goodwill').length, gifts: entries.filter(({ road }) => road === 'goodwill').length };
}
