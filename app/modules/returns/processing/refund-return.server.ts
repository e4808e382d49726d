import { calledOff, chainOfRequest, ownGifts } from '#app/modules/compensation/index.server.ts';
import { goodwillLimit, mayStaff, refundLimit } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { extraKeyOf, processReturn, type ProcessBegun } from '../money/process-return.server.ts';
import { storeCreditBonus } from '../money/store-credit-bonus.ts';
import type { WorkAnswer } from './answers.ts';
import { goOn } from './go-on.server.ts';
import { processable, type Processable } from './processable.server.ts';
import type { RefundClicked } from './refund-asked.ts';
import { processingOf } from './refund-view.server.ts';

interface Clicked extends RefundClicked {
  returnId: string;
  by: string | null;
}

/** Refunds or exchanges chosen units of a return, exactly as they were shown, and takes it as far as it goes at once. */
export async function refundReturn(ctx: ShopContext, clicked: Clicked): Promise<WorkAnswer> {
  const { returnId, key, to, waive, notify, extra, shown, by } = clicked;
  const found = await processable(ctx, returnId);
  const { view, customerId, agreed } = found;
  const known = await ctx.tx((tx) => chainsOf(tx, key));
  if (known.length > 0) return goOn(ctx, view.orderId, known);
  const allowed = await ctx.tx((tx) => allowance(tx, view.orderId, by));
  if (!allowed.may) return { is: 'forbidden' };
  if ((allowed.refund !== null && shown.refund + allowed.refunded > allowed.refund) || extra > allowed.extra) return { is: 'over_limit' };
  if (!isThere(found, clicked)) return { is: 'moved', now: null };
  if ((extra > 0 || to === 'store_credit') && customerId === null) return { is: 'invalid', fields: ['to'] };
  const begun = await processReturn(ctx, {
    ...processingOf(found, clicked),
    dispositions: [],
    creditExpiresAt: null,
    notify,
    shown,
    bonus: customerId === null ? null : { percentage: agreed?.bonusPercentage ?? 0, customerId },
    waiveFees: waive,
    extra: extra > 0 && customerId !== null ? { customerId, amount: extra } : null,
    // What was promised has room: the limit is for what nobody promised.
    goodwillLimit: allowed.goodwill + (to === 'store_credit' ? storeCreditBonus(shown.refund, agreed?.bonusPercentage ?? 0) : 0),
    requestKey: key,
    source: 'staff',
    actor: by,
  });
  if (begun.state !== 'begun') return answerOf(begun);
  return goOn(ctx, view.orderId, await ctx.tx((tx) => chainsOf(tx, key)));
}

/** What a wish became: a second click is the first. */
async function chainsOf(tx: ShopTx, key: string): Promise<string[]> {
  const ids = [await chainOfRequest(tx, key), await chainOfRequest(tx, extraKeyOf(key))];
  return ids.flatMap((id) => id ?? []);
}

/** What a click is answered before anything was carried out. */
export function answerOf(begun: ProcessBegun): WorkAnswer {
  switch (begun.state) {
    case 'begun':
      return { is: 'running' };
    case 'busy':
      return { is: 'busy' };
    case 'refused':
      return { is: 'too_much', refusal: begun.refusal };
    case 'moved':
      return { is: 'moved', now: begun.now };
    case 'different':
    case 'extras_without_refund':
    case 'nothing_to_waive':
      return { is: begun.state };
  }
}

interface Allowance {
  may: boolean;
  refund: number | null;
  /** What of the order was given back or sent again, or is about to be. */
  refunded: number;
  goodwill: number;
  /** What may still be given for nothing but good will. */
  extra: number;
}

async function allowance(tx: ShopTx, orderId: string, by: string | null): Promise<Allowance> {
  const goodwill = await goodwillLimit(tx, { orderId, staffId: by });
  const off = { notIn: await calledOff(tx, orderId) };
  const gifts = await tx.chains.findMany({ where: { order_id: orderId, ...ownGifts, state: { not: 'dropped' } }, select: { id: true } });
  const given = await tx.compensations.findMany({ where: { id: off, chain_id: { in: gifts.map(({ id }) => id) }, road: 'goodwill', state: { not: 'released' } }, select: { amount: true } });
  const back = await tx.compensations.findMany({ where: { id: off, order_id: orderId, road: { in: ['refund', 'store_credit', 'reship'] }, state: { not: 'released' } }, select: { amount: true } });
  const extra = Math.max(0, given.reduce((left, { amount }) => left - Number(amount), goodwill));
  return { may: by === null || (await mayStaff(tx, by, 'refund')), refund: await refundLimit(tx, { orderId, staffId: by }), refunded: back.reduce((sum, { amount }) => sum + Number(amount), 0), goodwill, extra };
}

/** Whether what was chosen is still there to be processed; nobody processes units that were refused. */
function isThere({ units, exchanges }: Processable, { units: wanted, exchanges: goods }: RefundClicked): boolean {
  const fits = wanted.every(({ id, quantity }) => quantity > 0 && quantity <= (units.find(({ lineId }) => lineId === id)?.left ?? 0));
  return wanted.length + goods.length > 0 && fits && goods.every(({ id, quantity }) => quantity > 0 && quantity <= (exchanges.find((line) => line.id === id)?.left ?? 0));
}
