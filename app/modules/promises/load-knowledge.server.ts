import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { peakSetting, stretchesOf } from '#app/modules/peak/index.pure.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { disruptionsSetting } from './disruptions.ts';
import type { PromiseKnowledge } from './knowledge.ts';
import { learnedOfRows, type LaneRow } from './lane-row.ts';
import { promiseRulesSetting } from './rules.ts';

/** All that dates and limits of a shop are reckoned from, at a moment. `zone` is the shop's. */
export async function loadKnowledge(tx: ShopTx, now: Date, zone: string): Promise<PromiseKnowledge> {
  const { value: rules } = await readSetting(tx, promiseRulesSetting);
  const { value: disruptions } = await readSetting(tx, disruptionsSetting);
  const { value: profiles } = await readSetting(tx, peakSetting);
  const rows = await tx.$queryRaw<LaneRow[]>(sql`select measure, carrier, service, origin, destination, samples, weight, quantiles from lanes`);
  return { now, zone, rules, disruptions, stretches: stretchesOf(profiles, zone), learned: learnedOfRows(rows), calendars: new Map() };
}
