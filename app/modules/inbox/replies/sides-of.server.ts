import type { ShopTx } from '#app/platform/db/database.server.ts';

/** A conversation beside a ticket's own. */
export interface Side {
  id: string;
  subject: string;
  address: string;
  startedAt: Date;
}

/** The conversations beside these tickets, the oldest first. */
export async function sidesOf(tx: ShopTx, ticketIds: readonly number[]): Promise<Side[]> {
  const rows = await tx.side_conversations.findMany({ where: { ticket_id: { in: [...ticketIds] } }, orderBy: { started_at: 'asc' } });
  return rows.map(({ id, subject, address, started_at }) => ({ id, subject, address, startedAt: started_at }));
}
