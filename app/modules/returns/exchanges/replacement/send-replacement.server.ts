import { gid } from '#app/kernel/ids.ts';
import { chainOfRequest, give, roomLeft, type Compensation, type OrderWorth } from '#app/modules/compensation/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { portion, sumOf } from '../../money/portion.ts';
import { previewReturn, refusedPreview } from '../../money/preview-return.server.ts';
import { processChain, type MeantProcessing } from '../../money/process-chain.server.ts';
import { worthOf } from '../../money/worth-of.ts';
import { goOn } from '../../processing/go-on.server.ts';
import { processable } from '../../processing/processable.server.ts';
import { processingOf } from '../../processing/refund-view.server.ts';
import { agreedOf } from '../../requests/agreed-of.server.ts';
import type { AgreedReturn } from '../../requests/request.ts';
import type { ReplacementAnswer } from './approve-replacement.server.ts';

interface Asked {
  returnId: string;
  /** Of the page it was clicked on: a second click is the first. */
  key: string;
  by: string | null;
}

/**
 * Sends the goods that replace what is under warranty. What comes back is not processed, for no money goes with it: the sale stands, and the ledger
 * counts the replacement against its lines, so that they are not refunded as well.
 */
export async function sendReplacement(ctx: ShopContext, { returnId, key, by }: Asked): Promise<ReplacementAnswer> {
  if (by !== null && !(await ctx.tx((tx) => mayStaff(tx, by, 'refund')))) return { is: 'forbidden' };
  const found = await processable(ctx, returnId);
  const { agreed, known } = await ctx.tx(async (tx) => ({ agreed: await agreedOf(tx, returnId), known: await chainOfRequest(tx, key) }));
  if (known) return goOn(ctx, found.view.orderId, [known]);
  const exchanges = found.exchanges.map(({ id, left }) => ({ id, quantity: left }));
  if (agreed?.road !== 'warranty' || exchanges.length === 0) return { is: 'moved', now: null };
  const processing = processingOf(found, { units: [], exchanges, to: 'original', shipping: false });
  const preview = await previewReturn(ctx.admin, processing).catch(refusedPreview);
  if (!preview) return { is: 'moved', now: null };
  if (preview.check.is === 'different') return { is: 'different' };
  const meant = { refund: preview.ours.refund, owed: preview.ours.owed };
  // Goods for nothing change nothing of what is owed: what is to be paid or given back here is of something else.
  if (meant.refund > 0) return { is: 'moved', now: meant };
  const worth = worthOf(preview.order);
  const input: MeantProcessing = { ...processing, dispositions: [], notify: false, creditExpiresAt: null, meant, before: preview.standing, bonus: null, waived: null };
  const begun = await ctx.tx(async (tx) => give(tx, processChain, { input, wanted: [await replaced(tx, agreed, worth)], worth, goodwillLimit: 0, requestKey: key, subject: gid('Return', returnId), source: 'staff', actor: by, at: ctx.clock.now() }));
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return begun.state === 'busy' ? { is: 'busy' } : goOn(ctx, found.view.orderId, [begun.chainId]);
}

/** What is replaced, at what was paid for it. A warranty is owed whatever else the shop gave: of the order's money it takes as much as is left. */
async function replaced(tx: ShopTx, { lines }: AgreedReturn, worth: OrderWorth): Promise<Compensation> {
  const { order: left } = await roomLeft(tx, worth, 0);
  const shares = lines.map(({ lineId, units }) => {
    const sold = worth.lines.find((line) => line.lineId === lineId);
    return { lineId, quantity: units, amount: sold ? portion(sold.worth, units, sold.quantity) : 0 };
  });
  const merged = [...Map.groupBy(shares, ({ lineId }) => lineId)].map(([lineId, rows]) => ({ lineId, quantity: sumOf(rows.map(({ quantity }) => quantity)), amount: sumOf(rows.map(({ amount }) => amount)) }));
  return { road: 'reship', amount: Math.min(left.plain, sumOf(merged.map(({ amount }) => amount))), lines: merged };
}
