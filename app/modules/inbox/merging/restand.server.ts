import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { wakeSnoozedJob } from '../desk/jobs.ts';
import { ticketStates } from '../tickets/ticket.ts';
import { saidIn } from './said-in.server.ts';
import { isSameState, saidTogether, stateTogether, type StateStanding, type Standing } from './standing.ts';

/**
 * Does something about which messages or tickets are read in which, and lets the tickets it touches stand as their messages and those read in them say.
 * What people made of a ticket meanwhile stays. One such change of a shop follows the other.
 */
export async function restand<T>(tx: ShopTx, touched: readonly number[], change: () => Promise<T>): Promise<T> {
  const before = await withThoseAbove(tx, touched);
  await tx.$queryRaw`select from tickets where id = any(${before}::int[]) order by id for update`;
  const own = new Map<number, Own>();
  for (const id of before) own.set(id, await ownState(tx, id));
  const done = await change();
  for (const id of await withThoseAbove(tx, touched)) await standAnew(tx, id, own.get(id) ?? (await ownState(tx, id)));
  return done;
}

/** How a ticket stands by itself, and which of those read in it no longer move it. */
interface Own {
  state: StateStanding;
  spent: readonly number[];
}

/** To be asked first by whoever changes what is read where. */
export async function oneMergeAtATime(tx: ShopTx): Promise<void> {
  await takeTurn(tx, 'merging');
}

/** These tickets and all in which they are read, the innermost first. */
async function withThoseAbove(tx: ShopTx, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    with recursive up as (select id, merged_into, 0 as height from tickets where id = any(${[...ids]}::int[])
                    union select above.id, above.merged_into, up.height + 1 from tickets above join up on above.id = up.merged_into)
    select id from up group by id order by max(height), id`;
  return rows.map(({ id }) => id);
}

/** As it was kept when others came to be read in it, unless somebody worked on it since: then it stays where they brought it. */
async function ownState(tx: ShopTx, id: number): Promise<Own> {
  const now = await stateOf(tx, id);
  const kept = await tx.ticket_standings.findFirst({ where: { ticket_id: id } });
  if (!kept) return { state: now, spent: [] };
  const own = { state: z.enum(ticketStates).parse(kept.state), snoozedUntil: kept.snoozed_until, solvedAt: kept.solved_at, solvedBy: kept.solved_by, closedAt: kept.closed_at };
  const others = await readIn(tx, id);
  const counting = others.filter((one) => !kept.spent.includes(one.id));
  const { count } = await saidIn(tx, id);
  const isUntouched = count === kept.messages && isSameState(stateTogether(own, counting), now);
  return isUntouched ? { state: own, spent: kept.spent } : { state: now, spent: others.map((one) => one.id) };
}

async function standAnew(tx: ShopTx, id: number, { state: own, spent }: Own): Promise<void> {
  const others = await readIn(tx, id);
  const { firstReplyAt, ...alone } = await saidIn(tx, id);
  const said = saidTogether(alone, others.map((one) => (spent.includes(one.id) ? { ...one, waitingSince: null } : one)));
  const together = stateTogether(own, others.filter((one) => !spent.includes(one.id)));
  // While it was read in another it slept on, whatever the hour.
  if (together.state === 'snoozed' && together.snoozedUntil) await enqueue(tx, wakeSnoozedJob, {}, { key: `inbox-wake:${id}`, runAt: together.snoozedUntil });
  await tx.ticket_standings.deleteMany({ where: { ticket_id: id } });
  if (others.length > 0) await tx.ticket_standings.create({ data: { ticket_id: id, ...columnsOf(own), messages: alone.count, spent: [...spent] } });
  const { created_at: createdAt } = await tx.tickets.findFirstOrThrow({ where: { id }, select: { created_at: true } });
  await tx.tickets.updateMany({
    where: { id },
    data: {
      ...columnsOf(together),
      message_count: said.count,
      last_message_at: said.lastAt ?? createdAt,
      preview: said.preview,
      last_from: said.lastFrom,
      waiting_since: said.waitingSince,
      first_reply_at: firstReplyAt,
      version: { increment: 1 },
    },
  });
}

function columnsOf({ state, snoozedUntil, solvedAt, solvedBy, closedAt }: StateStanding) {
  return { state, snoozed_until: snoozedUntil, solved_at: solvedAt, solved_by: solvedBy, closed_at: closedAt };
}

async function stateOf(tx: ShopTx, id: number): Promise<StateStanding> {
  const row = await tx.tickets.findFirstOrThrow({ where: { id } });
  return { state: z.enum(ticketStates).parse(row.state), snoozedUntil: row.snoozed_until, solvedAt: row.solved_at, solvedBy: row.solved_by, closedAt: row.closed_at };
}

/** The tickets that are read in this one, each with those that are read in it. */
async function readIn(tx: ShopTx, id: number): Promise<(Standing & { id: number })[]> {
  const rows = await tx.tickets.findMany({ where: { merged_into: id }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    state: z.enum(ticketStates).parse(row.state),
    snoozedUntil: row.snoozed_until,
    solvedAt: row.solved_at,
    solvedBy: row.solved_by,
    closedAt: row.closed_at,
    count: row.message_count,
    lastAt: row.last_message_at,
    preview: row.preview,
    lastFrom: z.enum(['customer', 'shop']).parse(row.last_from),
    waitingSince: row.waiting_since,
  }));
}
