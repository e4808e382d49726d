import { notFound } from '#app/kernel/errors.ts';
import type { AdminLocale } from '#app/kernel/locales.ts';
import { staffView } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { newestDraft, publishedPolicies } from '../store/policy-store.server.ts';
import { policyWords } from '../text/words.ts';
import { headOf, saidChanges, saidPolicy } from './said-policy.ts';
import type { SaidChange, SaidPolicy, VersionHead } from './views.ts';

/** A version as it was published, and in what it differed from the one before. */
export interface VersionPageView {
  head: VersionHead;
  policy: SaidPolicy;
  changes: SaidChange[];
  isNewest: boolean;
  /** Of the draft that would begin with it; 0 where there is none. */
  revision: number;
}

/** Reads one version, however old; throws `not_found` where there is none of that number. */
export async function versionPage(ctx: ShopContext, locale: AdminLocale, asked: string): Promise<VersionPageView> {
  const { draft, published } = await ctx.tx(async (tx) => ({ draft: await newestDraft(tx), published: await publishedPolicies(tx) }));
  const at = published.findIndex(({ version }) => String(version) === asked);
  const found = published[at];
  if (!found) throw notFound('version');
  const words = policyWords([locale], ctx.shop.currency);
  const before = published[at - 1]?.policy ?? found.policy;
  return { head: headOf(found, (await staffView(ctx, null)).people), policy: saidPolicy(found.policy, words), changes: saidChanges(before, found.policy, words), isNewest: at === published.length - 1, revision: draft?.revision ?? 0 };
}
