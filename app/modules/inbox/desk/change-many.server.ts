import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mergeTickets, type Merge } from '../merging/merge-tickets.server.ts';
import { unmergeTicket } from '../merging/unmerge-ticket.server.ts';
import { undoOf } from '../ticket-page/change-from-page.server.ts';
import { readChangeForm } from '../ticket-page/read-change-form.ts';
import { changeTicket, type TicketChanges } from '../tickets/change-ticket.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';

/** What brings back what was: forms per ticket with the version they undo, and tickets to take out of the one they went into. */
const undoing = z.object({
  changed: z.array(z.object({ id: z.int().positive(), version: z.int(), back: z.record(z.string(), z.string()) })).max(50),
  merged: z.array(z.object({ id: z.int().positive(), from: z.int().positive() })).max(50),
});
export type Undoing = z.infer<typeof undoing>;

/** What came of something that was asked for several conversations at once. */
export type ManyChanged =
  /** `until`: when what was put away comes back, as ISO 8601. */
  | { is: 'changed'; what: 'changed' | 'merged'; count: number; until: string | null; undo: Undoing | null }
  /** `left`: those that somebody else changed meanwhile. */
  | { is: 'undone'; count: number; left: number }
  | { is: 'invalid'; why?: 'into_spam' };

interface Asked {
  form: FormData;
  staffId: string | null;
}

const numbers = z.string().regex(/^\d{1,9}(,\d{1,9}){0,49}$/).transform((text) => [...new Set(text.split(',').map(Number))].toSorted((a, b) => a - b));

/** Changes, merges or brings back several conversations as somebody asked on the desk: all of them, or none. */
export async function changeMany(ctx: ShopContext, { form, staffId: actor }: Asked): Promise<ManyChanged> {
  const now = ctx.clock.now();
  const intent = form.get('intent');
  if (intent === 'undo') {
    const read = undoing.safeParse(jsonOf(form.get('what')));
    return read.success ? ctx.tx((tx) => bringBack(tx, ctx.shop.ianaTimezone, read.data, actor, now)) : { is: 'invalid' };
  }
  const ids = numbers.safeParse(form.get('ids'));
  if (!ids.success) return { is: 'invalid' };
  if (intent === 'merge') {
    const into = Number(form.get('into'));
    if (!ids.data.includes(into)) return { is: 'invalid' };
    return ctx.tx((tx) => mergeMany(tx, { into, from: ids.data, actor, now }));
  }
  const changes = readChangeForm(without(form, ['ids']), { zone: ctx.shop.ianaTimezone, now });
  if (intent !== 'change' || 'invalid' in changes || Object.keys(changes).length === 0) return { is: 'invalid' };
  return ctx.tx(async (tx) => {
    if (!(await areKnown(tx, changes))) return { is: 'invalid' };
    const changed: Undoing['changed'] = [];
    for (const id of ids.data) {
      const before = await changeTicket(tx, { ticketId: id, changes, actor, now });
      const version = before && (await readTicketRow(tx, before.id))?.version;
      const back = before && undoOf(before, changes, now);
      if (before && version && version !== before.version && back) changed.push({ id: before.id, version, back });
    }
    return { is: 'changed', what: 'changed', count: changed.length, until: changes.snoozedUntil?.toISOString() ?? null, undo: changed.length > 0 ? { changed, merged: [] } : null };
  });
}

async function mergeMany(tx: ShopTx, merge: Merge): Promise<ManyChanged> {
  try {
    const merged = await mergeTickets(tx, merge);
    const from = (await rootOf(tx, merge.into)) ?? merge.into;
    return { is: 'changed', what: 'merged', count: merged.length, until: null, undo: merged.length > 0 ? { changed: [], merged: merged.map((id) => ({ id, from })) } : null };
  } catch (error) {
    // The list did not show yet that one was marked.
    if (error instanceof ExpectedError && error.code === 'into_spam') return { is: 'invalid', why: 'into_spam' };
    throw error;
  }
}

/** Undoes what nobody touched since. */
async function bringBack(tx: ShopTx, zone: string, { changed, merged }: Undoing, actor: string | null, now: Date): Promise<ManyChanged> {
  let count = 0;
  for (const { id, version, back } of changed.toSorted((a, b) => a.id - b.id)) {
    await tx.$queryRaw`select from tickets where id = ${id} for update`;
    const ticket = await readTicketRow(tx, id);
    const changes = readChangeForm(formOf(back), { zone, now });
    if (ticket?.version !== version || 'invalid' in changes || !(await areKnown(tx, changes))) continue;
    await changeTicket(tx, { ticketId: id, changes, actor, now, takesBack: true });
    count += 1;
  }
  for (const { id, from } of merged) {
    try {
      if (await unmergeTicket(tx, { ticketId: id, from, actor, now })) count += 1;
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
    }
  }
  return { is: 'undone', count, left: changed.length + merged.length - count };
}

async function areKnown(tx: ShopTx, { assigneeId, teamId }: TicketChanges): Promise<boolean> {
  if (assigneeId && (await tx.staff_members.count({ where: { id: assigneeId } })) === 0) return false;
  return !teamId || (await tx.teams.count({ where: { id: teamId } })) > 0;
}

function without(form: FormData, names: readonly string[]): FormData {
  return formOf(Object.fromEntries([...form].flatMap(([name, value]) => (names.includes(name) || typeof value !== 'string' ? [] : [[name, value]]))));
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

function jsonOf(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}
