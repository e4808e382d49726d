import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnReturn, returnDetail } from '#app/modules/returns/index.server.ts';
import { noteStaff, saveStaff, staffView } from '#app/modules/staff/index.server.ts';
import { askForReturn, deliveredOrder, hear, idOf, openReturnsShop } from '#tests/returns/stage.ts';
import { domain } from '#tests/shopify/stage.ts';

const owner = '70000001';
const helper = '70000042';
let shop: Awaited<ReturnType<typeof openReturnsShop>>;
beforeAll(async () => {
  shop = await openReturnsShop();
}, 120_000);

/** A person opens the app. */
async function opens(userId: string) {
  const { stage, app } = shop;
  const visit = await app.shopify.authenticateAdmin(stage.fetchFrom(await stage.sandbox.oauth.mintIdToken(domain, userId)));
  await noteStaff(visit.ctx, visit.staff?.id ?? '', visit.whoIsAsking);
  return visit;
}

describe('who opens the app', () => {
  it('is told by Shopify, with their name and whether the account is theirs', async () => {
    const asOwner = await opens(owner);
    expect(await asOwner.whoIsAsking()).toEqual({ id: owner, name: 'Robin Vale', accountOwner: true });
    await opens(helper);
    const { people, mayChange } = await staffView(shop.ctx, helper);
    expect(people).toMatchObject([{ id: owner, name: 'Robin Vale', isOwner: true, isReader: false }, { id: helper, isOwner: false, isReader: true }]);
    expect(mayChange).toBe(false);
  });

  it('leaves no online token behind, and the shop’s own token as it was', async () => {
    const sessions = () => shop.app.database.platform.session.findMany({ select: { id: true, isOnline: true, accessToken: true } });
    const before = await sessions();
    await (await opens(helper)).whoIsAsking();
    expect(await sessions()).toEqual(before);
    expect(before.filter(({ isOnline }) => isOnline)).toEqual([]);
  });
});

describe('a person who may only look', () => {
  it('approves nothing, is told so, and sees what they may not do; whoever may still can', async () => {
    const { ctx, world } = shop;
    await opens(owner);
    const form = new FormData();
    form.set('version', '0');
    form.set('value', JSON.stringify({ everybody: 'look_only', people: {}, goodwill: '0', largestRefund: null }));
    await saveStaff(ctx, form, owner);
    const record = askForReturn(world, await deliveredOrder(ctx, world));
    await hear(ctx, world, 'returns/request', record.id);
    const act = (by: string) => actOnReturn(ctx, { returnId: idOf(record), key: randomUUID(), input: { act: 'approve', notify: false }, by });
    expect(await act(helper)).toEqual({ is: 'forbidden' });
    expect(world.returns.get(record.id)?.status).toBe('REQUESTED');
    expect(await ctx.tx((tx) => tx.return_acts.count())).toBe(0);
    expect([(await returnDetail(ctx, idOf(record), helper)).mayAct, (await returnDetail(ctx, idOf(record), owner)).mayAct]).toEqual([false, true]);
    expect(await act(owner)).toEqual({ is: 'done', act: 'approve' });
  });
});
