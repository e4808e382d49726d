import { parseMoney } from '#app/kernel/money.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { mayStaff } from './staff-rights.server.ts';
import { staffSetting } from './staff-setting.ts';

/** Whose limit on which order; nobody's where the app does it by itself. */
interface About {
  orderId: string;
  staffId: string | null;
}

/**
 * How much of an order may be given beyond what was paid for it, in minor units of the currency its customer paid in: what the shop allows, and the order's
 * total to whoever may go beyond limits.
 */
export async function goodwillLimit(tx: ShopTx, { orderId, staffId }: About): Promise<number> {
  const { value } = await readSetting(tx, staffSetting);
  const order = await readTotals(tx, orderId);
  if (!order) return 0;
  const allowed = inPresentment(value.goodwill, order);
  return staffId !== null && (await mayStaff(tx, staffId, 'beyond_limit')) ? Math.max(allowed, order.totalPresentment) : allowed;
}

/** The most that one person may refund of an order without another who may go beyond limits, in the same units; null: any amount. */
export async function refundLimit(tx: ShopTx, { orderId, staffId }: About): Promise<number | null> {
  const { value } = await readSetting(tx, staffSetting);
  if (value.largestRefund === null || (staffId !== null && (await mayStaff(tx, staffId, 'beyond_limit')))) return null;
  const order = await readTotals(tx, orderId);
  return order ? inPresentment(value.largestRefund, order) : 0;
}

interface Totals {
  currency: string;
  total: number;
  totalPresentment: number;
}

async function readTotals(tx: ShopTx, orderId: string): Promise<Totals | null> {
  const row: { currency: string; total: bigint; total_presentment: bigint } | null = await tx.orders.findFirst({
    where: { id: orderId },
    select: { currency: true, total: true, total_presentment: true },
  });
  return row && { currency: row.currency, total: Number(row.total), totalPresentment: Number(row.total_presentment) };
}

/** The shop's amount at the rate the order itself was placed at; an order of nothing has none, and both currencies count alike. */
function inPresentment(amount: string, { currency, total, totalPresentment }: Totals): number {
  const { minor } = parseMoney(amount, currency);
  return total > 0 ? Math.floor((minor * totalPresentment) / total) : minor;
}
