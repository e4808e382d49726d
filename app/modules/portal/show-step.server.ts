import { planChange, planRequest, type Problem } from '#app/modules/returns/index.server.ts';
import { emptyFound, exchangeOffers, type Searched } from './exchange-offers.server.ts';
import type { Held, PortalAnswer } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { problemOfWish } from './problem-of-wish.ts';
import type { Staged } from './scene.server.ts';
import { askedOf, chosenLines, hasStep, problemsAt, reachable, stepAfter, wishOf, type Step, type StepProblem } from './steps.ts';
import { wayOf, waysToGo } from './ways-to-go.server.ts';

interface Shown {
  problems?: StepProblem[];
  /** The item that photos and answers are asked for. */
  lineId?: string;
  searched?: Searched;
  notice?: Extract<PortalAnswer, { step: 'review' }>['notice'];
}

/** A step as it stands, or the first before it that is not whole. What Shopify has to say is asked for the review alone. */
export async function showStep(holder: Holder, staged: Staged, wished: Step, { problems = [], lineId, searched = emptyFound, notice = null }: Shown = {}): Promise<PortalAnswer> {
  const asked = wished === 'outcomes' && !hasStep(wished, staged) ? stepAfter(wished, staged) : wished;
  const step = problems.length > 0 ? asked : reachable(asked, staged);
  const held: Held = { key: holder.key, draft: { id: staged.draft.id, revision: staged.draft.revision } };
  const at = { kind: 'step', held, scene: { order: staged.order, state: staged.state, gift: staged.gift }, problems } as const;
  switch (step) {
    case 'items':
    case 'reasons':
    case 'outcomes':
      return { ...at, step };
    case 'exchange':
      return { ...at, step, offers: await exchangeOffers(holder, staged, searched) };
    case 'evidence':
      return { ...at, step, lineId: lineId ?? evidenceLines(staged)[0] ?? '' };
    case 'back':
      return { ...at, step, ways: await waysToGo(holder, staged) };
    case 'review':
      return showReview(holder, staged, held, notice);
  }
}

/** The items that photos or answers are asked for, those that still lack some first. */
export function evidenceLines(staged: Staged): string[] {
  const asked = chosenLines(staged).filter((each) => askedOf(each).mayShow || askedOf(each).questions.length > 0).map(({ chosen }) => chosen.lineId);
  const lacking = new Set(problemsAt('evidence', staged).map(({ lineId }) => lineId));
  return asked.toSorted((one, other) => Number(lacking.has(other)) - Number(lacking.has(one)));
}

async function showReview(holder: Holder, staged: Staged, held: Held, notice: Shown['notice']): Promise<PortalAnswer> {
  const { orderId, gift, needs, proxy: { ctx } } = holder;
  const lines = wishOf(staged);
  if (!lines) return showStep(holder, staged, 'items');
  const { kind, placeId } = wayOf(staged.state);
  const ways = hasStep('back', staged) ? await waysToGo(holder, staged) : [];
  const way = ways.find(({ choice }) => choice.kind === kind && choice.placeId === placeId) ?? null;
  // What the shop offered may have changed since it was chosen.
  if (ways.length > 0 && !way) return showStep(holder, staged, 'back', { problems: [{ lineId: null, is: 'back.missing' }] });
  const taken = await needs.limits.take('return-review', `${ctx.shop.id}:${orderId}`);
  if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
  const wish = { lines, wayBack: wayOf(staged.state), gift };
  const { replaces } = staged.state;
  const planned = replaces === null ? await planRequest(ctx, { ...wish, orderId }) : await planChange(ctx, replaces, wish);
  if (planned.is === 'refused') return showRefusal(holder, staged, planned.problems);
  if (planned.is === 'different') return { kind: 'different', held };
  return { kind: 'step', step: 'review', held, scene: { order: staged.order, state: staged.state, gift: staged.gift }, plan: planned, way, notice: notice ?? null };
}

/** Leads to the step at which something stands in the way, with what it is. */
export function showRefusal(holder: Holder, staged: Staged, refused: readonly Problem[]): Promise<PortalAnswer> {
  const problems = refused.map(problemOfWish);
  const step = problems[0]?.step ?? 'items';
  return showStep(holder, staged, step, { problems: problems.filter((each) => each.step === step).map(({ problem }) => problem) });
}
