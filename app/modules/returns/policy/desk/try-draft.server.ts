import { ExpectedError } from '#app/kernel/errors.ts';
import type { AdminLocale } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { Place } from '../replay/past-returns.server.ts';
import { triedSince, tryPart } from '../replay/try-policy.server.ts';
import { newestDraft, publishedPolicies } from '../store/policy-store.server.ts';
import { policyWords } from '../text/words.ts';
import { saidChanges } from './said-policy.ts';
import { saidTrial } from './said-trial.ts';
import type { TrialAnswer } from './trial.ts';
import type { SaidChange } from './views.ts';

/** A part is answered within seconds: a thousand returns. */
const pagesOfPart = 5;

/** What there is to be tried: the changes that are not published, and how many returns they are tried on. */
export interface TrialPageView {
  /** Of the draft; 0 where there is none. */
  revision: number;
  changes: SaidChange[];
  returns: number;
  isFirst: boolean;
}

/** What would be tried, and on what. */
export async function trialPage(ctx: ShopContext, locale: AdminLocale): Promise<TrialPageView> {
  return ctx.tx(async (tx) => {
    const draft = await newestDraft(tx);
    const last = (await publishedPolicies(tx)).at(-1);
    const returns = await tx.returns.count({ where: { status: { not: 'canceled' }, created_at: { gt: triedSince(ctx.clock.now()) } } });
    const changes = draft ? saidChanges(last?.policy ?? defaultPolicy, draft.policy, policyWords([locale], ctx.shop.currency)) : [];
    return { revision: draft?.revision ?? 0, changes, returns, isFirst: last === undefined };
  });
}

/**
 * Tries the draft on some of the shop's past returns, held against what is published; the rest is asked for by `next`. Writes nothing. Refused
 * where the draft is not the one any more that was being tried.
 */
export async function tryDraft(ctx: ShopContext, locale: AdminLocale, { after, from }: { after: number; from: string | null }): Promise<TrialAnswer> {
  const { draft, before } = await ctx.tx(async (tx) => ({ draft: await newestDraft(tx), before: (await publishedPolicies(tx)).at(-1)?.policy ?? defaultPolicy }));
  if (draft?.revision !== after) return { refused: 'conflict' };
  const { report, next } = await tryPart(ctx, { before, edited: draft.policy, from: from === null ? null : placeOf(from), pages: pagesOfPart });
  return { ...saidTrial(report, policyWords([locale], ctx.shop.currency)), next: next && `${next.askedAt.getTime()}.${next.id}` };
}

function placeOf(text: string): Place {
  const [, at, id] = /^(\d{1,15})\.(\d{1,20})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) throw new ExpectedError('bad_cursor', 400, 'There is no such place among the returns.');
  return { askedAt: new Date(Number(at)), id };
}
