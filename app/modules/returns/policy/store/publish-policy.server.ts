import { isDeepStrictEqual } from 'node:util';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defaultPolicy } from '../default-policy.ts';
import { changedMeanwhile } from './edit-draft.server.ts';
import { addPublished, dropDrafts, newestDraft, publishedPolicies, type PublishedPolicy } from './policy-store.server.ts';

/** Makes the draft the policy from now on. Orders bought before keep the version they have. */
export async function publishPolicy(ctx: ShopContext, { after, by }: { after: number; by: string | null }): Promise<PublishedPolicy> {
  return ctx.tx(async (tx) => {
    const draft = await newestDraft(tx);
    if (draft?.revision !== after) throw changedMeanwhile();
    const last = (await publishedPolicies(tx)).at(-1);
    if (isDeepStrictEqual(last?.policy, draft.policy)) throw new ExpectedError('unchanged', 409, 'This is the policy that is published.');
    const next = { version: (last?.version ?? 0) + 1, policy: draft.policy, publishedAt: ctx.clock.now(), publishedBy: by };
    if (!(await addPublished(tx, next))) throw changedMeanwhile();
    await dropDrafts(tx);
    return next;
  });
}

/** Promises what a shop begins with, unless it has promised something already. Asked before the first customer is told what may come back. */
export async function publishDefault(ctx: ShopContext): Promise<void> {
  await ctx.tx(async (tx) => {
    const published = await publishedPolicies(tx);
    if (published.length === 0) await addPublished(tx, { version: 1, policy: defaultPolicy, publishedAt: ctx.clock.now(), publishedBy: null });
  });
}
