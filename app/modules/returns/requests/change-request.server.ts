import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { notFound } from '#app/kernel/errors.ts';
import { chainOfRequest } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { holdForRequest } from '../exchanges/holds/hold-for-request.server.ts';
import { beginWithdrawal, carryOut, withdrawalOf } from './cancel-request.server.ts';
import { keepRequest } from './keep-request.server.ts';
import { planRequest } from './plan-request.server.ts';
import { requestDetail } from './request-detail.server.ts';
import type { Planned, Problem, RequestView, Submitted, WishedReturnLine } from './request.ts';
import { goOn, isAsShown, lockOrder, requestOfKey, tooMany, wayBackOf, type ConfirmedWish } from './submit-request.server.ts';

/** What is changed, and to what. */
export type ChangedWish = Omit<ConfirmedWish, 'orderId'>;

/** What became of a change. `too_late`: what was asked for before is on its way, or somebody has worked on it; it stays. */
export type Changed = Submitted | { is: 'too_late' };

/** What another wish in the place of a request would mean; the units of that are counted as free. */
export async function planChange(ctx: ShopContext, requestId: string, wish: { lines: readonly WishedReturnLine[]; wayBack: WayBackChoice; gift?: boolean }): Promise<Planned> {
  const view = await requestDetail(ctx, requestId);
  return planRequest(ctx, { ...wish, orderId: view.orderId }, returnsOf(view));
}

/** Puts another wish in the place of a request: its returns are cancelled, then the new ones are made, in one chain for each key. */
export async function changeRequest(ctx: ShopContext, requestId: string, wish: ChangedWish): Promise<Changed> {
  const view = await requestDetail(ctx, requestId);
  const { orderId } = view;
  const known = await ctx.tx((tx) => requestOfKey(tx, { requestKey: wish.requestKey, orderId }));
  if (known) return finish(ctx, view, known, wish.requestKey);
  if (!view.mayChange) return { is: 'too_late' };
  const freed = returnsOf(view);
  const plan = await planRequest(ctx, { ...wish, orderId, gift: wish.source === 'gift' }, freed);
  if (plan.is !== 'planned') return plan;
  if (!isAsShown(plan.shown, wish.shown)) return { is: 'moved', now: plan.shown };
  const gone = await holdForRequest(ctx, { wish: wish.requestKey, orderId, lines: plan.lines, inPlaceOf: view.id });
  if (gone.length > 0) return { is: 'refused', problems: gone };
  const begun = await ctx.tx(async (tx): Promise<{ requestId: string } | { problems: Problem[] } | 'too_late'> => {
    await lockOrder(tx, orderId);
    const meanwhile = await requestOfKey(tx, { requestKey: wish.requestKey, orderId });
    if (meanwhile) return { requestId: meanwhile };
    const problems = await tooMany(tx, orderId, plan, freed);
    if (problems.length > 0) return { problems };
    const at = ctx.clock.now();
    const successor = await keepRequest(tx, { ...wish, orderId, plan, wayBack: wayBackOf(plan, { ...wish, orderId }), replaces: view.id, at });
    if (!(await beginWithdrawal(tx, view, { key: wish.requestKey, successor, at }))) throw new TooLate();
    return { requestId: successor };
  }).catch((error: unknown) => {
    if (error instanceof TooLate) return 'too_late' as const;
    throw error;
  });
  if (begun === 'too_late') return { is: 'too_late' };
  return 'problems' in begun ? { is: 'refused', problems: begun.problems } : finish(ctx, view, begun.requestId, wish.requestKey);
}

/** Somebody else took the request back while this was written down: nothing of it is kept. */
class TooLate extends Error {}

async function finish(ctx: ShopContext, view: RequestView, requestId: string, requestKey: string): Promise<Changed> {
  const withdrawal = await ctx.tx((tx) => chainOfRequest(tx, withdrawalOf(requestKey)));
  if (!withdrawal) throw notFound('request');
  const { is } = await carryOut(ctx, withdrawal, view);
  if (is === 'too_late') return { is };
  return is === 'cancelling' ? { is: 'making', requestId } : goOn(ctx, requestId, view.orderId);
}

function returnsOf({ returns }: RequestView): string[] {
  return returns.flatMap(({ returnId }) => returnId ?? []);
}
