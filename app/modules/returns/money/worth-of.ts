import { numericId } from '#app/kernel/ids.ts';
import type { OrderWorth } from '#app/modules/compensation/index.server.ts';
import { lineTotal, type OrderMoney } from './order-money.ts';
import { sumOf } from './portion.ts';

/** What of an order could be given back at most, as the ledger counts: each line with its tax and duties, and all that was received. */
export function worthOf({ id, currency, taxesIncluded, lines, received, netPayment }: OrderMoney): OrderWorth {
  return {
    orderId: numericId('Order', id),
    currency,
    received,
    refunded: received - netPayment,
    lines: lines.map((line) => ({
      lineId: numericId('LineItem', line.id),
      worth: lineTotal(line) + (taxesIncluded ? 0 : line.tax) + sumOf(line.duties.map(({ amount }) => amount)),
      quantity: line.quantity,
      gone: line.gone,
    })),
  };
}
