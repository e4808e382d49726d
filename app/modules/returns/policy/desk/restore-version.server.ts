import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveDraft } from '../store/edit-draft.server.ts';
import { publishedPolicies } from '../store/policy-store.server.ts';
import { numberIn, said, type Asked } from './answer.server.ts';
import type { PolicyAnswer } from './views.ts';

/** Goes on writing from what an older version said; throws `not_found` where there is none of that number. */
export function restoreVersion(ctx: ShopContext, asked: string, { form, by }: Asked): Promise<PolicyAnswer> {
  return said(ctx, { did: 'restore', by }, async () => {
    const found = (await ctx.tx(publishedPolicies)).find(({ version }) => String(version) === asked);
    if (!found) throw notFound('version');
    await saveDraft(ctx, found.policy, { after: numberIn(form, 'after'), by });
  });
}
