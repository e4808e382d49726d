import { describe, expect, test } from 'vitest';
import { day, hour } from '#app/kernel/time.ts';
import { maySeeReadings, readingsView } from '#app/modules/inbox/index.server.ts';
import { ReadingsPage } from '#app/modules/inbox/keeping/ui/readings-page.tsx';
import { readingsPath, readReadingsQuery, wholeLog } from '#app/modules/inbox/keeping/ui/readings-query.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { openInboxStage, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const { owner, mia, kenji } = seededStaff;
/** Noon in the test's shop, so that no day begins between. */
const noon = new Date('2026-11-20T12:00:00Z');

async function read(ctx: ShopContext, ticketId: number, staffId: string, days: number): Promise<void> {
  const at = new Date(noon.getTime() - days * day);
  await ctx.tx((tx) => tx.ticket_readings.create({ data: { ticket_id: ticketId, staff_id: staffId, day: at, first_at: at, last_at: new Date(at.getTime() + hour) } }));
}

async function seeded() {
  const ctx = await stage.newShop();
  const [one, other] = [await seedTicket(ctx, { subject: 'Lamp' }), await seedTicket(ctx, { subject: 'Chair' })];
  for (const days of [0, 1, 5]) await read(ctx, one, mia, days);
  await read(ctx, other, kenji, 1);
  return { ctx, one, other };
}
const shown = async (ctx: ShopContext, query: Partial<typeof wholeLog> = {}) => (await readingsView(ctx, { ...wholeLog, ...query }, owner))?.readings.map(({ ticketId, staffId, firstAt }) => `${ticketId} ${staffId} ${firstAt.toISOString().slice(0, 10)}`);

describe('the log of who read what', () => {
  test('is shown the latest day first: whole, of one conversation, of one person, of some days', async () => {
    const { ctx, one, other } = await seeded();
    expect(await shown(ctx)).toEqual([`${one} ${mia} 2026-11-20`, `${other} ${kenji} 2026-11-19`, `${one} ${mia} 2026-11-19`, `${one} ${mia} 2026-11-15`]);
    expect(await shown(ctx, { ticket: other })).toEqual([`${other} ${kenji} 2026-11-19`]);
    expect(await shown(ctx, { staff: mia, from: '2026-11-16' })).toEqual([`${one} ${mia} 2026-11-20`, `${one} ${mia} 2026-11-19`]);
    expect(await shown(ctx, { from: '2026-11-15', until: '2026-11-15' })).toEqual([`${one} ${mia} 2026-11-15`]);
    expect(await shown(ctx, { from: '2026-02-31' })).toHaveLength(4);
  });

  test('is shown of a whole day, also of the one on which the clocks go back', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx);
    const late = new Date('2026-10-25T22:30:00Z');
    await ctx.tx((tx) => tx.ticket_readings.create({ data: { ticket_id: id, staff_id: mia, day: new Date('2026-10-25'), first_at: late, last_at: late } }));
    const inBerlin = { ...ctx, shop: { ...ctx.shop, ianaTimezone: 'Europe/Berlin' } };
    expect(await shown(inBerlin, { from: '2026-10-25', until: '2026-10-25' })).toHaveLength(1);
    expect(await shown(inBerlin, { until: '2026-10-24' })).toEqual([]);
  });

  test('is shown page by page, each reading once', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx);
    for (let days = 0; days < 53; days += 1) await read(ctx, id, days % 2 ? mia : kenji, days);
    const first = await readingsView(ctx, wholeLog, owner);
    const second = await readingsView(ctx, { ...wholeLog, after: first?.next ?? null }, owner);
    expect([first?.readings.length, second?.readings.length, second?.next]).toEqual([50, 3, null]);
    expect(new Set([...(first?.readings ?? []), ...(second?.readings ?? [])].map(({ place }) => place)).size).toBe(53);
  });

  test('is for those who may do everything', async () => {
    const { ctx } = await seeded();
    for (const who of [mia, null]) {
      expect(await readingsView(ctx, wholeLog, who)).toBeNull();
      expect(await ctx.tx((tx) => maySeeReadings(tx, who))).toBe(false);
    }
    expect(await ctx.tx((tx) => maySeeReadings(tx, owner))).toBe(true);
    expect(textOf(render({ path: '/app/settings/keeping/readings', children: <ReadingsPage query={wholeLog} view={null} /> }))).toContain('Only who may do everything');
  });

  test('links each conversation, with who read it and when', async () => {
    const { ctx, one } = await seeded();
    const html = render({ path: '/app/settings/keeping/readings', children: <ReadingsPage query={wholeLog} view={await readingsView(ctx, wholeLog, owner)} /> });
    expect(html).toContain(`href="/app/inbox/${one}"`);
    for (const words of ['Mia Agent', 'Kenji Agent', 'Lamp', 'Everybody']) expect(textOf(html)).toContain(words);
  });

  test('names staff as Shopify does, not as customers read them', async () => {
    const { ctx } = await seeded();
    await ctx.tx((tx) => tx.agents.create({ data: { staff_id: mia, display_name: 'Your Helper' } }));
    const view = await readingsView(ctx, { ...wholeLog, staff: mia }, owner);
    expect([new Set(view?.readings.map(({ name }) => name)), view?.staff.find(({ id }) => id === mia)?.name]).toEqual([new Set(['Mia Agent']), 'Mia Agent']);
  });

  test('says in its address what it shows, and leaves out what it does not know', () => {
    const address = 'ticket=12&staff=702&from=2026-11-01&until=2026-11-20&after=2026-11-19.1763500000000.12.702';
    expect(readingsPath(readReadingsQuery(new URLSearchParams(address)))).toBe(`/app/settings/keeping/readings?${address}`);
    expect(readReadingsQuery(new URLSearchParams('ticket=%2312'))).toEqual({ ...wholeLog, ticket: 12 });
    expect(readReadingsQuery(new URLSearchParams('ticket=x&staff=y&from=1&after=2'))).toEqual(wholeLog);
  });
});
