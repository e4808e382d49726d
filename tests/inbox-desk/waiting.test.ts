import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { changeTicket, promiseSetting, waitingFor, watchPromises } from '#app/modules/inbox/index.server.ts';
import { newsBetween, readWaiting, toldBetween, warnedBetween } from '#app/ui/waiting.ts';
import { openInboxStage, seedEveryState, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();

describe('what waits for somebody', () => {
  it('is theirs and what is nobody’s, and what was written last of it', async () => {
    const ctx = await stage.newShop();
    expect(await waitingFor(ctx, seededStaff.mia)).toEqual({ count: 0, newest: null, told: null, warned: [] });
    const { open, new: fresh } = await seedEveryState(ctx);
    expect(await waitingFor(ctx, seededStaff.mia)).toMatchObject({ count: 3, newest: { id: fresh, person: 'Nora New', subject: 'Where is my parcel?' } });
    expect(await waitingFor(ctx, seededStaff.kenji)).toMatchObject({ count: 2 });
    expect(await waitingFor(ctx, null)).toMatchObject({ count: 2 });
    await seedMessage(ctx, open, { text: 'Still twice.' });
    expect(await waitingFor(ctx, seededStaff.mia)).toMatchObject({ count: 3, newest: { id: open } });
    expect(await waitingFor(ctx, seededStaff.kenji)).toMatchObject({ newest: { id: fresh } });
    // Whoever writes a call down heard it.
    await seedTicket(ctx, { channel: 'phone', changes: { assigneeId: seededStaff.kenji } });
    expect(await waitingFor(ctx, seededStaff.kenji)).toMatchObject({ count: 3, newest: { id: fresh } });
  });

  it('are the promises that are soon broken: their own, and what nobody has yet of their team or of none', async () => {
    const ctx = await stage.newShop();
    const value = { ...promiseSetting.initial, email: { first_reply: 60, next_reply: 60, resolution: null, counts: 'always' }, warnBefore: 15 };
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-promises', ${JSON.stringify(value)}::jsonb, ${ctx.clock.now()})`);
    const team = '11111111-1111-4111-8111-111111111111';
    await ctx.tx(async (tx) => {
      await tx.teams.create({ data: { id: team, name: 'Finance', kind: 'finance', created_at: ctx.clock.now() } });
      await tx.team_members.create({ data: { team_id: team, staff_id: seededStaff.kenji } });
    });
    const { mia, kenji } = seededStaff;
    const [own, nobodys, teams] = [await seedTicket(ctx, { changes: { assigneeId: mia } }), await seedTicket(ctx), await seedTicket(ctx, { changes: { teamId: team } })];
    const all = [own, nobodys, teams];
    const watch = () => Promise.all(all.map((ticketId) => watchPromises(ctx, { ticketId })));
    const warned = async (staffId: string) => (await waitingFor(ctx, staffId)).warned.map(({ id }) => id);
    await watch();
    expect(await warned(mia)).toEqual([]);
    ctx.clock.offset += 50 * minute;
    await watch();
    expect([await warned(mia), await warned(kenji)]).toEqual([[own, nobodys], [nobodys, teams]]);
    expect((await waitingFor(ctx, mia)).warned[0]).toMatchObject({ subject: 'Where is my parcel?', promise: 'first_reply' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId: own, changes: { state: 'solved' }, actor: mia, now: ctx.clock.now() }));
    expect(await warned(mia)).toEqual([nobodys]);
    ctx.clock.offset += 11 * minute;
    await watch();
    expect(await warned(mia)).toEqual([]);
  });
});

describe('the frame', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const later = new Date('2026-11-21T10:00:01Z');
  const told = (when: Date) => ({ count: 1, newest: { id: 7, subject: 'Parcel', person: null, at: when }, told: null, warned: [] });

  it('reads what the server says, and nothing else', () => {
    expect(readWaiting(JSON.parse(JSON.stringify(told(at))))).toEqual(told(at));
    expect(readWaiting({ count: 0, newest: null, told: null, warned: [] })).toEqual({ count: 0, newest: null, told: null, warned: [] });
    for (const other of [null, 'x', {}, { count: '1', newest: null }, { count: 1, newest: { id: '7' }, told: null, warned: [] }, { count: 1, told: null, warned: [] }, { count: 1, newest: null, told: null }, { count: 1, newest: null, warned: [] }, { count: 1, newest: null, told: { id: 7 }, warned: [] }, { count: 1, newest: null, told: null, warned: [{ id: 7 }] }]) expect(readWaiting(other)).toBeNull();
  });

  it('tells what came since it looked last, and nothing at its first look', () => {
    expect(newsBetween(null, told(at))).toBeNull();
    expect(newsBetween(told(at), told(at))).toBeNull();
    expect(newsBetween(told(at), told(later))).toEqual(told(later).newest);
    expect(newsBetween({ count: 0, newest: null, told: null, warned: [] }, told(at))).toEqual(told(at).newest);
    expect(newsBetween(told(later), told(at))).toBeNull();
    expect(newsBetween(told(at), { count: 0, newest: null, told: null, warned: [] })).toBeNull();
  });

  it('tells once what a colleague did, and nothing at its first look', () => {
    const deed = (when: Date) => ({ ...told(at), told: { id: 7, subject: 'Parcel', by: 'Kenji', how: 'mentioned' as const, at: when } });
    expect(readWaiting(JSON.parse(JSON.stringify(deed(at))))).toEqual(deed(at));
    expect(readWaiting(JSON.parse(JSON.stringify({ ...deed(at), told: { ...deed(at).told, how: 'sung' } })))).toBeNull();
    expect([toldBetween(null, deed(at)), toldBetween(deed(at), deed(at)), toldBetween(deed(later), deed(at)), toldBetween(deed(at), told(later))]).toEqual([null, null, null, null]);
    expect(toldBetween(told(at), deed(at))).toEqual(deed(at).told);
    expect(toldBetween(deed(at), deed(later))).toEqual(deed(later).told);
  });

  it('warns of each promise once, and of nothing at its first look', () => {
    const one = { id: 7, subject: 'Parcel', promise: 'first_reply', dueAt: later };
    const other = { ...one, id: 8 };
    const warned = (...warned: (typeof one)[]) => ({ ...told(at), warned });
    expect(readWaiting(JSON.parse(JSON.stringify(warned(one))))).toEqual(warned(one));
    expect(warnedBetween(null, warned(one))).toEqual([]);
    expect(warnedBetween(warned(), warned(one))).toEqual([one]);
    expect(warnedBetween(warned(one), warned(one, other))).toEqual([other]);
    expect(warnedBetween(warned(one, other), warned(other))).toEqual([]);
    expect(warnedBetween(warned(one), warned({ ...one, dueAt: at }))).toHaveLength(1);
  });
});
