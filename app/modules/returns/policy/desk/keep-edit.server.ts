import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { PolicyProblem } from '../policy-schema.ts';
import { baseRuleId } from '../policy.ts';
import { changedMeanwhile, saveDraft } from '../store/edit-draft.server.ts';
import { policyInWork } from '../store/policy-in-force.server.ts';
import { editPolicy, type EditedPolicy, type PolicyEdit } from './edit-policy.ts';
import { newRule, type PlacedProblem } from './views.ts';

/** What was edited is no sound policy, and was not kept. */
export class NotSound extends ExpectedError {
  readonly problems: PlacedProblem[];

  constructor(problems: PlacedProblem[]) {
    super('not_sound', 422, 'The policy is not sound.');
    this.problems = problems;
  }
}

/** Keeps one edit of what its writer saw as the draft's next step; had somebody else gone on from there, nothing is kept. */
export async function keepEdit(ctx: ShopContext, change: PolicyEdit & { isNew?: boolean }, { after, by }: { after: number; by: string | null }): Promise<void> {
  const { policy, revision } = await ctx.tx(policyInWork);
  if (revision !== after) throw changedMeanwhile();
  if ('id' in change && !change.isNew && !policy.rules.some(({ id }) => id === change.id)) throw notFound('rule');
  const edited = editPolicy(policy, change);
  const kept = await saveDraft(ctx, edited, { after, by });
  if ('problems' in kept) throw new NotSound(kept.problems.map((problem) => placed(problem, edited, change.isNew && 'id' in change ? change.id : null)));
}

/** `rules.2.when.0` is `when.0` of the third rule; a rule that is not kept yet has no id its writer knows. */
function placed({ path, problem }: PolicyProblem, { rules }: EditedPolicy, added: string | null): PlacedProblem {
  const [part, ...rest] = path.split('.');
  if (part === 'base') return { ruleId: baseRuleId, place: null, path: rest.join('.'), problem };
  if (part === 'transitDays') return { ruleId: baseRuleId, place: null, path: part, problem };
  const [at, ...within] = rest;
  const rule = part === 'rules' && at !== undefined ? rules[Number(at)] : undefined;
  return rule ? { ruleId: rule.id === added ? newRule : rule.id, place: Number(at) + 1, path: within.join('.'), problem } : { ruleId: null, place: null, path, problem };
}
