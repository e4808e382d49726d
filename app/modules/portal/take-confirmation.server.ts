import { changeRequest, submitRequest, type Shown } from '#app/modules/returns/index.server.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { findDraft, settleDraft, type Draft } from './draft-store.server.ts';
import { followRequest } from './follow-request.server.ts';
import type { PortalAnswer } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { readScene, type Staged } from './scene.server.ts';
import { showRefusal, showStep } from './show-step.server.ts';
import { reachable, wishOf } from './steps.ts';
import { wayOf } from './ways-to-go.server.ts';

/**
 * Takes what was confirmed, once however often it is sent. What was changed in another window since, or comes to other amounts than were seen, is
 * shown anew; the amounts in the form are held against what it means now, and are nothing else.
 */
export async function takeConfirmation(holder: Holder, fields: URLSearchParams): Promise<PortalAnswer> {
  const { proxy: { ctx }, needs, orderId, gift } = holder;
  const sent = await ctx.tx((tx) => findDraft(tx, { orderId, gift, id: (fields.get('draft') ?? '').slice(0, 64) }));
  if (sent?.requestId) return followRequest(holder, sent.requestId, null);
  const staged = await readScene(holder);
  if (!staged) return { kind: 'closed', key: null };
  const { draft } = staged;
  if (draft.id !== sent?.id || String(draft.revision) !== fields.get('revision')) return showStep(holder, staged, 'review', { notice: 'review.changed' });
  if (reachable('review', staged) !== 'review') return showStep(holder, staged, 'review');
  const taken = await needs.limits.take('return-act', `${ctx.shop.id}:${orderId}`);
  if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
  return begin(holder, staged, draft, shownIn(fields));
}

async function begin(holder: Holder, staged: Staged, draft: Draft, shown: Shown): Promise<PortalAnswer> {
  const { proxy: { ctx }, orderId, own } = holder;
  const { state, order } = staged;
  const locale = bestLocale([...own, order.locale, ...ctx.shop.locales], customerLocales);
  const wish = { orderId, lines: wishOf(staged) ?? [], wayBack: wayOf(state), shown, requestKey: draft.id, locale, source: holder.gift ? ('gift' as const) : ('portal' as const), actor: null };
  const submitted = state.replaces === null ? await submitRequest(ctx, wish) : await changeRequest(ctx, state.replaces, wish);
  switch (submitted.is) {
    case 'made':
    case 'making':
      await ctx.tx((tx) => settleDraft(tx, draft, submitted.requestId));
      return followRequest(holder, submitted.requestId, null);
    case 'moved':
      return showStep(holder, staged, 'review', { notice: 'review.moved' });
    case 'different':
      return { kind: 'different', held: { key: holder.key, draft } };
    case 'too_late':
      return followRequest(holder, state.replaces ?? '', 'request.cannotCancel');
    case 'refused':
      return showRefusal(holder, staged, submitted.problems);
  }
}

function shownIn(fields: URLSearchParams): Shown {
  const amount = (name: string) => Number(fields.get(name) ?? Number.NaN);
  return { refund: amount('refund'), owed: amount('owed'), bonus: amount('bonus'), currency: (fields.get('currency') ?? '').slice(0, 3) };
}
