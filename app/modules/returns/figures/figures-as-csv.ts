import { decimalString } from '#app/kernel/money.ts';
import { csvLine } from '#app/ui/csv.ts';
import type { ItemFigures, ReturnFigures } from './views.ts';

const columns = [
  'level', 'month', 'product', 'variant', 'reason', 'orders', 'orders_with_return', 'units_sold', 'units_returned', 'return_rate', 'settled_returns', 'currency', 'refunded', 'store_credit', 'exchanged',
  'bonuses', 'fees', 'labels', 'label_cost', 'refunds', 'median_hours_to_refund', 'p90_hours_to_refund', 'refunded_within_24_hours',
] as const;
type Column = (typeof columns)[number];
type Row = Partial<Record<Column, string | number | null>>;

/** The figures as lines of CSV: months, then reasons, products and their variants. Columns are named alike in every language; what does not apply is empty. */
export async function* figuresAsCsv(figures: ReturnFigures): AsyncGenerator<string> {
  const line = (row: Row) => csvLine(columns.map((column) => row[column] ?? null));
  yield csvLine(columns);
  yield* monthRows(figures).map(line);
  yield* figures.reasons.map(({ reason, name, units }) => line({ level: 'reason', reason: name ?? reason, units_returned: units }));
  for (const product of figures.products) {
    yield line({ level: 'product', ...itemRow(product) });
    yield* product.variants.map((variant) => line({ level: 'variant', variant: variant.variantTitle, ...itemRow(variant) }));
  }
}

function monthRows({ currency, rateByMonth, moneyByMonth, labelsByMonth, timesByMonth }: ReturnFigures): Row[] {
  const amount = (minor: number) => decimalString({ minor, currency });
  return rateByMonth.map(({ month, orders, ordersBack, units, unitsBack }) => {
    const money = moneyByMonth.find((row) => row.month === month);
    const labels = labelsByMonth.find((row) => row.month === month);
    const times = timesByMonth.find((row) => row.month === month);
    return {
      level: 'month', month, orders, orders_with_return: ordersBack, units_sold: units, units_returned: unitsBack, return_rate: rateOf(unitsBack, units),
      ...(money && {
        settled_returns: money.returns, currency, refunded: amount(money.refunded), store_credit: amount(money.credited), exchanged: amount(money.exchanged), bonuses: amount(money.bonus), fees: amount(money.fees),
      }),
      ...(labels && { labels: labels.labels, label_cost: amount(labels.cost) }),
      ...(times && { refunds: times.refunded, median_hours_to_refund: rounded(times.median), p90_hours_to_refund: rounded(times.ninety), refunded_within_24_hours: times.withinDay }),
    };
  });
}

function itemRow({ title, units, unitsBack, reasons: [first] }: ItemFigures): Row {
  return { product: title, reason: first ? (first.name ?? first.reason) : null, units_sold: units, units_returned: unitsBack, return_rate: rateOf(unitsBack, units) };
}

function rateOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Number((part / whole).toFixed(4));
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(2));
}
