import fc from 'fast-check';
import { ExpectedError } from '#app/kernel/errors.ts';
import { acts, type Act } from '#app/modules/returns/acts.ts';
import { actOnReturn } from '#app/modules/returns/act-on-return.server.ts';
import { outcomes, type Outcome } from '#app/modules/returns/policy/matters.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import { refundReturn } from '#app/modules/returns/processing/refund-return.server.ts';
import { refundView } from '#app/modules/returns/processing/refund-view.server.ts';
import { planRequest } from '#app/modules/returns/requests/plan-request.server.ts';
import { cancelRequest } from '#app/modules/returns/requests/cancel-request.server.ts';
import { changeRequest, planChange } from '#app/modules/returns/requests/change-request.server.ts';
import { requestDetail } from '#app/modules/returns/requests/request-detail.server.ts';
import type { RequestView, WishedReturnLine } from '#app/modules/returns/requests/request.ts';
import { submitRequest } from '#app/modules/returns/requests/submit-request.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import { Unheard } from '../../compensation/weather.ts';
import { processAll } from '../../sandbox/returns/returned-order.ts';
import { shippedLineIds, TOO_SMALL } from '../../sandbox/world/shop-in-memory.ts';
import { hear, newKey, runJobs, type LivedShop } from './shop.ts';

const reasons = { tooSmall: '7', style: '9' };
const twice = fc.boolean();
const which = fc.nat({ max: 3 });

/** A customer wishes something; so every life begins. */
export const ask = fc.record({ does: fc.constant('ask' as const), line: fc.nat({ max: 1 }), units: fc.integer({ min: 1, max: 2 }), outcome: fc.constantFrom(...outcomes), reason: fc.constantFrom<keyof typeof reasons>('tooSmall', 'tooSmall', 'style'), twice });

/** What may happen next, by whom. Numbers choose among what is there, and choose nothing where nothing is. */
export const move = fc.oneof(
  { weight: 6, arbitrary: ask },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('take back' as const), which, twice }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('change' as const), which, to: fc.constantFrom(...outcomes), units: fc.integer({ min: 1, max: 2 }), twice }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('act' as const), act: fc.constantFrom(...acts), which, twice }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('receive' as const), which, twice }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('refund' as const), which, to: fc.constantFrom('original' as const, 'store_credit' as const), extra: fc.constantFrom(0, 0, 200), twice }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('in Shopify' as const), deed: fc.constantFrom('approve' as const, 'decline' as const, 'cancel' as const, 'close' as const, 'reopen' as const, 'process' as const, 'refund' as const, 'create' as const), which }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('hear' as const), twice }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('jobs' as const), twice }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pass' as const), minutes: fc.constantFrom(1, 3, 20) }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Makes a move as this process does it; what is refused is refused, and changes nothing. */
export async function make(step: Move, lived: LivedShop, ctx: ShopContext): Promise<void> {
  const once = await performing(step, lived, ctx);
  const results = await Promise.allSettled('twice' in step && step.twice ? [once(), once()] : [once()]);
  for (const result of results) if (result.status === 'rejected' && !(result.reason instanceof ExpectedError || result.reason instanceof Unheard)) throw result.reason;
}

async function performing(step: Move, lived: LivedShop, ctx: ShopContext): Promise<() => Promise<unknown>> {
  const { shop } = lived;
  const key = newKey();
  switch (step.does) {
    case 'ask':
      return asking(step, lived, ctx, key);
    case 'take back': {
      const request = await knownRequest(lived, step.which);
      return async () => request && cancelRequest(ctx, request.id, { key });
    }
    case 'change': {
      const request = await knownRequest(lived, step.which);
      const [line] = request?.lines ?? [];
      if (!request || !line) return async () => null;
      const wish = { lines: [wishOf(lived, { lineId: line.lineId, units: step.units, reasonId: line.reasonId, outcome: step.to })], wayBack };
      const seen = await planChange(shop.known, request.id, wish);
      return async () => seen.is === 'planned' && changeRequest(ctx, request.id, { ...wish, shown: seen.shown, requestKey: key, locale: 'en', source: 'portal', actor: null });
    }
    case 'act': {
      const returnId = await knownReturn(lived, step.which);
      return async () => returnId !== null && actOnReturn(ctx, { returnId, key, input: inputOf(step.act), by: null });
    }
    case 'receive': {
      const returnId = await knownReturn(lived, step.which);
      const line = returnId === null ? null : await shop.known.tx((tx) => tx.return_lines.findFirst({ where: { return_id: returnId } }));
      const row = line && { lineId: line.id, quantity: 1, finding: 'good' as const, grade: 'as_new' as const, disposition: 'RESTOCKED' as const, locationId: lived.place, accepted: true, refusal: null, note: null };
      return async () => returnId !== null && row && receiveUnits(ctx, { returnId, key, rows: [row], by: null });
    }
    case 'refund': {
      const returnId = await knownReturn(lived, step.which);
      if (returnId === null) return async () => null;
      const { asked, preview } = await refundView(shop.known, returnId, { to: step.to }, null);
      const shown = { refund: preview?.refund ?? 0, owed: preview?.owed ?? 0 };
      return () => refundReturn(ctx, { ...asked, returnId, key, waive: false, notify: false, extra: step.extra, shown, by: null });
    }
    case 'in Shopify':
      return async () => inShopify(step, lived);
    case 'hear':
      return () => hear(lived);
    case 'jobs':
      return () => runJobs(ctx);
    case 'pass':
      return async () => shop.pass(step.minutes);
  }
}

async function asking(step: Extract<Move, { does: 'ask' }>, lived: LivedShop, ctx: ShopContext, requestKey: string) {
  const wish = { orderId: lived.orderId, lines: [wishOf(lived, { lineId: lived.lineIds[step.line] ?? '', units: step.units, reasonId: reasons[step.reason], outcome: step.outcome })], wayBack };
  const seen = await planRequest(lived.shop.known, wish);
  return async () => seen.is === 'planned' && submitRequest(ctx, { ...wish, shown: seen.shown, requestKey, locale: 'en', source: 'portal', actor: null });
}

const wayBack = { kind: 'own_label' as const, placeId: null, carrier: null, trackingNumber: null };
const exchanged: ReadonlySet<Outcome> = new Set(['exchange', 'other_product']);

function wishOf({ variantId }: LivedShop, wished: Pick<WishedReturnLine, 'lineId' | 'outcome' | 'reasonId' | 'units'>): WishedReturnLine {
  return { ...wished, note: '', answers: [], photos: [], variantId: exchanged.has(wished.outcome) ? variantId : null, exception: null };
}

function inputOf(act: Act) {
  if (act === 'approve') return { act, notify: false };
  return act === 'decline' ? { act, reason: 'OTHER' as const, note: 'It was worn.', notify: false } : { act };
}

/** One of the requests that were ever kept. */
async function knownRequest({ shop, orderId }: LivedShop, which: number): Promise<RequestView | null> {
  const rows = await shop.known.tx((tx) => tx.return_requests.findMany({ where: { order_id: orderId }, orderBy: { created_at: 'asc' }, select: { id: true } }));
  const row = rows[which % Math.max(1, rows.length)];
  return row ? requestDetail(shop.known, row.id) : null;
}

/** One of the returns the app knows of. */
async function knownReturn({ shop, orderId }: LivedShop, which: number): Promise<string | null> {
  const rows = await shop.known.tx((tx) => tx.returns.findMany({ where: { order_id: orderId }, orderBy: { id: 'asc' }, select: { id: true } }));
  return rows[which % Math.max(1, rows.length)]?.id ?? null;
}

/** What the merchant does in Shopify's own admin; what Shopify refuses changes nothing. */
function inShopify({ deed, which }: Extract<Move, { does: 'in Shopify' }>, { shop: { world }, order }: LivedShop): void {
  const returns = world.returns.where('order', order.id);
  const record = returns[which % Math.max(1, returns.length)];
  if (deed === 'refund') {
    const sale = order.transactions.find(({ kind }) => kind === 'SALE');
    return void world.change((change) => refundCreate(change, { orderId: order.id, transactions: [{ orderId: order.id, parentId: sale?.id, amount: '5.00', gateway: sale?.gateway ?? 'manual', kind: 'REFUND' }] }));
  }
  if (deed === 'create') {
    const [shipped = ''] = shippedLineIds(world, order);
    return void world.change((change) => returnCreate(change, { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: shipped, quantity: 1, returnReasonDefinitionId: TOO_SMALL }] }));
  }
  if (!record) return;
  if (deed === 'process') {
    if (record.status === 'OPEN' && record.lineItems.some(({ processedQuantity, quantity }) => processedQuantity < quantity)) processAll(world, record);
    return;
  }
  world.change((change) => {
    if (deed === 'approve') return returnApproveRequest(change, { id: record.id });
    if (deed === 'decline') return returnDeclineRequest(change, { id: record.id, declineReason: 'OTHER', declineNote: 'No.' });
    if (deed === 'cancel') return returnCancel(change, { id: record.id });
    return deed === 'close' ? returnClose(change, { id: record.id }) : returnReopen(change, { id: record.id });
  });
}
