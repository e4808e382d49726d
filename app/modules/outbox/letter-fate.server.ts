import type { ShopTx } from '#app/platform/db/database.server.ts';

/** What became of a letter so far. */
export interface LetterFate {
  state: string;
  bouncedAt: Date | null;
  provider: string | null;
  providerId: string | null;
}

/** What became of a letter so far; null where the outbox has none of that number. */
export async function letterFate(tx: ShopTx, id: bigint): Promise<LetterFate | null> {
  const row = await tx.outbox.findFirst({ where: { id }, select: { state: true, bounced_at: true, provider: true, provider_id: true } });
  return row && { state: row.state, bouncedAt: row.bounced_at, provider: row.provider, providerId: row.provider_id };
}
