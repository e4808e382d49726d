import { describe, expect, it } from 'vitest';
import { waitingFor } from '#app/modules/inbox/index.server.ts';
import { newsBetween, readWaiting } from '#app/ui/waiting.ts';
import { openInboxStage, seedEveryState, seededStaff, seedMessage } from '../inbox-stage.ts';

const stage = await openInboxStage();

describe('what waits for somebody', () => {
  it('is theirs and what is nobody’s, and what was written last of it', async () => {
    const ctx = await stage.newShop();
    expect(await waitingFor(ctx, seededStaff.mia)).toEqual({ count: 0, newest: null });
    const { open, new: fresh } = await seedEveryState(ctx);
    expect(await waitingFor(ctx, seededStaff.mia)).toMatchObject({ count: 3, newest: { id: fresh, person: 'Nora New', subject: 'Where is my parcel?' } });
    expect(await waitingFor(ctx, seededStaff.kenji)).toMatchObject({ count: 2 });
    expect(await waitingFor(ctx, null)).toMatchObject({ count: 2 });
    await seedMessage(ctx, open, { text: 'Still twice.' });
    expect(await waitingFor(ctx, seededStaff.mia)).toMatchObject({ count: 3, newest: { id: open } });
    expect(await waitingFor(ctx, seededStaff.kenji)).toMatchObject({ newest: { id: fresh } });
  });
});

describe('the frame', () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const later = new Date('2026-11-21T10:00:01Z');
  const told = (when: Date) => ({ count: 1, newest: { id: 7, subject: 'Parcel', person: null, at: when } });

  it('reads what the server says, and nothing else', () => {
    expect(readWaiting(JSON.parse(JSON.stringify(told(at))))).toEqual(told(at));
    expect(readWaiting({ count: 0, newest: null })).toEqual({ count: 0, newest: null });
    for (const other of [null, 'x', {}, { count: '1', newest: null }, { count: 1, newest: { id: '7' } }, { count: 1 }]) expect(readWaiting(other)).toBeNull();
  });

  it('tells what came since it looked last, and nothing at its first look', () => {
    expect(newsBetween(null, told(at))).toBeNull();
    expect(newsBetween(told(at), told(at))).toBeNull();
    expect(newsBetween(told(at), told(later))).toEqual(told(later).newest);
    expect(newsBetween({ count: 0, newest: null }, told(at))).toEqual(told(at).newest);
    expect(newsBetween(told(later), told(at))).toBeNull();
    expect(newsBetween(told(at), { count: 0, newest: null })).toBeNull();
  });
});
