import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { allCarriers } from '#app/modules/parcels/index.server.ts';
import { connections } from '#app/modules/sending/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { countAudience } from './count-audience.server.ts';
import { isNoticeKind, type NoticeKind } from './kinds.ts';
import { noticesSetting, rulesOf } from './notices-setting.ts';
import type { RulesView } from './views.ts';
import { unconnectedWays } from './ways/way.ts';
import { chosenWays, waysSetting } from './ways/ways-setting.ts';

/** When a kind is told, to whom and by what, and how many of the last 30 days' orders that takes in. */
export function rulesView(ctx: ShopContext, kind: string, house: { hasHouseSms: boolean }): Promise<RulesView> {
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  return ctx.tx((tx) => readRules(tx, ctx, kind, house));
}

async function readRules(tx: ShopTx, ctx: ShopContext, kind: NoticeKind, house: { hasHouseSms: boolean }): Promise<RulesView> {
  const setting = await readSetting(tx, noticesSetting);
  const ways = await readSetting(tx, waysSetting);
  const rules = rulesOf(setting.value, kind);
  return {
    kind,
    rules: { value: rules, version: setting.version },
    unconnected: unconnectedWays(await connections(tx, house)),
    ways: { value: { ways: [...chosenWays(ways.value, kind)] }, version: ways.version },
    count: rules.audience.length > 0 ? await countAudience(tx, rules.audience, ctx.clock.now()) : null,
    carriers: allCarriers(),
  };
}
