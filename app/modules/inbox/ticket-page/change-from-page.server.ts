import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeTicket, movedTags, type TicketChanges } from '../tickets/change-ticket.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import type { TicketRow } from '../tickets/ticket-row.server.ts';
import type { TicketState } from '../tickets/ticket.ts';
import { readChangeForm } from './read-change-form.ts';
import { ticketNumber } from './ticket-number.ts';

/** What came of a change; `state` is what the ticket became, `until` the moment a snooze ends, as ISO 8601, `undo` the form that brings back what was. */
export type ChangeAnswer = { is: 'changed'; what: readonly string[]; state: TicketState | null; until: string | null; undo: Record<string, string> | null } | { is: 'invalid'; fields: readonly string[] };

interface Asked {
  /** As it stands in the address. */
  id: string;
  form: FormData;
  staffId: string | null;
}

/** Changes a ticket as somebody asked on its page; a conversation is changed as the ticket it is read in. */
export async function changeFromPage(ctx: ShopContext, { id, form, staffId }: Asked): Promise<ChangeAnswer> {
  const now = ctx.clock.now();
  const changes = readChangeForm(form, { zone: ctx.shop.ianaTimezone, now });
  if ('invalid' in changes) return { is: 'invalid', fields: changes.invalid };
  return ctx.tx(async (tx) => {
    const ticketId = await rootOf(tx, ticketNumber(id));
    if (ticketId === null) throw notFound('ticket');
    if (!(await areKnown(changes))) return { is: 'invalid', fields: ['assigneeId', 'teamId'] };
    const before = await changeTicket(tx, { ticketId, changes, actor: staffId, now, takesBack: form.get('takesBack') === 'yes' });
    if (!before) throw notFound('ticket');
    return { is: 'changed', what: [...new Set(Object.keys(changes).map((name) => (name === 'addTags' || name === 'removeTags' ? 'tags' : name)))], state: changes.state ?? null, until: changes.snoozedUntil?.toISOString() ?? null, undo: undoOf(before, changes, now) };

    async function areKnown({ assigneeId, teamId }: TicketChanges): Promise<boolean> {
      if (assigneeId && (await tx.staff_members.count({ where: { id: assigneeId } })) === 0) return false;
      return !teamId || (await tx.teams.count({ where: { id: teamId } })) > 0;
    }
  });
}

/** The same form with what was before; null where that cannot be again: a snooze whose time has come. */
export function undoOf(before: TicketRow, changes: TicketChanges, now: Date): Record<string, string> | null {
  const undo: Record<string, string> = { takesBack: 'yes' };
  if (changes.state !== undefined) {
    if (before.state !== 'snoozed') undo['state'] = before.state;
    else if (before.snoozedUntil && before.snoozedUntil > now) undo['until'] = before.snoozedUntil.toISOString();
    else return null;
  }
  if (changes.priority !== undefined) undo['priority'] = before.priority;
  if (changes.category !== undefined) undo['category'] = before.category ?? '';
  if (changes.locale !== undefined) undo['locale'] = before.locale ?? '';
  if (changes.teamId !== undefined) undo['teamId'] = before.teamId ?? '';
  if (changes.assigneeId !== undefined) undo['assigneeId'] = before.assigneeId ?? '';
  // Only what this change did to them: others may have gone on meanwhile.
  const { added, removed } = movedTags(before, changes);
  if (added.length > 0) undo['removeTags'] = added.join('\n');
  if (removed.length > 0) undo['addTags'] = removed.join('\n');
  if (changes.subject !== undefined) undo['subject'] = before.subject;
  if (changes.spam !== undefined) undo['spam'] = before.spam ? 'yes' : 'no';
  return undo;
}
