import { gid } from '#app/kernel/ids.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** A story whose refunds say so where the ledger knows that they went out as store credit; Shopify does not tell it. */
export async function sayCredits(tx: ShopTx, story: readonly JournalEntry[]): Promise<JournalEntry[]> {
  const refundIds = story.flatMap((entry) => (entry.type === 'refund.created' ? [gid('Refund', entry.data.refundId)] : []));
  const credits = refundIds.length === 0 ? [] : await tx.compensations.findMany({ where: { shopify_id: { in: refundIds }, road: 'store_credit', state: 'given' }, select: { shopify_id: true } });
  const isCredit = (refundId: string) => credits.some(({ shopify_id }) => shopify_id === gid('Refund', refundId));
  return story.map((entry) => (entry.type === 'refund.created' && isCredit(entry.data.refundId) ? { ...entry, data: { ...entry.data, asCredit: true } } : entry));
}
