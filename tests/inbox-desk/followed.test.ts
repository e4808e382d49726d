import { beforeEach, describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { actOnTicket, addMessage, changeTicket, deskPage, handOver, mergeTickets, waitingFor, writeNote } from '#app/modules/inbox/index.server.ts';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, saidByCustomer, saidByStaff, seededStaff, seedTicket } from '../inbox-stage.ts';
import { openView } from '../inbox-ticket/open-view.ts';

const stage = await openInboxStage();
const { mia, kenji } = seededStaff;
type Ctx = Awaited<ReturnType<typeof stage.newShop>>;
let ctx: Ctx;
let keys = 0;

beforeEach(async () => {
  ctx = await stage.newShop();
});

/** Every step is a minute after the one before. */
const later = () => ((ctx.clock.offset += minute), ctx.clock.now());
const note = (ticketId: number, by: string, mentions: string[] = []) => (later(), writeNote(ctx, { ticketId, by, requestKey: `11111111-1111-4111-8111-${String((keys += 1)).padStart(12, '0')}`, text: 'Look at this.', mentions }));
const open = (ticketId: number, staffId: string) => (later(), openView(ctx, { ticketId, staffId, most: 60 }));
const follow = (ticketId: number, staffId: string) => {
  later();
  const form = new FormData();
  form.set('intent', 'follow');
  form.set('follows', 'yes');
  return actOnTicket(ctx, { id: String(ticketId), form, staffId });
};
const followed = async (staffId: string) => (await deskPage(ctx, { ...wholeDesk, view: 'followed' }, staffId)).rows.map(({ id, hasNews }) => [id, hasNews]);
const told = async (staffId: string) => (await waitingFor(ctx, staffId)).told;

describe('who is mentioned in a note', () => {
  it('finds it among what they follow, marked until they looked, and is told at once who did it', async () => {
    const ticketId = await seedTicket(ctx);
    await note(ticketId, kenji, [mia]);
    expect(await followed(mia)).toEqual([[ticketId, true]]);
    expect((await deskPage(ctx, wholeDesk, mia)).counts.followed).toBe(1);
    expect(await told(mia)).toMatchObject({ id: ticketId, by: 'Kenji Agent', how: 'mentioned' });
    expect([await followed(kenji), await told(kenji)]).toEqual([[], null]);
    await open(ticketId, mia);
    expect(await followed(mia)).toEqual([[ticketId, false]]);
    expect(await told(mia)).toBeNull();
  });

  it('is told also where the ticket was solved', async () => {
    const ticketId = await seedTicket(ctx, { changes: { state: 'solved' } });
    await note(ticketId, kenji, [mia]);
    expect(await followed(mia)).toEqual([[ticketId, true]]);
    await open(ticketId, mia);
    expect(await followed(mia)).toEqual([]);
  });
});

describe('who follows a ticket', () => {
  it('is told of what others say in it, and of nothing they say themselves', async () => {
    const ticketId = await seedTicket(ctx, { changes: { assigneeId: kenji } });
    await follow(ticketId, mia);
    expect(await followed(mia)).toEqual([[ticketId, false]]);
    await note(ticketId, mia);
    expect([await followed(mia), await told(mia)]).toEqual([[[ticketId, false]], null]);
    await note(ticketId, kenji);
    expect(await told(mia)).toMatchObject({ id: ticketId, how: 'noted' });
    await ctx.tx((tx) => addMessage(tx, ticketId, { ...saidByStaff('On its way.'), authorId: kenji, authorName: 'Kenji Agent' }, later()));
    expect(await told(mia)).toMatchObject({ how: 'answered', by: 'Kenji Agent' });
    await ctx.tx((tx) => addMessage(tx, ticketId, saidByCustomer('Thank you.'), later()));
    expect(await told(mia)).toMatchObject({ how: 'wrote' });
    expect(await followed(mia)).toEqual([[ticketId, true]]);
  });

  it('follows it where it is read, once it is merged', async () => {
    const [root, merged] = [await seedTicket(ctx, { changes: { assigneeId: kenji } }), await seedTicket(ctx)];
    await follow(merged, mia);
    await ctx.tx((tx) => mergeTickets(tx, { into: root, from: [merged], actor: kenji, now: later() }));
    await note(root, kenji);
    expect(await followed(mia)).toEqual([[root, true]]);
  });
});

describe('who is given a ticket', () => {
  it('is told by whom, and not of what they took themselves', async () => {
    const ticketId = await seedTicket(ctx);
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { assigneeId: mia }, actor: kenji, now: later() }));
    expect(await told(mia)).toMatchObject({ id: ticketId, how: 'given', by: 'Kenji Agent' });
    const own = await seedTicket(ctx);
    await ctx.tx((tx) => changeTicket(tx, { ticketId: own, changes: { assigneeId: kenji }, actor: kenji, now: later() }));
    expect(await told(kenji)).toBeNull();
  });

  it('is told when it is handed over to them with a note', async () => {
    const ticketId = await seedTicket(ctx);
    const teamId = '22222222-2222-4222-8222-222222222222';
    await ctx.tx(async (tx) => {
      await tx.teams.create({ data: { id: teamId, name: 'Warehouse', kind: 'warehouse', created_at: ctx.clock.now() } });
      await tx.team_members.create({ data: { team_id: teamId, staff_id: mia } });
    });
    later();
    await handOver(ctx, { ticketId, actor: kenji, value: { key: teamId, teamId, assigneeId: mia, note: 'Is the blue one there?', escalates: false } });
    expect(await told(mia)).toMatchObject({ id: ticketId, how: 'given', by: 'Kenji Agent' });
  });
});
