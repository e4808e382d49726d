import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hour, minute } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openFrom, openTimeBetween } from '#app/modules/hours/index.server.ts';
import { expectedReply } from '#app/modules/inbox/index.server.ts';
import { learnedReply } from '#app/modules/inbox/promises/learned-reply.ts';
import { hours, moment } from '#tests/hours/some-hours.ts';
import { openInboxStage, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
const monday = new Date('2026-11-23T09:00:00Z');
const asked = (ctx: ShopContext, now = monday) => ctx.tx(async (tx) => (await expectedReply(tx, ctx.shop, { channel: 'email', now }))?.toISOString() ?? null);

/** Answers that were given last week, each after so many minutes in which somebody was there. */
async function seedAnswers(ctx: ShopContext, took: readonly number[]): Promise<void> {
  const ticketId = await seedTicket(ctx, { answered: true, at: new Date('2026-11-16T09:00:00Z') });
  const endedAt = new Date('2026-11-18T12:00:00Z');
  await ctx.tx((tx) =>
    tx.ticket_promises.createMany({
      data: took.map((minutes, at) => ({
        ticket_id: ticketId, promise: 'next_reply', started_at: new Date(endedAt.getTime() - (at + 1) * hour), counted_from: endedAt, minutes: 480, counts: 'open', priority: 'normal', due_at: null, ended_at: endedAt,
        result: 'kept', took_minutes: minutes,
      })),
    }),
  );
}

describe('whoever writes now', () => {
  it('is told what is promised while nothing is known of how long answers take', async () => {
    const ctx = await stage.newShop();
    expect(await asked(ctx)).toBe('2026-11-24T09:00:00.000Z');
    expect(await asked(ctx, new Date('2026-11-27T15:00:00Z'))).toBe('2026-11-30T15:00:00.000Z');
  });

  it('is told how long answers took lately, by when four of five were there', async () => {
    const ctx = await stage.newShop();
    await seedAnswers(ctx, Array.from({ length: 100 }, (_, at) => at + 1));
    // Eighty minutes from ten in Berlin, to the next quarter.
    expect(await asked(ctx)).toBe('2026-11-23T10:30:00.000Z');
    expect(await asked(ctx, new Date('2026-11-22T12:00:00Z'))).toBe('2026-11-23T09:30:00.000Z');
  });

  it('waits for everybody who wrote before them, at the pace of the last two weeks', async () => {
    const ctx = await stage.newShop();
    await seedAnswers(ctx, Array.from({ length: 40 }, () => 5));
    const before = await asked(ctx);
    for (const at of [1, 2, 3]) await seedTicket(ctx, { email: `waiting-${at}@example.com`, at: monday });
    // Two weeks of eighty hours and forty answers: two hours for each of four.
    expect(before).toBe('2026-11-23T11:00:00.000Z');
    expect(await asked(ctx)).toBe('2026-11-24T09:00:00.000Z');
  });

  it('is told of no answer before anybody is there, nor as they come in, where answers were written by night', async () => {
    const ctx = await stage.newShop();
    await seedAnswers(ctx, Array.from({ length: 2_000 }, () => 0));
    expect(await asked(ctx, new Date('2026-11-21T12:00:00Z'))).toBe('2026-11-23T08:30:00.000Z');
    expect(await asked(ctx)).toBe('2026-11-23T09:30:00.000Z');
    // Half an hour before they go home: on the next morning nobody answers as they come in.
    expect(await asked(ctx, new Date('2026-11-23T15:50:00Z'))).toBe('2026-11-24T08:30:00.000Z');
  });

  it('is told of no answer before half an hour of somebody being there, whatever was learned and whenever they write', () => {
    const length = fc.integer({ min: 0, max: 3 * 1_440 }).map((minutes) => minutes * minute);
    fc.assert(fc.property(hours, moment, length, length, fc.nat(20), (of, now, took, pace, waiting) => {
      const at = learnedReply(of, { now, took, waiting, pace });
      const opens = openFrom(of, now);
      expect(at === null).toBe(opens === null);
      if (!at || !opens) return;
      expect(at.getTime()).toBeGreaterThanOrEqual(opens.getTime() + 30 * minute);
      expect(openTimeBetween(of, now, at)).toBe(Math.max(30 * minute, took, (waiting + 1) * pace));
    }), { numRuns: 150 });
  });
});
