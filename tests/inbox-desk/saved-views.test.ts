import { beforeEach, describe, expect, it } from 'vitest';
import { actOnDesk, deskPage } from '#app/modules/inbox/index.server.ts';
import { readDeskQuery, wholeDesk } from '../../app/modules/inbox/desk/ui/desk-query.ts';
import { openInboxStage, seedEveryState, seededStaff, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
let ctx = await stage.newShop();
beforeEach(async () => {
  ctx = await stage.newShop();
});
const { owner, mia, kenji } = seededStaff;
const ask = (fields: Record<string, string>, staffId: string | null) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return actOnDesk(ctx, { form, staffId });
};
const keep = (fields: Record<string, string>, staffId: string | null = mia) => ask({ intent: 'keep-view', name: 'Late parcels', query: 'view=due&category=shipping', shared: 'no', ...fields }, staffId);
const seen = async (staffId: string | null) => (await deskPage(ctx, wholeDesk, staffId)).saved;

describe('a kept view', () => {
  it('is seen by whoever kept it, and by everybody where it is for them', async () => {
    expect(await keep({})).toEqual({ is: 'kept' });
    expect(await keep({ name: 'Money', query: 'view=all&category=billing', shared: 'yes' })).toEqual({ is: 'kept' });
    expect((await seen(mia)).map(({ name, path, shared, removable }) => ({ name, path, shared, removable }))).toEqual([
      { name: 'Late parcels', path: '/app/inbox?view=due&category=shipping', shared: false, removable: true },
      { name: 'Money', path: '/app/inbox?view=all&category=billing', shared: true, removable: true },
    ]);
    expect((await seen(kenji)).map(({ name, removable }) => [name, removable])).toEqual([['Money', false]]);
    expect((await seen(null)).map(({ name }) => name)).toEqual(['Money']);
  });

  it('counts what it shows to this reader, up to a hundred, and nothing of what is over', async () => {
    await seedEveryState(ctx);
    for (const query of ['view=mine', 'view=open&priority=urgent', 'view=waiting&tag=carrier', 'view=all&tag=vip']) await keep({ name: query, query, shared: 'yes' });
    const counts = async (staffId: string) => Object.fromEntries((await seen(staffId)).map(({ name, count }) => [name, count]));
    expect(await counts(mia)).toEqual({ 'view=mine': 1, 'view=open&priority=urgent': 1, 'view=waiting&tag=carrier': 1, 'view=all&tag=vip': null });
    expect((await counts(kenji))['view=mine']).toBe(0);
    for (let more = 0; more < 3; more += 1) await seedTicket(ctx, { changes: { priority: 'urgent' } });
    expect((await counts(mia))['view=open&priority=urgent']).toBe(4);
  });

  it('is removed by whoever kept it, or by the owner of the account', async () => {
    await keep({ shared: 'yes' });
    const [view] = await seen(mia);
    const id = view?.id ?? '';
    expect(await ask({ intent: 'remove-view', id }, kenji)).toEqual({ is: 'not_yours' });
    expect(await ask({ intent: 'remove-view', id }, null)).toEqual({ is: 'not_yours' });
    expect(await seen(kenji)).toHaveLength(1);
    expect(await ask({ intent: 'remove-view', id }, owner)).toEqual({ is: 'removed' });
    expect(await seen(mia)).toEqual([]);
  });

  it('needs a name, and somebody whose it is', async () => {
    expect(await keep({ name: '  ' })).toEqual({ is: 'invalid' });
    expect(await keep({ name: 'x'.repeat(41) })).toEqual({ is: 'invalid' });
    expect(await keep({}, null)).toEqual({ is: 'invalid' });
    expect(await ask({ intent: 'remove-view', id: 'x' }, mia)).toEqual({ is: 'invalid' });
  });

  it('keeps of its address only what the list understands, and no page', async () => {
    await keep({ query: "view=waiting&tag=a&after=0.1.2&sort=zzz&extra=<script>&team=1' or 1" });
    expect((await seen(mia)).map(({ path }) => path)).toEqual(['/app/inbox?view=waiting&tag=a']);
  });

  it('and the list itself are shown whatever signs their address holds', async () => {
    await keep({ query: 'view=waiting&tag=a%00b' });
    expect((await seen(mia)).map(({ path, count }) => [path, count])).toEqual([['/app/inbox?view=waiting&tag=ab', 0]]);
    const tooLong = readDeskQuery(new URLSearchParams({ tag: `${'x'.repeat(59)}👋` }));
    expect((await deskPage(ctx, tooLong, mia)).rows).toEqual([]);
    expect(tooLong.tag).toBe('x'.repeat(59));
  });

  it('is one of twenty at most', async () => {
    for (let at = 0; at < 20; at += 1) await keep({ name: `View ${at}` });
    expect(await keep({ name: 'One more' })).toEqual({ is: 'too_many', most: 20 });
    expect(await keep({ name: 'Somebody else’s' }, kenji)).toEqual({ is: 'kept' });
  });
});
