import { afterAll, describe, expect, it } from 'vitest';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { portalIsOpen, promisedTerms } from '#app/modules/returns/index.server.ts';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import { turnPortal } from '../../../app/modules/returns/policy/portal/turn-portal.server.ts';
import { saveDraft } from '../../../app/modules/returns/policy/store/edit-draft.server.ts';
import { promisedVersions } from '../../../app/modules/returns/policy/store/policy-in-force.server.ts';
import { publishPolicy } from '../../../app/modules/returns/policy/store/publish-policy.server.ts';
import { openShops } from '../../orders/shop.ts';
import { aPolicy } from './policies.ts';

const { database, newShop } = await openShops();
afterAll(() => database.close());

const granted = async (): Promise<ShopContext> => {
  const ctx = await newShop();
  return { ...ctx, shop: { ...ctx.shop, scopes: ['write_returns'] } };
};
const turn = (ctx: ShopContext, open: boolean, version = 0) => turnPortal(ctx, { open, version, by: '7' });
const isOpen = (ctx: ShopContext) => ctx.tx(portalIsOpen);

describe('the door for customers', () => {
  it('is shut until somebody opens it, and opening it promises what a shop begins with', async () => {
    const ctx = await granted();
    expect(await isOpen(ctx)).toBe(false);
    await turn(ctx, true);
    expect(await isOpen(ctx)).toBe(true);
    expect((await ctx.tx(promisedVersions))?.map(({ policy }) => policy)).toEqual([defaultPolicy]);
  });

  it('keeps the policy that is published when it opens, and every promise when it is shut', async () => {
    const ctx = await granted();
    const saved = await saveDraft(ctx, aPolicy([]), { after: 0, by: null });
    if (!('saved' in saved)) throw new Error('not sound');
    await expect(turn(ctx, true)).rejects.toMatchObject({ code: 'draft_first', status: 409 });
    expect(await isOpen(ctx)).toBe(false);
    await publishPolicy(ctx, { after: saved.saved, by: '7' });
    await turn(ctx, true);
    await turn(ctx, false, 1);
    expect(await isOpen(ctx)).toBe(false);
    expect((await ctx.tx(promisedVersions))?.map(({ version }) => version)).toEqual([1]);
  });

  it('does not open where the shop granted no access to returns, and of two who turn it one is told', async () => {
    const bare = await newShop();
    await expect(turn({ ...bare, shop: { ...bare.shop, scopes: ['read_orders'] } }, true)).rejects.toMatchObject({ code: 'no_access_to_returns' });
    expect(await isOpen(bare)).toBe(false);
    const ctx = await granted();
    await turn(ctx, true);
    await expect(turn(ctx, true)).rejects.toMatchObject({ code: 'conflict', status: 409 });
  });

  it('tells in one sentence what is promised of time and cost, in any language, and nothing before something is', async () => {
    const ctx = await granted();
    expect(await promisedTerms(ctx, ['en'])).toBeNull();
    await turn(ctx, true);
    const later = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + 61_000) } };
    expect(await promisedTerms(later, ['en'])).toBe('In general: returns are accepted for 30 days after delivery; sending it back is free.');
    expect(await promisedTerms(later, ['zh-CN'])).toBe('一般情况下：送达后 30 天内可退货；寄回免运费。');
    expect(await promisedTerms(await granted(), ['en'])).toBeNull();
  });

  it('is each shop’s own', async () => {
    await turn(await granted(), true);
    expect(await isOpen(await granted())).toBe(false);
  });
});
