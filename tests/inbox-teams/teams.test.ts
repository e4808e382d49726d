import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { day, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { assignWaiting, changeTicket, handOver, mergeTickets, openTicket, personFor, readTeams, readTicketRow, removeTeam, saveAgent, saveTeam } from '#app/modules/inbox/index.server.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
const { owner, mia, kenji } = seededStaff;

const formOf = (value: unknown, more: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, text] of Object.entries({ value: JSON.stringify(value), ...more })) form.set(name, text);
  return form;
};

async function newTeam(ctx: ShopContext, team: { name?: string; kind?: string; assigns?: string; members?: string[]; mailboxes?: string[] }): Promise<string> {
  const answer = await saveTeam(ctx, null, formOf({ name: 'Support', kind: 'support', assigns: 'in_turn', members: [mia, kenji], mailboxes: [], ...team }));
  if (!('id' in answer)) throw new Error(JSON.stringify(answer));
  return answer.id;
}

const agent = (ctx: ShopContext, staffId: string, part: { mostOpen?: number | null; isAway?: boolean; backOn?: string }) => saveAgent(ctx, staffId, formOf({ displayName: '', signature: '', mostOpen: null, isAway: false, backOn: '', ...part }));
const ofTeam = (ctx: ShopContext, teamId: string, more: Parameters<typeof seedTicket>[1] = {}) => seedTicket(ctx, { ...more, changes: { teamId, ...more.changes } });
const assignee = (ctx: ShopContext, ticketId: number) => ctx.tx(async (tx) => (await readTicketRow(tx, ticketId))?.assigneeId ?? null);
const isWoken = async (ctx: ShopContext) => (await stage.database.pool.query(`select from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox.assign-waiting`])).rowCount === 1;

describe('a team that gives its tickets by itself', () => {
  it('gives them in turn, each once', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    const tickets = [await ofTeam(ctx, teamId), await ofTeam(ctx, teamId), await ofTeam(ctx, teamId)];
    await assignWaiting(ctx);
    await assignWaiting(ctx);
    expect(await Promise.all(tickets.map((id) => assignee(ctx, id)))).toEqual([mia, kenji, mia]);
    const events = await ctx.tx((tx) => tx.ticket_events.count({ where: { type: 'assigned' } }));
    expect(events).toBe(3);
  });

  it('gives the urgent one first, and leaves what nobody has room for until somebody has', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { assigns: 'least_busy', members: [mia] });
    await agent(ctx, mia, { mostOpen: 1 });
    const [usual, urgent] = [await ofTeam(ctx, teamId), await ofTeam(ctx, teamId, { changes: { priority: 'urgent' } })];
    await assignWaiting(ctx);
    expect([await assignee(ctx, usual), await assignee(ctx, urgent)]).toEqual([null, mia]);
    await stage.database.pool.query(`delete from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox.assign-waiting`]);
    await ctx.tx((tx) => changeTicket(tx, { ticketId: urgent, changes: { state: 'solved' }, actor: mia, now: ctx.clock.now() }));
    expect(await isWoken(ctx)).toBe(true);
    await assignWaiting(ctx);
    expect(await assignee(ctx, usual)).toBe(mia);
  });

  it.each<[string, (tx: ShopTx, ticketId: number, now: Date) => Promise<unknown>]>([
    ['was given to a colleague', (tx, ticketId, now) => changeTicket(tx, { ticketId, changes: { assigneeId: owner }, actor: owner, now })],
    ['is spam', (tx, ticketId, now) => changeTicket(tx, { ticketId, changes: { spam: true }, actor: mia, now })],
    ['is read in another', async (tx, ticketId, now) => mergeTickets(tx, { into: (await tx.tickets.findFirstOrThrow({ where: { subject: 'Elsewhere' } })).id, from: [ticketId], actor: mia, now })],
  ])('gives the next to whoever has room since what they had %s', async (_how, leave) => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { members: [mia] });
    await agent(ctx, mia, { mostOpen: 1 });
    await seedTicket(ctx, { subject: 'Elsewhere' });
    const [had, waits] = [await ofTeam(ctx, teamId), await ofTeam(ctx, teamId)];
    await assignWaiting(ctx);
    expect([await assignee(ctx, had), await assignee(ctx, waits)]).toEqual([mia, null]);
    await stage.database.pool.query(`delete from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:inbox.assign-waiting`]);
    await ctx.tx((tx) => leave(tx, had, ctx.clock.now()));
    expect(await isWoken(ctx)).toBe(true);
    await assignWaiting(ctx);
    expect(await assignee(ctx, waits)).toBe(mia);
  });

  it('passes over who is away, until they are back', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { members: [mia] });
    const back = new Date(ctx.clock.now().getTime() + 2 * day);
    await agent(ctx, mia, { isAway: true, backOn: back.toISOString().slice(0, 10) });
    const ticketId = await ofTeam(ctx, teamId);
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBeNull();
    ctx.clock.offset = 3 * day;
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(mia);
  });

  it('gives a ticket of somebody who is away to another once its customer writes', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    const ticketId = await ofTeam(ctx, teamId, { answered: true, changes: { assigneeId: mia } });
    await agent(ctx, mia, { isAway: true });
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(mia);
    await seedMessage(ctx, ticketId, { text: 'And now?' });
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(kenji);
  });

  it('gives a ticket of somebody who is away to another once a third party answers beside it, and not for a note', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    const ticketId = await ofTeam(ctx, teamId, { answered: true, changes: { assigneeId: mia, state: 'open' } });
    const aside = { text: 'It is lost.', sideId: randomUUID(), author: 'third', from: 'claims@carrier.example' } as const;
    await seedMessage(ctx, ticketId, aside);
    ctx.clock.offset = hour;
    await agent(ctx, mia, { isAway: true });
    ctx.clock.offset = 2 * hour;
    await seedMessage(ctx, ticketId, { text: 'Mia knows.', direction: 'note', author: 'staff', authorId: owner });
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(mia);
    await seedMessage(ctx, ticketId, aside);
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(kenji);
  });

  it('leaves to whoever took it, or is done with it, what was still to be given a moment ago', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    const [first, taken, solved] = [await ofTeam(ctx, teamId), await ofTeam(ctx, teamId), await ofTeam(ctx, teamId)];
    let round = 0;
    const racing: ShopContext = {
      ...ctx,
      // Between what was found and the first that is given.
      tx: async (work) => {
        round += 1;
        if (round === 2) {
          const by = { actor: owner, now: ctx.clock.now() };
          await ctx.tx(async (tx) => {
            await changeTicket(tx, { ticketId: taken, changes: { assigneeId: owner }, ...by });
            await changeTicket(tx, { ticketId: solved, changes: { state: 'solved' }, ...by });
          });
        }
        return ctx.tx(work);
      },
    };
    await assignWaiting(racing);
    expect(await Promise.all([first, taken, solved].map((id) => assignee(ctx, id)))).toEqual([mia, owner, null]);
  });

  it('is given no spam', async () => {
    const ctx = await stage.newShop();
    const ticketId = await ofTeam(ctx, await newTeam(ctx, {}), { spam: true });
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBeNull();
  });

  it('has what comes to its address', async () => {
    const ctx = await stage.newShop();
    const mailboxId = randomUUID();
    await ctx.tx((tx) => tx.mailboxes.create({ data: { id: mailboxId, address: 'help@shop.example', name: 'Help', way_in: 'door', key: mailboxId, created_at: ctx.clock.now() } }));
    const teamId = await newTeam(ctx, { members: [kenji], mailboxes: [mailboxId] });
    expect((await ctx.tx((tx) => readTeams(tx, ctx.clock.now()))).teams).toMatchObject([{ id: teamId, mailboxes: [mailboxId] }]);
    const ticketId = await ctx.tx(async (tx) => {
      const personId = await personFor(tx, { handle: { kind: 'email', value: 'ada@example.com' } }, ctx.clock.now());
      return openTicket(tx, { personId, channel: 'email', mailboxId, subject: 'Hello' }, ctx.clock.now());
    });
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(kenji);
  });
});

describe('handing a ticket over', () => {
  it('takes the note along, and leaves it to the team to find somebody', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { name: 'Warehouse', kind: 'warehouse', members: [kenji] });
    const ticketId = await seedTicket(ctx, { changes: { assigneeId: mia } });
    expect(await handOver(ctx, { ticketId, actor: mia, value: { key: randomUUID(), teamId, assigneeId: '', note: 'Is shelf 4 empty?', escalates: false } })).toEqual({ handedOver: ticketId });
    expect(await isWoken(ctx)).toBe(true);
    await assignWaiting(ctx);
    expect(await assignee(ctx, ticketId)).toBe(kenji);
    const note = await ctx.tx((tx) => tx.messages.findFirst({ where: { ticket_id: ticketId, direction: 'note' } }));
    expect(note).toMatchObject({ text: 'Is shelf 4 empty?', author_id: mia, author_name: 'Mia Agent' });
  });

  it('raises it where it is escalated, and never lowers it', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { name: 'Management', kind: 'management', assigns: 'by_hand', members: [owner] });
    const [usual, urgent] = [await seedTicket(ctx), await seedTicket(ctx, { changes: { priority: 'urgent', priorityReason: 'payment' } })];
    for (const ticketId of [usual, urgent]) await handOver(ctx, { ticketId, actor: mia, value: { key: randomUUID(), teamId, assigneeId: owner, note: 'Please look.', escalates: true } });
    const rows = await ctx.tx(async (tx) => [await readTicketRow(tx, usual), await readTicketRow(tx, urgent)]);
    expect(rows.map((row) => [row?.priority, row?.priorityReason, row?.assigneeId])).toEqual([['high', 'staff', owner], ['urgent', 'payment', owner]]);
  });

  it('is done once for one request, and takes nothing from whoever has it since', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, { assigns: 'by_hand', members: [kenji, owner] });
    const ticketId = await seedTicket(ctx);
    const value = { key: randomUUID(), teamId, assigneeId: kenji, note: 'Is shelf 4 empty?', escalates: false };
    const once = () => handOver(ctx, { ticketId, actor: mia, value });
    expect(await Promise.all([once(), once()])).toEqual([{ handedOver: ticketId }, { handedOver: ticketId }]);
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { assigneeId: owner }, actor: kenji, now: ctx.clock.now() }));
    await once();
    expect(await assignee(ctx, ticketId)).toBe(owner);
    expect(await ctx.tx((tx) => tx.messages.count({ where: { ticket_id: ticketId, direction: 'note' } }))).toBe(1);
  });

  it('changes nothing without a note, and nothing to a team that is not there', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const teamId = await newTeam(ctx, {});
    expect(await handOver(ctx, { ticketId, actor: mia, value: { key: randomUUID(), teamId, assigneeId: '', note: ' ', escalates: false } })).toEqual({ errors: { note: 'required' } });
    await expect(handOver(ctx, { ticketId, actor: mia, value: { key: randomUUID(), teamId: randomUUID(), assigneeId: '', note: 'x', escalates: false } })).rejects.toMatchObject({ status: 404 });
    await expect(handOver(ctx, { ticketId, actor: mia, value: { key: randomUUID(), teamId, assigneeId: owner, note: 'x', escalates: false } })).rejects.toMatchObject({ code: 'not_of_the_team' });
    expect(await ctx.tx((tx) => tx.messages.count({ where: { ticket_id: ticketId } }))).toBe(1);
  });
});

describe('the teams', () => {
  it('show who is there and what waits for each', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    await ofTeam(ctx, teamId, { changes: { assigneeId: mia } });
    await ofTeam(ctx, teamId);
    await ofTeam(ctx, teamId, { changes: { state: 'solved' } });
    await agent(ctx, kenji, { isAway: true, mostOpen: 5 });
    const rating = { ticket_id: await seedTicket(ctx, { changes: { state: 'solved' } }), person_id: randomUUID(), staff_id: mia, asked_at: ctx.clock.now(), answered_at: ctx.clock.now(), score: 5 };
    await ctx.tx((tx) => tx.satisfactions.create({ data: rating }));
    const { teams, agents } = await ctx.tx((tx) => readTeams(tx, new Date(ctx.clock.now().getTime() + hour)));
    expect(teams).toEqual([{ id: teamId, name: 'Support', kind: 'support', assigns: 'in_turn', members: [mia, kenji], mailboxes: [], open: 2, unassigned: 1, version: 1 }]);
    expect(agents.map(({ id, isAway, mostOpen, open, rated, content }) => [id, isAway, mostOpen, open, rated, content])).toEqual([[kenji, true, 5, 0, 0, 0], [mia, false, null, 1, 1, 1], [owner, false, null, 0, 0, 0]]);
  });

  it('that are dissolved have no open tickets from then on, and keep those that are done', async () => {
    const ctx = await stage.newShop();
    const teamId = await newTeam(ctx, {});
    const [open, done] = [await ofTeam(ctx, teamId), await ofTeam(ctx, teamId, { changes: { state: 'closed' } })];
    await removeTeam(ctx, { teamId, actor: owner });
    const teamsOf = await ctx.tx(async (tx) => [(await readTicketRow(tx, open))?.teamId, (await readTicketRow(tx, done))?.teamId]);
    expect(teamsOf).toEqual([null, teamId]);
  });

  it('that are dissolved leave the team of a ticket alone in which one of theirs is read', async () => {
    const ctx = await stage.newShop();
    const [kept, dissolved] = [await newTeam(ctx, {}), await newTeam(ctx, { name: 'Returns' })];
    const [into, merged] = [await ofTeam(ctx, kept), await ofTeam(ctx, dissolved)];
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [merged], actor: owner, now: ctx.clock.now() }));
    await removeTeam(ctx, { teamId: dissolved, actor: owner });
    const teamsOf = await ctx.tx(async (tx) => [(await readTicketRow(tx, into))?.teamId, (await readTicketRow(tx, merged))?.teamId]);
    expect(teamsOf).toEqual([kept, null]);
  });

  it('are made once, however often a new one is saved, and changed on the version that was seen', async () => {
    const ctx = await stage.newShop();
    const team = { name: 'Support', kind: 'support', assigns: 'by_hand', members: [mia], mailboxes: [] };
    const key = randomUUID();
    const saved = await Promise.all([1, 2].map(() => saveTeam(ctx, null, formOf(team, { key }))));
    expect(saved).toEqual([1, 2].map(() => ({ id: key, saved: { value: team, version: 1 } })));
    const change = (name: string) => saveTeam(ctx, key, formOf({ ...team, name }, { version: '1' }));
    expect(await change('Care')).toMatchObject({ saved: { version: 2 } });
    for (const version of ['', 'x', '1e20', '-1']) expect(await saveTeam(ctx, key, formOf(team, { version }))).toEqual({ errors: { fields: {}, form: 'conflict' } });
    expect(await change('Help')).toEqual({ errors: { fields: {}, form: 'conflict' } });
    expect((await ctx.tx((tx) => readTeams(tx, ctx.clock.now()))).teams).toMatchObject([{ name: 'Care', members: [mia], version: 2 }]);
    await expect(saveTeam(ctx, randomUUID(), formOf(team, { version: '1' }))).rejects.toMatchObject({ status: 404 });
  });

  it('need a name', async () => {
    const ctx = await stage.newShop();
    expect(await saveTeam(ctx, null, formOf({ name: ' ', kind: 'support', assigns: 'by_hand', members: [], mailboxes: [] }))).toEqual({ errors: { fields: { name: 'required' }, form: null } });
  });
});
