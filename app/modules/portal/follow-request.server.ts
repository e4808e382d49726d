import { notFound } from '#app/kernel/errors.ts';
import { labelLinks, labelsOf, type LabelView } from '#app/modules/labels/index.server.ts';
import { cancelRequest, requestDetail, whatIsOwed, type RequestView } from '#app/modules/returns/index.server.ts';
import { draftOf, type DraftState } from './draft.ts';
import type { PortalAnswer, ReturnLabel } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { changeScene } from './scene.server.ts';
import { showStep } from './show-step.server.ts';
import { wayTaken } from './ways-to-go.server.ts';

type Notice = Extract<PortalAnswer, { kind: 'request' }>['notice'];

/** How a request of the order stands. Throws `not_found` for any other's. */
export async function followRequest(holder: Holder, requestId: string, notice: Notice): Promise<PortalAnswer> {
  const view = await requestOf(holder, requestId);
  const { needs, proxy: { ctx } } = holder;
  const labels = await ctx.tx(async (tx) => {
    const all: LabelView[] = [];
    for (const { returnId } of view.returns) if (returnId !== null) all.push(...(await labelsOf(tx, returnId)));
    return all.filter(({ current, state }) => current && state === 'ready');
  });
  const seen = [...new Map(labels.map((label) => [label.id, label])).values()].map((label) => labelFor(holder, label, needs.secrets[0]));
  return { kind: 'request', key: holder.key, view, labels: seen, way: view.sends ? await wayTaken(holder, view) : null, owed: view.shown.owed > 0 ? await whatIsOwed(ctx, view.orderId) : null, notice };
}

/** Asks once more, then takes a request back. */
export async function cancelInPortal(holder: Holder, requestId: string, isSure: boolean): Promise<PortalAnswer> {
  const view = await requestOf(holder, requestId);
  if (!view.mayCancel) return followRequest(holder, requestId, view.state === 'cancelled' ? null : 'request.cannotCancel');
  if (!isSure) return { kind: 'cancel', key: holder.key, view };
  const { needs, proxy: { ctx } } = holder;
  const taken = await needs.limits.take('return-act', `${ctx.shop.id}:${holder.orderId}`);
  if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
  const { is } = await cancelRequest(ctx, requestId, { key: `portal:${requestId}` });
  return followRequest(holder, requestId, is === 'too_late' ? 'request.cannotCancel' : null);
}

/** Begins anew with what was asked for; it stays as it is until the change is confirmed. */
export async function changeInPortal(holder: Holder, requestId: string): Promise<PortalAnswer> {
  const view = await requestOf(holder, requestId);
  if (!view.mayChange) return followRequest(holder, requestId, 'request.cannotCancel');
  const staged = await changeScene(holder, ({ state }): DraftState => (state.replaces === view.id ? state : draftOf(view)));
  return staged ? showStep(holder, staged, 'items') : { kind: 'closed', key: null };
}

async function requestOf({ proxy: { ctx }, orderId }: Holder, requestId: string): Promise<RequestView> {
  const view = await requestDetail(ctx, requestId);
  if (view.orderId !== orderId) throw notFound('request');
  return view;
}

function labelFor({ proxy: { ctx } }: Holder, label: LabelView, secret: string): ReturnLabel {
  const { file, page, qr } = labelLinks(ctx.shop, label, secret);
  return { id: label.id, label: page ?? file, qr, carrier: label.carrier, number: label.number };
}
