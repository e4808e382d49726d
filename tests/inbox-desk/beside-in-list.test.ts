import { describe, expect, it } from 'vitest';
import { besideInList, deskPage } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { deskSorts, readDeskQuery, wholeDesk, type DeskQuery } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { readListed, ticketPath } from '../../app/modules/inbox/desk/ui/ticket-path.ts';
import { openInboxStage, saidByStaff, seedEveryState, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const { mia } = seededStaff;
const idOf = (path: string | null) => (path === null ? null : Number(/^\/app\/inbox\/(\d+)\?/.exec(path)?.[1]));

/** The addresses under which a list opens its conversations, in its order. */
async function opened(ctx: ShopContext, more: Partial<DeskQuery>): Promise<string[]> {
  const query = { ...wholeDesk, ...more };
  const { rows } = await deskPage(ctx, query, mia);
  return rows.map(({ id, place }) => ticketPath(id, { query, place }));
}

const beside = (ctx: ShopContext, path: string) => besideInList(ctx, { ticketId: idOf(path) ?? 0, address: new URL(path, 'https://app.example').searchParams, staffId: mia });

describe('a conversation opened from a list', () => {
  it.each(deskSorts)('is followed and preceded there by its neighbours, sorted by %s', async (sort) => {
    const ctx = await stage.newShop();
    await seedEveryState(ctx);
    const paths = await opened(ctx, { view: sort === 'due' || sort === 'priority' ? 'open' : 'all', sort });
    expect(paths.length).toBeGreaterThan(2);
    for (const [at, path] of paths.entries()) {
      const found = await beside(ctx, path);
      expect([found?.previous ?? null, found?.next ?? null]).toEqual([paths[at - 1] ?? null, paths[at + 1] ?? null]);
    }
  });

  it('keeps to the view and its filters, and leads back to them', async () => {
    const ctx = await stage.newShop();
    const ids = await seedEveryState(ctx);
    const [path] = await opened(ctx, { view: 'all', tag: 'vip', sort: 'oldest' });
    expect(await beside(ctx, path ?? '')).toEqual({ list: '/app/inbox?view=all&tag=vip&sort=oldest', previous: null, next: null });
    expect(idOf(path ?? '')).toBe(ids.open);
  });

  it.each(['open', 'all'] as const)('has the next one where its reader was, also once it was answered and left the list or moved in it (%s)', async (view) => {
    const ctx = await stage.newShop();
    const [last, middle, first] = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx)];
    const path = (await opened(ctx, { view })).find((one) => idOf(one) === middle) ?? '';
    await seedMessage(ctx, middle, saidByStaff('It is on its way.'));
    const found = await beside(ctx, path);
    expect([idOf(found?.previous ?? null), idOf(found?.next ?? null)]).toEqual([first, last]);
  });

  it('opened from elsewhere, or with a place that is none, has none', async () => {
    const ctx = await stage.newShop();
    const id = await seedTicket(ctx);
    for (const params of ['', '?list=view%3Dall', '?list=&at=x', '?at=0.1.1.1']) expect(await beside(ctx, `/app/inbox/${id}${params}`)).toBeNull();
  });
});

describe('the address of a conversation in a list', () => {
  it('says the whole query, its page too', () => {
    const query = readDeskQuery(new URLSearchParams('view=due&team=11111111-1111-4111-8111-111111111111&priority=high,urgent&channel=phone&tag=a%26b&assignee=702&sort=due&after=0.1.2'));
    const path = ticketPath(7, { query, place: '0.5.7' });
    expect(readListed(new URL(path, 'https://app.example').searchParams)).toEqual({ query, place: '0.5.7' });
  });
});
