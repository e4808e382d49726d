import { expect, it } from 'vitest';
import { hour } from '#app/kernel/time.ts';
import { changeTicket, mergeTickets, splitTicket, undoSplit, unmergeTicket } from '#app/modules/inbox/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const steps = 250;
const worlds = 5;
/** How many are made before all are taken back. */
const atOnce = 5;

/** A number from 0 up to the bound, the same sequence for the same seed. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

it(`leaves threads and clocks as they were after ${steps} merges and splits, each taken back`, { timeout: 300_000 }, async () => {
  for (let seed = 1; seed <= worlds; seed += 1) await oneWorld(seed, steps / worlds / atOnce);
});

async function oneWorld(seed: number, rounds: number): Promise<void> {
  const roll = dice(seed);
  const ctx = await stage.newShop();
  const now = ctx.clock.now();
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  const states = ['waiting_customer', 'solved', 'snoozed'] as const;
  for (const [at, state] of states.entries()) {
    const changes = { state, assigneeId: seededStaff.kenji, ...(state === 'snoozed' ? { snoozedUntil: ago(-20) } : {}) };
    await seedTicket(ctx, { email: `${state}@example.com`, answered: at % 2 === 0, changes, at: ago(80 - at) });
  }
  for (let at = 0; at < 2; at += 1) {
    const id = await seedTicket(ctx, { email: `person${at}@example.com`, at: ago(40 - at) });
    for (let more = 0; more < 3; more += 1) await (roll(2) === 0 ? seedMessage(ctx, id, { text: `Word ${more} of ${at}` }, ago(30 - at - more)) : seedMessage(ctx, id, saidByStaff(`Answer ${more}`), ago(30 - at - more)));
  }
  const about = { actor: seededStaff.mia, now };
  await ctx.tx(async (tx) => {
    // What is late by now is known to be late.
    for (const { id } of await tx.tickets.findMany({ select: { id: true } })) await changeTicket(tx, { ticketId: id, changes: { addTags: ['seen'] }, ...about });
    const before = await everything(tx);
    for (let round = 1; round <= rounds; round += 1) {
      const undo = await moveThingsAround(tx, roll, about);
      for (const step of undo.toReversed()) await step(tx);
      expect(await everything(tx), `seed ${seed}, round ${round}`).toEqual(before);
    }
  });
}

type Step = (tx: ShopTx) => Promise<unknown>;

/** Merges and splits at random; answers what takes each back. */
async function moveThingsAround(tx: ShopTx, roll: (bound: number) => number, about: { actor: string; now: Date }): Promise<Step[]> {
  const undo: Step[] = [];
  while (undo.length < atOnce) {
    const roots = (await tx.tickets.findMany({ where: { merged_into: null, message_count: { gt: 0 } }, select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id);
    const one = roots[roll(roots.length)] ?? 0;
    const messageIds = roll(2) === 0 ? await some(tx, one, roll) : [];
    if (messageIds.length > 0) {
      const made = await splitTicket(tx, { ticketId: one, messageIds, subject: '', ...about });
      undo.push((later) => undoSplit(later, { ticketId: made, ...about }));
    } else {
      const merged = await mergeTickets(tx, { into: one, from: [roots[roll(roots.length)] ?? 0], ...about });
      for (const ticketId of merged) undo.push((later) => unmergeTicket(later, { ticketId, ...about }));
    }
  }
  return undo;
}

/** Some of the messages of a conversation, never all. */
async function some(tx: ShopTx, root: number, roll: (bound: number) => number): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    with recursive down as (select id from tickets where id = ${root} union select below.id from tickets below join down on below.merged_into = down.id)
    select m.id from messages m join down on down.id = m.ticket_id order by m.id`;
  return rows.filter(() => roll(3) === 0).slice(0, rows.length - 1).map(({ id }) => id);
}

/** Every ticket with a message, its words, its promises and its messages; what only counts changes is left out. */
async function everything(tx: ShopTx) {
  const tickets = await tx.tickets.findMany({ where: { message_count: { gt: 0 }, merged_into: null }, orderBy: { id: 'asc' }, omit: { version: true } });
  const messages = await tx.messages.findMany({ orderBy: { id: 'asc' } });
  const promises = await tx.ticket_promises.findMany({ where: { ticket_id: { in: tickets.map(({ id }) => id) } }, orderBy: [{ ticket_id: 'asc' }, { started_at: 'asc' }, { promise: 'asc' }] });
  return { tickets, messages, promises };
}
