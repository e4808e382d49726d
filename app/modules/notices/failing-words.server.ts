import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noticeKinds, type NoticeKind } from './kinds.ts';
import { ownLanguages } from './own-words/words-store.server.ts';

/** The kinds of which a merchant's own words could not be sent, in whatever language, until newer ones are saved. */
export async function failingWords(ctx: ShopContext): Promise<NoticeKind[]> {
  const own = await ctx.tx(ownLanguages);
  return noticeKinds.filter((kind) => own.some((one) => one.kind === kind && one.failed));
}
