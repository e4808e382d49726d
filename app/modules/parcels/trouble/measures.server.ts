import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { loadKnowledge, type PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { troubleThresholdsSetting, type TroubleThresholds } from './thresholds.ts';

/** What troubles are judged by, read once for a round. */
export interface Measures {
  knowledge: PromiseKnowledge;
  thresholds: TroubleThresholds;
  now: Date;
}

/** The measures as they stand now. */
export function readMeasures(ctx: ShopContext): Promise<Measures> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => ({
    now,
    knowledge: await loadKnowledge(tx, now, ctx.shop.ianaTimezone),
    thresholds: (await readSetting(tx, troubleThresholdsSetting)).value,
  }));
}
