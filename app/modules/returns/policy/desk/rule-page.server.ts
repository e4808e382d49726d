import { numericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { AdminLocale } from '#app/kernel/locales.ts';
import { PolicyChoicesDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayReadReturns } from '../../may-read-returns.ts';
import { baseRuleId, type Policy, type Rule } from '../policy.ts';
import { policyInWork } from '../store/policy-in-force.server.ts';
import { nameReason } from '../text/say-condition.ts';
import { policyWords } from '../text/words.ts';
import { newRule, type Choice, type RulePageView } from './views.ts';

/** A rule, or what holds in general, with what can be chosen for it; throws `not_found` for a rule that is not there. */
export async function rulePage(ctx: ShopContext, locale: AdminLocale, id: string): Promise<RulePageView> {
  const { policy, revision } = await ctx.tx(policyInWork);
  const rule = id === baseRuleId || id === newRule ? null : ruleOf(policy, id);
  return {
    revision,
    rule,
    place: (rule ? policy.rules.indexOf(rule) : policy.rules.length) + 1,
    rules: policy.rules.length,
    base: policy.base,
    transitDays: policy.transitDays,
    ...(await choices(ctx, locale)),
  };
}

function ruleOf(policy: Policy, id: string): Rule {
  const found = policy.rules.find((rule) => rule.id === id);
  if (!found) throw notFound('rule');
  return found;
}

/** The shop's places, and Shopify's reasons by the reader's word for each. */
async function choices(ctx: ShopContext, locale: AdminLocale): Promise<{ locations: Choice[]; reasons: Choice[] }> {
  const { locations, returnReasonDefinitions } = await ctx.admin.run(PolicyChoicesDocument, { withReasons: mayReadReturns(ctx.shop) });
  const words = policyWords([locale], ctx.shop.currency);
  return {
    locations: locations.nodes.map(({ id, name }) => ({ value: numericId('Location', id), name })),
    reasons: (returnReasonDefinitions?.nodes ?? []).map(({ handle, name }) => ({ value: handle, name: nameReason({ value: handle, name }, words) })),
  };
}
