import { z } from 'zod';
import { cut } from '#app/kernel/text.ts';
import type { TicketChanges } from '../tickets/change-ticket.server.ts';
import { momentAt } from '../tickets/moment-at.ts';
import { snoozeChoices, snoozeUntil } from '../tickets/snooze-until.ts';
import { priorities, ticketCategories, ticketStates } from '../tickets/ticket.ts';

const longestTag = 60;
const mostTags = 30;
const nobody = z.literal('').transform(() => null);

const schema = z
  .object({
    /** A snooze says until when: `snooze`, or `until` where it is a moment of its own, typed on the shop's clock or, to bring it back, exact. */
    state: z.enum(ticketStates).exclude(['snoozed']),
    snooze: z.enum(snoozeChoices),
    until: z.string(),
    priority: z.enum(priorities),
    category: z.union([nobody, z.enum(ticketCategories)]),
    locale: z.union([nobody, z.string().regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8}){0,2}$/)]),
    teamId: z.union([nobody, z.uuid()]),
    assigneeId: z.union([nobody, z.string().regex(/^\d{1,20}$/)]),
    /** One to a line, as are those that are taken off. */
    addTags: z.string().transform(readTags),
    removeTags: z.string().transform(readTags),
    subject: z.string().trim().max(500),
    spam: z.enum(['yes', 'no']).transform((word) => word === 'yes'),
  })
  .partial();

/** What a form of the ticket's page asks to be different, or the names of the fields that cannot be. */
export function readChangeForm(form: FormData, { zone, now }: { zone: string; now: Date }): TicketChanges | { invalid: string[] } {
  const read = schema.safeParse(Object.fromEntries([...form].filter(([name]) => name !== 'intent')));
  if (!read.success) return { invalid: [...new Set(read.error.issues.map(({ path }) => path.join('.')))] };
  const { snooze, until, priority, ...changes } = read.data;
  // A mail may have come without one: that is no wish of anybody's, and comes back all the same.
  if (changes.subject === '' && form.get('takesBack') !== 'yes') return { invalid: ['subject'] };
  const snoozedUntil = snooze ? snoozeUntil(snooze, zone, now) : until === undefined ? undefined : untilOf(until, zone);
  if (snoozedUntil === null || (snoozedUntil && snoozedUntil <= now)) return { invalid: ['until'] };
  return {
    ...changes,
    ...(snoozedUntil ? { state: 'snoozed', snoozedUntil } : {}),
    ...(priority ? { priority, priorityReason: 'staff' } : {}),
  };
}

function untilOf(text: string, zone: string): Date | null {
  const exact = z.iso.datetime().safeParse(text);
  return exact.success ? new Date(exact.data) : momentAt(text, zone);
}

function readTags(text: string): string[] {
  const tags = text.split('\n').map((tag) => cut(tag.replace(/\s+/g, ' ').trim(), longestTag)).filter(Boolean);
  return [...new Set(tags)].slice(0, mostTags);
}
