import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { wakeSnoozedJob } from '../desk/jobs.ts';
import { noteWords } from '../search/note-words.server.ts';
import { wordsOf } from '../search/words-of.ts';
import { planAsking } from '../satisfaction/plan-asking.server.ts';
import { noteTicketEvent, type TicketEvent } from './ticket-events.server.ts';
import { lockRoot } from './lock-root.server.ts';
import { lastMove } from './last-move.server.ts';
import { ticketMoved } from './ticket-moved.server.ts';
import { readTicketRow, type TicketRow } from './ticket-row.server.ts';
import type { Priority, PriorityReason, TicketCategory, TicketState } from './ticket.ts';

/** What somebody wants of a ticket; what is not named stays. */
export interface TicketChanges {
  state?: TicketState;
  /** For a ticket that is put away until then. */
  snoozedUntil?: Date;
  priority?: Priority;
  priorityReason?: PriorityReason;
  category?: TicketCategory | null;
  teamId?: string | null;
  assigneeId?: string | null;
  tags?: readonly string[];
  subject?: string;
  spam?: boolean;
}

export interface TicketChange {
  ticketId: number;
  changes: TicketChanges;
  /** The staff member; null: the app itself. */
  actor: string | null;
  now: Date;
  /** Whether it takes back what was done last: its clocks go on as if that had never been. */
  takesBack?: boolean;
  /** How little its customer liked the help they got, where that is why. */
  rated?: number;
}

/**
 * Changes a ticket, the one way in which anybody does but by speaking in it; each thing that is different then is written down. Answers what it was
 * before, so that it can be undone, or null where there is no such ticket. One that was merged is changed where it is read.
 */
export async function changeTicket(tx: ShopTx, { ticketId: asked, changes, actor, now, takesBack = false, rated }: TicketChange): Promise<TicketRow | null> {
  const root = await lockRoot(tx, asked);
  const before = root && (await readTicketRow(tx, root.id));
  if (!before) return null;
  const ticketId = before.id;
  const events = eventsOf(before, changes);
  if (events.length === 0) return before;
  const undone = takesBack ? await lastMove(tx, before, changes.state) : null;
  await tx.tickets.updateMany({ where: { id: ticketId }, data: { ...dataOf(before, changes, actor, now), version: { increment: 1 } } });
  if (changes.state === 'snoozed' && changes.snoozedUntil) await enqueue(tx, wakeSnoozedJob, {}, { key: `inbox-wake:${ticketId}`, runAt: changes.snoozedUntil });
  if (changes.subject !== undefined) await noteWords(tx, ticketId, wordsOf([changes.subject]));
  const why = { ...(undone === null ? {} : { undoes: undone }), ...(rated === undefined ? {} : { rated }) };
  for (const event of events) await noteTicketEvent(tx, { ...(event.type === 'state' ? { ...event, data: { ...event.data, ...why } } : event), ticketId, actor, now });
  if (changes.state === 'solved' && before.state !== 'solved') await planAsking(tx, ticketId, now);
  await ticketMoved(tx, ticketId, now);
  return before;
}

function eventsOf(before: TicketRow, changes: TicketChanges): TicketEvent[] {
  const events: TicketEvent[] = [];
  const { state, priority, category, teamId, assigneeId, tags, subject, spam, snoozedUntil } = changes;
  const isOtherNap = state === 'snoozed' && snoozedUntil?.getTime() !== before.snoozedUntil?.getTime();
  if (state !== undefined && (state !== before.state || isOtherNap)) events.push({ type: 'state', data: { from: before.state, to: state, ...(state === 'snoozed' ? { until: snoozedUntil?.toISOString() ?? null } : {}) } });
  if (priority !== undefined && priority !== before.priority) events.push({ type: 'priority', data: { from: before.priority, to: priority, reason: changes.priorityReason ?? null } });
  if (category !== undefined && category !== before.category) events.push({ type: 'category', data: { from: before.category, to: category } });
  if (teamId !== undefined && teamId !== before.teamId) events.push({ type: 'team', data: { from: before.teamId, to: teamId } });
  if (assigneeId !== undefined && assigneeId !== before.assigneeId) events.push({ type: 'assigned', data: { from: before.assigneeId, to: assigneeId } });
  if (tags !== undefined) {
    const added = tags.filter((tag) => !before.tags.includes(tag));
    const removed = before.tags.filter((tag) => !tags.includes(tag));
    if (added.length + removed.length > 0) events.push({ type: 'tags', data: { added, removed } });
  }
  if (subject !== undefined && subject !== before.subject) events.push({ type: 'subject', data: {} });
  if (spam !== undefined && spam !== before.spam) events.push({ type: 'spam', data: { is: spam } });
  return events;
}

function dataOf(before: TicketRow, changes: TicketChanges, actor: string | null, now: Date) {
  const { state, snoozedUntil, priority, priorityReason, category, teamId, assigneeId, tags, subject, spam } = changes;
  return {
    ...(state === undefined ? {} : standing(before, state, { snoozedUntil, actor, now })),
    ...(priority === undefined ? {} : { priority, priority_reason: priorityReason ?? null }),
    ...(category === undefined ? {} : { category }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
    ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(subject === undefined ? {} : { subject }),
    ...(spam === undefined ? {} : { spam }),
  };
}

function standing(before: TicketRow, state: TicketState, { snoozedUntil, actor, now }: { snoozedUntil: Date | undefined; actor: string | null; now: Date }) {
  const isDone = state === 'solved' || state === 'closed';
  const wasDone = before.state === 'solved' || before.state === 'closed';
  return {
    state,
    snoozed_until: state === 'snoozed' ? (snoozedUntil ?? null) : null,
    solved_at: isDone ? (before.solvedAt ?? now) : null,
    solved_by: isDone ? (wasDone ? before.solvedBy : actor) : null,
    closed_at: state === 'closed' ? now : null,
  };
}
