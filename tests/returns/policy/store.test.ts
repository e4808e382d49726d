import { afterAll, describe, expect, it } from 'vitest';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import type { Policy } from '../../../app/modules/returns/policy/policy.ts';
import { saveDraft, undoDraft } from '../../../app/modules/returns/policy/store/edit-draft.server.ts';
import { policyInWork, promisedVersions } from '../../../app/modules/returns/policy/store/policy-in-force.server.ts';
import { publishDefault, publishPolicy } from '../../../app/modules/returns/policy/store/publish-policy.server.ts';
import { versionFor } from '../../../app/modules/returns/policy/version-for.ts';
import { openShops } from '../../orders/shop.ts';
import { aPolicy, at, named } from './policies.ts';

const { database, newShop } = await openShops();
afterAll(() => database.close());

const days = (count: number): Policy => aPolicy([{ id: 'sale', when: [{ trait: 'product_tag', is: 'one_of', values: named('sale') }], settles: { period: { kind: 'final_sale' } } }], { period: { kind: 'days', days: count, until: null } });
const on = (ctx: ShopContext, day: string): ShopContext => ({ ...ctx, clock: { now: () => at(day) } });
const save = (ctx: ShopContext, policy: unknown, after: number) => saveDraft(ctx, policy, { after, by: 'staff-1' });
/** The revision it was saved as. */
const step = async (ctx: ShopContext, policy: Policy, after = 0): Promise<number> => {
  const answer = await save(ctx, policy, after);
  if ('problems' in answer) throw new Error('not sound');
  return answer.saved;
};
const inWork = (ctx: ShopContext) => ctx.tx(policyInWork);
const versions = (ctx: ShopContext) => ctx.tx(promisedVersions);
const conflict = { code: 'conflict', status: 409 };

describe('a policy', () => {
  it('is nobody’s promise at first: a shop writes on from what it begins with', async () => {
    const ctx = await newShop();
    expect(await versions(ctx)).toBeNull();
    expect(await inWork(ctx)).toEqual({ policy: defaultPolicy, revision: 0, published: null });
  });

  it('is drafted step by step, each of which can be taken back, and counts for nobody before it is published', async () => {
    const ctx = await newShop();
    const first = await step(ctx, days(14));
    const second = await step(ctx, days(21), first);
    expect(await versions(ctx)).toBeNull();
    await undoDraft(ctx, { after: second });
    expect(await inWork(ctx)).toMatchObject({ policy: days(14), revision: first });
    await undoDraft(ctx, { after: first });
    expect(await inWork(ctx)).toMatchObject({ policy: defaultPolicy, revision: 0 });
    await expect(undoDraft(ctx, { after: 0 })).rejects.toMatchObject(conflict);
  });

  it('that is not sound is not kept, and what is wrong is named', async () => {
    const ctx = await newShop();
    expect(await save(ctx, days(0), 0)).toEqual({ problems: [{ path: 'base.period.days', problem: 'tooSmall' }] });
    expect(await save(ctx, null, 0)).toHaveProperty('problems');
    expect((await inWork(ctx)).revision).toBe(0);
  });

  it('is published with who and when; older orders keep the version they were bought under', async () => {
    const ctx = await newShop();
    const first = await step(ctx, days(60));
    expect(await publishPolicy(on(ctx, '2026-03-01'), { after: first, by: 'staff-1' })).toEqual({ version: 1, policy: days(60), publishedAt: at('2026-03-01'), publishedBy: 'staff-1' });
    expect(await inWork(ctx)).toMatchObject({ revision: 0, policy: days(60), published: { version: 1, publishedBy: 'staff-1' } });
    await publishPolicy(on(ctx, '2026-06-01'), { after: await step(ctx, days(14)), by: 'staff-2' });
    const promised = await versions(ctx);
    if (!promised) throw new Error('nothing was promised');
    expect(['2026-01-01', '2026-04-01', '2026-06-01', '2026-07-01'].map((day) => versionFor(promised, at(day)).version)).toEqual([1, 1, 2, 2]);
  });

  it('that is the published one already is not published again', async () => {
    const ctx = await newShop();
    await publishPolicy(ctx, { after: await step(ctx, days(60)), by: null });
    await expect(publishPolicy(ctx, { after: await step(ctx, days(60)), by: null })).rejects.toMatchObject({ code: 'unchanged', status: 409 });
  });

  it('a shop begins with is promised once, and never over one of its own', async () => {
    const ctx = await newShop();
    await Promise.all([publishDefault(ctx), publishDefault(ctx)]);
    expect(await versions(ctx)).toMatchObject([{ version: 1, policy: defaultPolicy, publishedBy: null }]);
    const own = await newShop();
    await publishPolicy(own, { after: await step(own, days(14)), by: 'staff-1' });
    await publishDefault(own);
    expect(await versions(own)).toMatchObject([{ version: 1, policy: days(14) }]);
  });
});

describe('of two who write at once', () => {
  it('the later is told, and neither draft nor publication is overwritten', async () => {
    const ctx = await newShop();
    const drafts = await Promise.allSettled([save(ctx, days(10), 0), save(ctx, days(20), 0)]);
    expect(drafts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const after = (await inWork(ctx)).revision;
    const published = await Promise.allSettled([publishPolicy(ctx, { after, by: 'a' }), publishPolicy(ctx, { after, by: 'b' })]);
    expect(published.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await versions(ctx)).toHaveLength(1);
    await expect(save(ctx, days(30), after)).rejects.toMatchObject(conflict);
  });

  it('who saw a step that was taken back does not write over the one that came in its place', async () => {
    const ctx = await newShop();
    const first = await step(ctx, days(10));
    await undoDraft(ctx, { after: first });
    await step(ctx, days(20));
    await expect(save(ctx, days(30), first)).rejects.toMatchObject(conflict);
    expect(await inWork(ctx)).toMatchObject({ policy: days(20) });
  });
});

describe('what was promised', () => {
  it('can be neither changed nor taken away, and no other shop sees it', async () => {
    const ctx = await newShop();
    await publishDefault(ctx);
    await expect(ctx.tx((tx) => tx.returns_policy_versions.updateMany({ data: { version: 9 } }))).rejects.toThrow(/permission denied/);
    await expect(ctx.tx((tx) => tx.returns_policy_versions.deleteMany())).rejects.toThrow(/permission denied/);
    expect(await versions(await newShop())).toBeNull();
  });
});
