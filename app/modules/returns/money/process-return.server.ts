import { chainOfRequest, give, giveStoreCredit, type Begun } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { compensationsOf } from './compensations-of.ts';
import type { Difference } from './cross-check.ts';
import type { ReturnMoney } from './explain-return.ts';
import { previewReturn, refusedPreview, type Processing } from './preview-return.server.ts';
import { hasLostExtras, processChain, type MeantProcessing } from './process-chain.server.ts';
import { storeCreditBonus } from './store-credit-bonus.ts';
import { feesOf, lineFees, refundOfFees } from './waived-fees.ts';
import { worthOf } from './worth-of.ts';

/** A wish to process some of a return. */
export interface ProcessWish extends Processing, Pick<MeantProcessing, 'creditExpiresAt' | 'dispositions' | 'notify'> {
  /** What whoever wishes it saw: given back and owed. */
  shown: { refund: number; owed: number };
  /** For taking store credit, to this customer. */
  bonus: { percentage: number; customerId: string } | null;
  /** Gives back what fees take off. */
  waiveFees?: boolean;
  /** Store credit beside it, for nothing but good will. */
  extra?: { customerId: string; amount: number } | null;
  /** Has room for the bonus and the extra, which are beyond what was paid. */
  goodwillLimit: number;
  requestKey: string;
  source: 'portal' | 'staff' | 'job';
  actor: string | null;
}

export type ProcessBegun =
  | Begun
  /** Shopify counts otherwise than we do: a person looks before any money moves. */
  | { state: 'different'; differences: Difference[] }
  /** Shopify gives back the order's shipping and duties only beside money, and here none goes back: they are left out, or given by a refund of their own. */
  | { state: 'extras_without_refund' }
  /** Where nothing is given back, fees cannot be. */
  | { state: 'nothing_to_waive' }
  /** It is no longer what was shown: what it is now, or null where these units can no longer be processed. */
  | { state: 'moved'; now: Pick<ReturnMoney, 'owed' | 'refund'> | null };

/** Begins to process some of a return, where Shopify, our account and what was shown agree to the minor unit and the ledger has it to give. */
export async function processReturn(ctx: ShopContext, wish: ProcessWish): Promise<ProcessBegun> {
  const { returnId, currency, to, units, exchanges, shipping, duties, dispositions, notify, creditExpiresAt, shown, goodwillLimit, requestKey, source, actor } = wish;
  const known = await ctx.tx((tx) => chainOfRequest(tx, requestKey));
  if (known) return { state: 'begun', chainId: known };
  const preview = await previewReturn(ctx.admin, wish).catch(refusedPreview);
  if (!preview) return { state: 'moved', now: null };
  const { ours, order, check, standing } = preview;
  if (check.is === 'different') return { state: 'different', differences: check.differences };
  if (hasLostExtras(ours)) return { state: 'extras_without_refund' };
  if (ours.refund !== shown.refund || ours.owed !== shown.owed) return { state: 'moved', now: { refund: ours.refund, owed: ours.owed } };
  const fees = wish.waiveFees ? feesOf(ours) : 0;
  if (fees > 0 && ours.refund === 0) return { state: 'nothing_to_waive' };
  const added = to === 'store_credit' && wish.bonus ? storeCreditBonus(ours.refund, wish.bonus.percentage) : 0;
  const asCredit = to === 'store_credit' ? added + fees : 0;
  const bonus = wish.bonus && asCredit > 0 ? { customerId: wish.bonus.customerId, currency, amount: asCredit, expiresAt: creditExpiresAt, notify } : null;
  const waived = to === 'original' && fees > 0 ? refundOfFees(order.payments, { refund: ours.refund, fees, currency }) : null;
  const wanted = compensationsOf(ours, { taxesIncluded: order.taxesIncluded, to, bonus: added + fees, waived: fees > 0 ? lineFees(ours) : [] });
  const input: MeantProcessing = { returnId, currency, to, units, exchanges, shipping, duties, dispositions, notify, creditExpiresAt, meant: shown, before: standing, bonus, waived };
  const about = { worth: worthOf(order), goodwillLimit, source, actor, at: ctx.clock.now() };
  return ctx.tx(async (tx) => {
    const begun = await give(tx, processChain, { ...about, input, wanted, requestKey, subject: returnId });
    if (begun.state !== 'begun' || !wish.extra) return begun;
    const extra = { ...wish.extra, currency, expiresAt: null, notify };
    const given = await giveStoreCredit(tx, { ...about, input: extra, wanted: [{ road: 'goodwill', amount: extra.amount, lines: [] }], requestKey: extraKeyOf(requestKey) });
    // Both or neither: what was reserved and written down goes with this transaction.
    if (given.state === 'refused') throw new Refused(given);
    return begun;
  }).catch(orRefused);
}

/** The wish for what is given beside a wish. */
export const extraKeyOf = (requestKey: string) => `${requestKey}:extra`;

/** The ledger has no room for what is given beside: takes back all that this transaction wrote. */
class Refused extends Error {
  readonly answer: Extract<Begun, { state: 'refused' }>;
  constructor(answer: Extract<Begun, { state: 'refused' }>) {
    super('There is no room for what is given beside.');
    this.answer = answer;
  }
}

function orRefused(error: unknown): Begun {
  if (error instanceof Refused) return error.answer;
  throw error;
}
