import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { figuresPeriod, type FigureMonths } from './figures-period.ts';
import { findings } from './findings.ts';
import { labelCosts } from './label-costs.server.ts';
import { money } from './money.server.ts';
import { productFigures, reasonCounts } from './product-figures.ts';
import { rates } from './rates.server.ts';
import { reasons, soldUnits } from './reasons.server.ts';
import { times } from './times.server.ts';
import type { LabelFigures, Rate, RefundTimes, ReturnFigures, ReturnMoneyFigures } from './views.ts';

const noRate: Rate = { orders: 0, ordersBack: 0, units: 0, unitsBack: 0 };
const noMoney: ReturnMoneyFigures = { returns: 0, refunded: 0, credited: 0, exchanged: 0, bonus: 0, fees: 0 };
const noLabels: LabelFigures = { labels: 0, cost: 0, inOtherCurrencies: 0 };
const noTimes: RefundTimes = { refunded: 0, median: null, ninety: null, withinDay: 0 };

/** What the shop's returns of the last months come to. */
export async function returnFigures(ctx: ShopContext, months: FigureMonths): Promise<ReturnFigures> {
  const { currency, ianaTimezone } = ctx.shop;
  const period = figuresPeriod(months, ianaTimezone, ctx.clock.now());
  const read = await ctx.tx(async (tx) => ({
    rates: await rates(tx, period),
    reasons: await reasons(tx, period),
    sold: await soldUnits(tx, period),
    money: await money(tx, period, currency),
    labels: await labelCosts(tx, period, currency),
    times: await times(tx, period),
  }));
  const inEach = <Row extends object>(rows: readonly (Row & { month: string | null })[], none: Row) => period.months.map((month) => ({ ...none, ...rows.find((row) => row.month === month), month }));
  const rateByMonth = inEach(read.rates, noRate);
  const labelsByMonth = inEach(read.labels, noLabels);
  const moneyByMonth = inEach(read.money, noMoney);
  return {
    months,
    currency,
    rate: totalOf(rateByMonth, noRate),
    rateByMonth,
    findings: findings(read.reasons),
    reasons: reasonCounts(read.reasons),
    products: productFigures(read.reasons, read.sold),
    money: totalOf(moneyByMonth, noMoney),
    moneyByMonth,
    labels: totalOf(labelsByMonth, noLabels),
    labelsByMonth,
    times: timesOf(read.times.find(({ month }) => month === null)),
    timesByMonth: inEach(read.times, noTimes),
  };
}

/** The sum of all months, figure by figure. */
function totalOf<Figures extends { [figure in keyof Figures]: number }>(rows: readonly Figures[], none: Figures): Figures {
  const total = { ...none };
  for (const row of rows) for (const figure in none) total[figure] = (total[figure] + row[figure]) as Figures[typeof figure];
  return total;
}

function timesOf(row: RefundTimes | undefined): RefundTimes {
  return row ? { refunded: row.refunded, median: row.median, ninety: row.ninety, withinDay: row.withinDay } : noTimes;
}
