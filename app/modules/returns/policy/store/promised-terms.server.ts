import { remembered } from '#app/kernel/remembered.ts';
import { minute } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Policy } from '../policy.ts';
import { sayTerms } from '../text/say-rule.ts';
import { policyWords } from '../text/words.ts';
import { publishedPolicies } from './policy-store.server.ts';

/** Every visit of the storefront asks, and a shop publishes seldom: what is known is good for a minute. */
const known = remembered<{ policy: Policy | null; until: number }>(5_000);

/** What the policy that is published promises in general of time and cost, in one sentence of the best language; null where nothing is promised. */
export async function promisedTerms(ctx: ShopContext, wishes: readonly (string | null)[]): Promise<string | null> {
  const policy = await newestPolicy(ctx);
  return policy && sayTerms(policy.base, policyWords(wishes, ctx.shop.currency));
}

async function newestPolicy(ctx: ShopContext): Promise<Policy | null> {
  const key = `${ctx.shop.id} ${ctx.shop.domain}`;
  const now = ctx.clock.now().getTime();
  const found = known.get(key);
  if (found && found.until > now) return found.policy;
  const policy = (await ctx.tx(publishedPolicies)).at(-1)?.policy ?? null;
  known.set(key, { policy, until: now + minute });
  return policy;
}
