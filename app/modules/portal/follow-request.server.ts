import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { labelLinks, labelsOf, noteNumber, type LabelView } from '#app/modules/labels/index.server.ts';
import { cancelRequest, requestDetail, whatIsOwed, type RequestView } from '#app/modules/returns/index.server.ts';
import { draftOf, isTrackingNumber, type DraftState } from './draft.ts';
import { asRecipient } from './gift.ts';
import type { OwnParcel, PortalAnswer, ReturnLabel } from './portal-answer.ts';
import type { Holder } from './portal-needs.ts';
import { changeScene } from './scene.server.ts';
import { showStep } from './show-step.server.ts';
import { wayTaken } from './ways-to-go.server.ts';

type Notice = Extract<PortalAnswer, { kind: 'request' }>['notice'];

/** How a request of the order stands. Throws `not_found` for any other's. */
export async function followRequest(holder: Holder, requestId: string, notice: Notice, typed: OwnParcel | null = null): Promise<PortalAnswer> {
  const view = await requestOf(holder, requestId);
  const { needs, proxy: { ctx } } = holder;
  const labels = await ctx.tx(async (tx) => {
    const all: LabelView[] = [];
    // What came, or need not come, is not sent any more.
    for (const { returnId, state } of view.returns) if (returnId !== null && (state === 'send' || state === 'travelling')) all.push(...(await labelsOf(tx, returnId)));
    return [...new Map(all.filter(({ current }) => current).map((label) => [label.id, label])).values()];
  });
  const own = labels.find(({ maker }) => maker === 'customer');
  const parcel = view.state === 'send' && own ? (typed ?? { carrier: own.carrier ?? '', number: own.number ?? '', isWrong: false }) : null;
  const seen = labels.filter(({ state }) => state === 'ready').map((label) => labelFor(holder, label, needs.secrets[0]));
  return { kind: 'request', key: holder.key, view, labels: seen, way: view.sends ? await wayTaken(holder, view) : null, own: parcel, owed: view.shown.owed > 0 ? await whatIsOwed(ctx, view.orderId) : null, notice };
}

/** Keeps under which number the customer's own parcel comes back. */
export async function numberInPortal(holder: Holder, requestId: string, fields: URLSearchParams): Promise<PortalAnswer> {
  const { needs, orderId, proxy: { ctx } } = holder;
  const view = await requestOf(holder, requestId);
  const text = (name: string) => (fields.get(name) ?? '').trim().slice(0, 60);
  const typed = { carrier: text('carrier'), number: text('tracking') };
  if (!isTrackingNumber(typed.number)) return followRequest(holder, requestId, null, { ...typed, isWrong: true });
  const taken = await needs.limits.take('return-act', `${ctx.shop.id}:${orderId}`);
  if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
  try {
    for (const { returnId } of view.returns) if (returnId !== null) await noteNumber(ctx, { returnId, ...typed });
  } catch (error) {
    // Its label is made by a job: until then there is nothing to note it on.
    if (error instanceof ExpectedError && error.status === 404) return followRequest(holder, requestId, 'request.notNow', { ...typed, isWrong: false });
    throw error;
  }
  return followRequest(holder, requestId, 'request.told');
}

/** Asks once more, then takes a request back. */
export async function cancelInPortal(holder: Holder, requestId: string, isSure: boolean): Promise<PortalAnswer> {
  const view = await requestOf(holder, requestId);
  if (!view.mayCancel) return followRequest(holder, requestId, view.state === 'cancelled' || view.state === 'replaced' ? null : 'request.cannotCancel');
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

/** The recipient of a gift sees what recipients asked for, and nothing of the customer's. */
async function requestOf({ proxy: { ctx }, orderId, gift }: Holder, requestId: string): Promise<RequestView> {
  const view = await requestDetail(ctx, requestId);
  if (view.orderId !== orderId || (gift && view.source !== 'gift')) throw notFound('request');
  return gift ? asRecipient(view) : view;
}

function labelFor({ proxy: { ctx } }: Holder, label: LabelView, secret: string): ReturnLabel {
  const { file, page, qr } = labelLinks(ctx.shop, label, secret);
  return { id: label.id, label: page ?? file, qr, carrier: label.carrier, number: label.number };
}
