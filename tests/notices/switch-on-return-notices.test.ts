import { afterAll, describe, expect, it } from 'vitest';
import { returnNoticesOn, switchNotice, switchOnReturnNotices } from '#app/modules/notices/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { policyAct } from '#app/wiring/policy-act.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { openShops } from '../orders/shop.ts';

const { database, newShop } = await openShops();
afterAll(() => database.close());

const on = (ctx: ShopContext) => ctx.tx(returnNoticesOn);
const stored = (ctx: ShopContext) => ctx.tx((tx) => readSetting(tx, noticesSetting));
const all = { return_approved: true, return_label: true, return_received: true, return_refunded: true, return_declined: true };
const none = { return_approved: false, return_label: false, return_received: false, return_refunded: false, return_declined: false };

function turn(ctx: ShopContext, intent: string, version: number) {
  const form = new FormData();
  form.set('intent', intent);
  form.set('version', String(version));
  return policyAct(ctx, { form, by: '7' });
}

describe('what is told of returns is switched on', () => {
  it('from now on, all of it and nothing else, where nobody decided', async () => {
    const ctx = await newShop();
    expect(await on(ctx)).toEqual(none);
    await switchOnReturnNotices(ctx, '7');
    expect(await on(ctx)).toEqual(all);
    const { value } = await stored(ctx);
    expect(Object.keys(value.kinds).sort()).toEqual(Object.keys(all).sort());
    for (const { since } of Object.values(value.kinds)) expect(Math.abs(new Date(since).getTime() - ctx.clock.now().getTime())).toBeLessThan(60_000);
  });

  it('not where a merchant switched it off, and once alone', async () => {
    const ctx = await newShop();
    await switchNotice(ctx, { kind: 'return_label', on: true, by: '7' });
    await switchNotice(ctx, { kind: 'return_label', on: false, by: '7' });
    await switchNotice(ctx, { kind: 'delay', on: false, by: '7' });
    await switchOnReturnNotices(ctx, '7');
    expect(await on(ctx)).toEqual({ ...all, return_label: false });
    const before = await stored(ctx);
    expect(before.value.kinds['delay']?.on).toBe(false);
    await switchOnReturnNotices(ctx, '7');
    expect(await stored(ctx)).toEqual(before);
  });

  it('whatever somebody else changes of the notices meanwhile', async () => {
    const ctx = await newShop();
    await Promise.all([switchOnReturnNotices(ctx, '7'), switchOnReturnNotices(ctx, '8'), switchOnReturnNotices(ctx, '9')]);
    expect(await on(ctx)).toEqual(all);
    expect((await stored(ctx)).version).toBe(1);
  });

  it('by opening the portal, not by an opening that is refused, and closing it leaves it on', async () => {
    const bare = await newShop();
    expect(await turn({ ...bare, shop: { ...bare.shop, scopes: ['read_orders'] } }, 'open-portal', 0)).toEqual({ is: 'refused', code: 'no_access_to_returns' });
    expect(await on(bare)).toEqual(none);
    const ctx = { ...bare, shop: { ...bare.shop, scopes: ['write_returns'] } };
    expect(await turn(ctx, 'open-portal', 0)).toEqual({ is: 'done', did: 'open-portal' });
    expect(await on(ctx)).toEqual(all);
    await switchNotice(ctx, { kind: 'return_refunded', on: false, by: '7' });
    expect(await turn(ctx, 'close-portal', 1)).toEqual({ is: 'done', did: 'close-portal' });
    expect(await turn(ctx, 'open-portal', 2)).toEqual({ is: 'done', did: 'open-portal' });
    expect(await on(ctx)).toEqual({ ...all, return_refunded: false });
  });
});
