import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { receiptSetting } from '#app/modules/problems/index.server.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import type { WordedKind } from './further/further-kinds.ts';
import { isNoticeKind } from './kinds.ts';
import { isOn, noticesSetting, rulesOf } from './notices-setting.ts';

/** Switches a kind on or off. Switched on, it tells what happens from now on; switching it to what it is changes nothing. Nobody is asked for a review that can be written nowhere. */
export async function switchNotice(ctx: ShopContext, { kind, on, by }: { kind: string; on: boolean; by: string | null }): Promise<{ kind: WordedKind; on: boolean } | { needs: 'link' }> {
  if (kind === 'problem_received') return switchReceipt(ctx, on, by);
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  const { value, version } = await ctx.tx((tx) => readSetting(tx, noticesSetting));
  if (kind === 'review' && on && rulesOf(value, kind).reviewUrl === null) return { needs: 'link' };
  if (isOn(value, kind) !== on) {
    const choice = { on, since: ctx.clock.now().toISOString() };
    await changeSetting(ctx, noticesSetting, { value: { ...value, kinds: { ...value.kinds, [kind]: choice } }, version, by });
  }
  return { kind, on };
}

async function switchReceipt(ctx: ShopContext, on: boolean, by: string | null): Promise<{ kind: WordedKind; on: boolean }> {
  const { value, version } = await ctx.tx((tx) => readSetting(tx, receiptSetting));
  if (value.on !== on) await changeSetting(ctx, receiptSetting, { value: { on }, version, by });
  return { kind: 'problem_received', on };
}
