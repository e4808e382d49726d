import { describe, expect, it } from 'vitest';
import { hour } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { expectedReply } from '#app/modules/inbox/index.server.ts';
import { openInboxStage, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
const monday = new Date('2026-11-23T09:00:00Z');
const asked = (ctx: ShopContext, now = monday) => ctx.tx(async (tx) => (await expectedReply(tx, ctx.shop, now))?.toISOString() ?? null);

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
});
