import type { AdminLocale } from '#app/kernel/locales.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { staffView } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayActOnReturns } from '../../may-read-returns.ts';
import { defaultPolicy } from '../default-policy.ts';
import { portalSetting } from '../portal/portal-setting.ts';
import { triedSince } from '../replay/try-policy.server.ts';
import { newestDraft, publishedPolicies } from '../store/policy-store.server.ts';
import { sayPolicy } from '../text/say-rule.ts';
import { policyWords } from '../text/words.ts';
import { headOf, saidChanges, saidPolicy } from './said-policy.ts';
import { shopifyFees } from './shopify-fees.server.ts';
import type { PolicyPageView } from './views.ts';

/** The policy as its merchant writes it: every rule as a sentence, what is not published yet, and what was. */
export async function policyPage(ctx: ShopContext, locale: AdminLocale): Promise<PolicyPageView> {
  const { draft, published, portal, fees } = await ctx.tx(async (tx) => {
    const published = await publishedPolicies(tx);
    const fees = await shopifyFees(tx, triedSince(ctx.clock.now()), published.at(-1)?.policy ?? defaultPolicy);
    return { draft: await newestDraft(tx), published, portal: await readSetting(tx, portalSetting), fees };
  });
  const { people } = await staffView(ctx, null);
  const words = policyWords([locale], ctx.shop.currency);
  const last = published.at(-1)?.policy ?? null;
  const policy = draft?.policy ?? last ?? defaultPolicy;
  return {
    policy: saidPolicy(policy, words),
    draft: draft && { revision: draft.revision, madeAt: draft.madeAt, madeBy: draft.madeBy },
    changes: draft ? saidChanges(last ?? defaultPolicy, draft.policy, words) : [],
    versions: published.map((each) => headOf(each, people)).reverse(),
    portal: {
      open: portal.value.open,
      version: portal.version,
      needs: !mayActOnReturns(ctx.shop) ? 'access' : draft && !last ? 'publish' : null,
      promise: sayPolicy(last ?? defaultPolicy, 'customer', policyWords([ctx.shop.locales[0] ?? null, locale], ctx.shop.currency)),
      page: `${ctx.shop.primaryUrl}/apps/aftercare/returns`,
    },
    shopifyFees: fees,
  };
}
