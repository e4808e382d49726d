import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Done } from './ticket-events.server.ts';
import type { TicketRow } from './ticket-row.server.ts';
import type { TicketState } from './ticket.ts';

/** What brought a ticket where it stands. */
export interface Move {
  event: string;
  /** How it had been done before; null where it was not. */
  done: Done | null;
}

const told = z.object({ from: z.string(), to: z.string(), done: z.object({ solvedAt: z.string().nullable(), solvedBy: z.string().nullable(), closedAt: z.string().nullable() }).optional() });

/** The event that brought a ticket where it stands, if it stood there `from` this state before; null where something else came between. */
export async function lastMove(tx: ShopTx, { id, state }: TicketRow, from: TicketState | undefined): Promise<Move | null> {
  const last = await tx.ticket_events.findFirst({ where: { ticket_id: id, type: { in: ['state', 'reopened'] } }, orderBy: { id: 'desc' } });
  const moved = told.safeParse(last?.data).data;
  return last && moved && moved.from === from && moved.to === state ? { event: String(last.id), done: moved.done ?? null } : null;
}
