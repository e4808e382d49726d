import { chainOfRequest, give, type Begun } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { compensationsOf } from './compensations-of.ts';
import type { Difference } from './cross-check.ts';
import type { ReturnMoney } from './explain-return.ts';
import { previewReturn, refusedPreview, type Processing } from './preview-return.server.ts';
import { hasLostExtras, processChain, type MeantProcessing } from './process-chain.server.ts';
import { storeCreditBonus } from './store-credit-bonus.ts';
import { worthOf } from './worth-of.ts';

/** A wish to process some of a return. */
export interface ProcessWish extends Processing, Pick<MeantProcessing, 'creditExpiresAt' | 'dispositions' | 'notify'> {
  /** What whoever wishes it saw: given back and owed. */
  shown: { refund: number; owed: number };
  /** For taking store credit, to this customer. */
  bonus: { percentage: number; customerId: string } | null;
  /** Has room for the bonus, which is beyond what was paid. */
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
  const amount = to === 'store_credit' && wish.bonus ? storeCreditBonus(ours.refund, wish.bonus.percentage) : 0;
  const bonus = wish.bonus && amount > 0 ? { customerId: wish.bonus.customerId, currency, amount, expiresAt: creditExpiresAt, notify } : null;
  const wanted = compensationsOf(ours, { taxesIncluded: order.taxesIncluded, to, bonus: amount });
  const input: MeantProcessing = { returnId, currency, to, units, exchanges, shipping, duties, dispositions, notify, creditExpiresAt, meant: shown, before: standing, bonus };
  return ctx.tx((tx) => give(tx, processChain, { input, wanted, worth: worthOf(order), goodwillLimit, requestKey, subject: returnId, source, actor, at: ctx.clock.now() }));
}
