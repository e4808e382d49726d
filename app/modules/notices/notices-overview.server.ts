import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { furtherOverview } from './further/further-overview.server.ts';
import { noticeKinds } from './kinds.ts';
import { hasOwnRules, isOn, noticesSetting } from './notices-setting.ts';
import { ownLanguages } from '#app/modules/own-words/index.server.ts';
import { kindFigures } from './store.server.ts';
import type { NoticeSummary } from './views.ts';

/** So far back the overview counts. */
const period = 30 * day;

/** Every kind, whether it is told, and what became of it in the last 30 days. */
export function noticesOverview(ctx: ShopContext): Promise<NoticeSummary[]> {
  return ctx.tx(async (tx) => {
    const { value: setting } = await readSetting(tx, noticesSetting);
    const figures = new Map((await kindFigures(tx, after(ctx.clock.now(), -period))).map((row) => [row.kind, row]));
    const own = await ownLanguages(tx);
    const notices = noticeKinds.map((kind) => {
      const ofKind = own.filter((one) => one.kind === kind);
      const { queued = 0, held = 0, failed = 0 } = figures.get(kind) ?? {};
      return { kind, on: isOn(setting, kind), told: queued, held, failed, ownLanguages: [...new Set(ofKind.map(({ locale }) => locale))], wordsFailed: ofKind.some((one) => one.failed), ownRules: hasOwnRules(setting, kind) };
    });
    return [...notices, ...(await furtherOverview(tx, ctx, own, period))];
  });
}
