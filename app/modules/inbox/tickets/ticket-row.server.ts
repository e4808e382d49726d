import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { valuedReasons, type ValuedReason } from '../tiers/valued-by.ts';
import { priorities, priorityReasons, ticketCategories, ticketChannels, ticketStates, type Priority, type PriorityReason, type TicketCategory, type TicketChannel, type TicketState } from './ticket.ts';

/** A ticket as it is stored. */
export interface TicketRow {
  id: number;
  personId: string;
  channel: TicketChannel;
  mailboxId: string | null;
  subject: string;
  state: TicketState;
  spam: boolean;
  category: TicketCategory | null;
  priority: Priority;
  priorityReason: PriorityReason | null;
  valuedBy: ValuedReason | null;
  tags: readonly string[];
  teamId: string | null;
  assigneeId: string | null;
  locale: string | null;
  createdAt: Date;
  lastMessageAt: Date;
  waitingSince: Date | null;
  firstReplyAt: Date | null;
  dueAt: Date | null;
  snoozedUntil: Date | null;
  solvedAt: Date | null;
  solvedBy: string | null;
  closedAt: Date | null;
  mergedInto: number | null;
  version: number;
}

/** A ticket by its number, or null where the shop has none of it. */
export async function readTicketRow(tx: ShopTx, ticketId: number): Promise<TicketRow | null> {
  const row = await tx.tickets.findFirst({ where: { id: ticketId } });
  return row && ticketRowOf(row);
}

type Stored = NonNullable<Awaited<ReturnType<ShopTx['tickets']['findFirst']>>>;

/** Reads a stored row; one that holds what no ticket can is a fault of ours. */
export function ticketRowOf(row: Stored): TicketRow {
  return {
    id: row.id,
    personId: row.person_id,
    channel: z.enum(ticketChannels).parse(row.channel),
    mailboxId: row.mailbox_id,
    subject: row.subject,
    state: z.enum(ticketStates).parse(row.state),
    spam: row.spam,
    category: z.enum(ticketCategories).nullable().parse(row.category),
    priority: z.enum(priorities).parse(row.priority),
    priorityReason: z.enum(priorityReasons).nullable().parse(row.priority_reason),
    valuedBy: z.enum(valuedReasons).nullable().parse(row.valued_by),
    tags: row.tags,
    teamId: row.team_id,
    assigneeId: row.assignee_id,
    locale: row.locale,
    createdAt: row.created_at,
    lastMessageAt: row.last_message_at,
    waitingSince: row.waiting_since,
    firstReplyAt: row.first_reply_at,
    dueAt: row.due_at,
    snoozedUntil: row.snoozed_until,
    solvedAt: row.solved_at,
    solvedBy: row.solved_by,
    closedAt: row.closed_at,
    mergedInto: row.merged_into,
    version: row.version,
  };
}
