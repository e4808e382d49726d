import { requestDetail, returnableOrder } from '#app/modules/returns/index.server.ts';
import { keepDraft, openDraft, type Draft } from './draft-store.server.ts';
import type { DraftState } from './draft.ts';
import { asGift } from './gift.ts';
import { giftScene } from './gift-scene.server.ts';
import type { Holder } from './portal-needs.ts';
import type { Scene } from './steps.ts';

/** What was chosen beside what the order allows for it. */
export interface Staged extends Scene {
  draft: Draft;
}

/** Reads the order's draft and judges it anew; null while the shop promises nothing. */
export async function readScene(holder: Holder, draft = holder.draft): Promise<Staged | null> {
  const judgement = await judged(holder, draft.state);
  return judgement && { draft, ...judgement, state: draft.state };
}

/** How often a change is tried again where somebody else kept something meanwhile. */
const tries = 4;

/** Keeps a change of what was chosen and judges the result; null while the shop promises nothing. `change` sees the order as it is, and may be asked again. */
export async function changeScene(holder: Holder, change: (scene: Scene) => DraftState | Promise<DraftState>): Promise<Staged | null> {
  const { ctx } = holder.proxy;
  for (let left = tries; ; left -= 1) {
    // Who came in first sees what they came in with; who is second reads it anew.
    const before = await readScene(holder, left === tries ? holder.draft : await newestDraft(holder));
    if (!before) return null;
    const wished = await change(before);
    const state = holder.gift ? asGift(wished) : wished;
    if (left === 0) return { ...before, state };
    const draft = await ctx.tx((tx) => keepDraft(tx, before.draft, state, ctx.clock.now()));
    if (!draft) continue;
    const judgement = isJudgedAlike(before.state, state) ? { order: before.order, gift: before.gift } : await judged(holder, state);
    return judgement && { draft, ...judgement, state };
  }
}

async function newestDraft({ proxy: { ctx }, orderId, gift, draft }: Holder): Promise<Draft> {
  return (await ctx.tx((tx) => openDraft(tx, { orderId, gift, now: ctx.clock.now() }))) ?? draft;
}

/** The order as it is for what was chosen: the policy may settle things by reason and quantity. */
async function judged(holder: Holder, { lines, replaces }: DraftState): Promise<Pick<Scene, 'order' | 'gift'> | null> {
  const { proxy: { ctx }, orderId } = holder;
  const changed = replaces === null ? null : await requestDetail(ctx, replaces);
  const order = await returnableOrder(ctx, orderId, lines, changed?.mayChange ? changed.returns.flatMap(({ returnId }) => returnId ?? []) : []);
  if (!order) return null;
  return holder.gift ? giftScene(holder, order) : { order, gift: null };
}

/** True where what the policy goes by has not changed. */
function isJudgedAlike(before: DraftState, after: DraftState): boolean {
  const facts = ({ lines, replaces }: DraftState) => JSON.stringify([replaces, lines.map(({ lineId, units, reasonId }) => [lineId, units, reasonId])]);
  return facts(before) === facts(after);
}
