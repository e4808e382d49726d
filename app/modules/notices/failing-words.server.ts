import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { furtherKinds, type WordedKind } from './further/further-kinds.ts';
import { noticeKinds } from './kinds.ts';
import { ownLanguages } from '#app/modules/own-words/index.server.ts';

/** The kinds of which a merchant's own words could not be sent, in whatever language, until newer ones are saved. */
export async function failingWords(ctx: ShopContext): Promise<WordedKind[]> {
  const own = await ctx.tx(ownLanguages);
  return [...noticeKinds, ...furtherKinds].filter((kind) => own.some((one) => one.kind === kind && one.failed));
}
