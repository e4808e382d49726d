import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { TicketRow } from './ticket-row.server.ts';
import type { TicketState } from './ticket.ts';

/** The event that brought a ticket where it stands, if it stood there `from` this state before; null where something else came between. */
export async function lastMove(tx: ShopTx, { id, state }: TicketRow, from: TicketState | undefined): Promise<string | null> {
  const last = await tx.ticket_events.findFirst({ where: { ticket_id: id, type: { in: ['state', 'reopened'] } }, orderBy: { id: 'desc' } });
  const moved = z.object({ from: z.string(), to: z.string() }).safeParse(last?.data).data;
  return last && moved && moved.from === from && moved.to === state ? String(last.id) : null;
}
