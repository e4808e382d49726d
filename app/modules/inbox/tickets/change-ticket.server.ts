import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { wakeSnoozedJob } from '../desk/jobs.ts';
import { noteWords } from '../search/note-words.server.ts';
import { wordsOf } from '../search/words-of.ts';
import { planAsking } from '../satisfaction/plan-asking.server.ts';
import { wakeAssigningAfter } from '../teams/wake-assigning.server.ts';
import { noteTicketEvent, type Done, type TicketEvent } from './ticket-events.server.ts';
import { lockRoot } from './lock-root.server.ts';
import { lastMove } from './last-move.server.ts';
import { ticketMoved } from './ticket-moved.server.ts';
import { readTicketRow, type TicketRow } from './ticket-row.server.ts';
import { isDone, type Priority, type PriorityReason, type TicketCategory, type TicketState } from './ticket.ts';

/** What somebody wants of a ticket; what is not named stays. */
export interface TicketChanges {
  state?: TicketState;
  /** For a ticket that is put away until then. */
  snoozedUntil?: Date;
  priority?: Priority;
  priorityReason?: PriorityReason;
  category?: TicketCategory | null;
  /** The language its customer is spoken to in; null: as far as is known of them otherwise. */
  locale?: string | null;
  teamId?: string | null;
  assigneeId?: string | null;
  /** Put to those it has, whatever somebody else does to them meanwhile. */
  addTags?: readonly string[];
  removeTags?: readonly string[];
  subject?: string;
  spam?: boolean;
}

const mostTags = 30;

export interface TicketChange {
  ticketId: number;
  changes: TicketChanges;
  /** The staff member; null: the app itself. */
  actor: string | null;
  now: Date;
  /** Whether it takes back what was done last: its clocks go on as if that had never been. Where something else moved the ticket since, it stays where it is. */
  takesBack?: boolean;
  /** Whether it is closed unsolved: nobody is there to be answered any more. */
  unsolved?: boolean;
  /** How little its customer liked the help they got, where that is why. */
  rated?: number;
}

/**
 * Changes a ticket, the one way in which anybody does but by speaking in it; each thing that is different then is written down. Answers what it was
 * before, so that it can be undone, or null where there is no such ticket. One that was merged is changed where it is read.
 */
export async function changeTicket(tx: ShopTx, { ticketId: asked, changes: wanted, actor, now, takesBack = false, unsolved = false, rated }: TicketChange): Promise<TicketRow | null> {
  const root = await lockRoot(tx, asked);
  const before = root && (await readTicketRow(tx, root.id));
  if (!before) return null;
  const ticketId = before.id;
  const undone = takesBack ? await lastMove(tx, before, wanted.state) : null;
  const changes = takesBack && undone === null ? whereItStands(wanted) : wanted;
  const events = eventsOf(before, changes);
  if (events.length === 0) return before;
  const stands = standing(before, changes, { actor, now, unsolved, done: undone?.done ?? null });
  await tx.tickets.updateMany({ where: { id: ticketId }, data: { ...dataOf(before, changes), ...stands, version: { increment: 1 } } });
  if (changes.state === 'snoozed' && changes.snoozedUntil) await enqueue(tx, wakeSnoozedJob, {}, { key: `inbox-wake:${ticketId}`, runAt: changes.snoozedUntil });
  if (changes.subject !== undefined) await noteWords(tx, ticketId, wordsOf([changes.subject]));
  const why = { ...(undone === null ? {} : { undoes: undone.event }), ...(rated === undefined ? {} : { rated }) };
  for (const event of events) await noteTicketEvent(tx, { ...(event.type === 'state' ? { ...event, data: { ...event.data, ...why } } : event), ticketId, actor, now });
  if (stands && changes.state === 'solved' && before.state !== 'solved') await planAsking(tx, ticketId, stands.solved_at ?? now);
  if (before.assigneeId !== null && events.some(({ type }) => type === 'assigned')) await wakeAssigningAfter(tx, before.assigneeId);
  await ticketMoved(tx, ticketId, now);
  return before;
}

/** What moved a ticket since stays: its customer may have written, and waits. */
function whereItStands({ state: _state, snoozedUntil: _until, ...rest }: TicketChanges): TicketChanges {
  return rest;
}

function eventsOf(before: TicketRow, changes: TicketChanges): TicketEvent[] {
  const events: TicketEvent[] = [];
  const { state, priority, category, locale, teamId, assigneeId, subject, spam, snoozedUntil } = changes;
  const isOtherNap = state === 'snoozed' && snoozedUntil?.getTime() !== before.snoozedUntil?.getTime();
  if (state !== undefined && (state !== before.state || isOtherNap)) events.push({ type: 'state', data: { from: before.state, to: state, ...(state === 'snoozed' ? { until: snoozedUntil?.toISOString() ?? null } : {}), ...(isDone(before.state) && !isDone(state) ? { done: doneOf(before) } : {}) } });
  if (priority !== undefined && priority !== before.priority) events.push({ type: 'priority', data: { from: before.priority, to: priority, reason: changes.priorityReason ?? null } });
  if (category !== undefined && category !== before.category) events.push({ type: 'category', data: { from: before.category, to: category } });
  if (locale !== undefined && locale !== before.locale) events.push({ type: 'language', data: {} });
  if (teamId !== undefined && teamId !== before.teamId) events.push({ type: 'team', data: { from: before.teamId, to: teamId } });
  if (assigneeId !== undefined && assigneeId !== before.assigneeId) events.push({ type: 'assigned', data: { from: before.assigneeId, to: assigneeId } });
  const { added, removed } = movedTags(before, changes);
  if (added.length + removed.length > 0) events.push({ type: 'tags', data: { added, removed } });
  if (subject !== undefined && subject !== before.subject) events.push({ type: 'subject', data: {} });
  if (spam !== undefined && spam !== before.spam) events.push({ type: 'spam', data: { is: spam } });
  return events;
}

/** Which tags a ticket has then and did not before, and the other way round. */
export function movedTags({ tags }: TicketRow, { addTags = [], removeTags = [] }: TicketChanges): { added: string[]; removed: string[] } {
  const removed = tags.filter((tag) => removeTags.includes(tag));
  const added = [...new Set(addTags)].filter((tag) => !tags.includes(tag)).slice(0, Math.max(0, mostTags - tags.length + removed.length));
  return { added, removed };
}

function dataOf(before: TicketRow, changes: TicketChanges) {
  const { priority, priorityReason, category, locale, teamId, assigneeId, subject, spam } = changes;
  const { added, removed } = movedTags(before, changes);
  return {
    ...(priority === undefined ? {} : { priority, priority_reason: priorityReason ?? null }),
    ...(category === undefined ? {} : { category }),
    ...(locale === undefined ? {} : { locale }),
    ...(teamId === undefined ? {} : { team_id: teamId }),
    ...(assigneeId === undefined ? {} : { assignee_id: assigneeId }),
    ...(added.length + removed.length === 0 ? {} : { tags: [...before.tags.filter((tag) => !removed.includes(tag)), ...added] }),
    ...(subject === undefined ? {} : { subject }),
    // What it is called by is words, which go in their time, also where all others have gone before.
    ...(added.length === 0 && subject === undefined ? {} : { purged_at: null }),
    ...(spam === undefined ? {} : { spam }),
  };
}

interface Moved {
  actor: string | null;
  now: Date;
  unsolved: boolean;
  /** How it had been done, where what made it undone is taken back: it is done since then, by whom it was. */
  done: Done | null;
}

function standing(before: TicketRow, { state, snoozedUntil }: TicketChanges, { actor, now, unsolved, done }: Moved) {
  if (state === undefined) return null;
  const isOver = isDone(state);
  const wasOver = isDone(before.state);
  const at = (moment: string | null | undefined) => (moment ? new Date(moment) : null);
  return {
    state,
    snoozed_until: state === 'snoozed' ? (snoozedUntil ?? null) : null,
    solved_at: isOver && !unsolved ? (before.solvedAt ?? (done ? at(done.solvedAt) : now)) : null,
    solved_by: isOver ? (wasOver ? before.solvedBy : done ? done.solvedBy : actor) : null,
    closed_at: state === 'closed' ? (before.closedAt ?? at(done?.closedAt) ?? now) : null,
  };
}

function doneOf({ solvedAt, solvedBy, closedAt }: TicketRow): Done {
  return { solvedAt: solvedAt?.toISOString() ?? null, solvedBy, closedAt: closedAt?.toISOString() ?? null };
}
