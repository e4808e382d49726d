import { dayIn } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { carrierName, isCarrierKey } from '#app/modules/carriers/index.server.ts';
import { latestBacktest } from '#app/modules/promises/index.server.ts';
import { contacts } from './contacts.server.ts';
import { deliveries } from './deliveries.server.ts';
import { exceptions } from './exceptions.server.ts';
import { keptPromises } from './kept-promises.server.ts';
import { losses } from './losses.server.ts';
import { reportChoices } from './report-choices.server.ts';
import { beganWithin, reportPeriod } from './report-period.ts';
import { gatherRows } from './gather-rows.ts';
import type { CarrierReport, ReportFilter } from './views.ts';

/** How carriers and lanes did over the last days, and what may be chosen to narrow it. */
export async function carrierReport(ctx: ShopContext, filter: ReportFilter): Promise<CarrierReport> {
  const { ianaTimezone: zone, installedAt } = ctx.shop;
  const now = ctx.clock.now();
  const period = reportPeriod(filter.days, zone, now);
  return ctx.tx(async (tx) => {
    const backtested = await latestBacktest(tx);
    const rows = gatherRows({
      deliveries: await deliveries(tx, period, filter),
      kept: await keptPromises(tx, period, filter, { zone, now }),
      losses: await losses(tx, period, filter),
      exceptions: await exceptions(tx, period, filter),
      contacts: await contacts(tx, period, filter),
      backtest: backtested?.report ?? null,
      points: period.points,
      filter,
    });
    const choices = await reportChoices(tx, period);
    const keys = [...choices.carriers, ...rows.carriers.map((row) => (row.level === 'carrier' ? row.carrier : null))];
    return {
      ...rows,
      from: period.from,
      to: period.to,
      step: period.step,
      watchedSince: beganWithin(period, installedAt) ? dayIn(zone, installedAt) : null,
      backtestedAt: backtested?.ranAt ?? null,
      carrierNames: Object.fromEntries(keys.flatMap((key) => (key !== null && isCarrierKey(key) ? [[key, carrierName(key)]] : []))),
      choices,
    };
  });
}
