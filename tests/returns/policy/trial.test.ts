import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { trialPage, tryDraft } from '#app/modules/returns/index.server.ts';
import { saidTrial } from '../../../app/modules/returns/policy/desk/said-trial.ts';
import { shopifyFees } from '../../../app/modules/returns/policy/desk/shopify-fees.server.ts';
import { joinTrials, type Trial } from '../../../app/modules/returns/policy/desk/trial.ts';
import type { Policy } from '../../../app/modules/returns/policy/policy.ts';
import type { PastReturn } from '../../../app/modules/returns/policy/replay/past-return.ts';
import { replayPolicy } from '../../../app/modules/returns/policy/replay/replay-policy.ts';
import { saveDraft } from '../../../app/modules/returns/policy/store/edit-draft.server.ts';
import { policyWords } from '../../../app/modules/returns/policy/text/words.ts';
import { openShops } from '../../orders/shop.ts';
import { line, order } from '../../orders/snapshots.ts';
import { anOrder, aLine, aPolicy, at, named } from './policies.ts';

const words = policyWords(['en'], 'EUR');
const past = (id: number, value: number, tag: string): PastReturn => ({ id: String(id), name: `#${id}-R1`, askedAt: at('2026-10-20'), order: anOrder(), lines: [{ line: aLine({ value, price: value, productTags: [tag] }), reason: 'too-small', outcome: 'refund' }] });
const tried = (before: Policy, after: Policy, returns: readonly PastReturn[]): Trial => {
  const replay = replayPolicy(before, after);
  for (const each of returns) replay.add(each);
  return saidTrial(replay.report(), words);
};
const edited = aPolicy(
  [{ id: 'sale', when: [{ trait: 'product_tag', is: 'one_of', values: named('sale') }], settles: { period: { kind: 'final_sale' } } }, { id: 'vip', when: [{ trait: 'product_tag', is: 'one_of', values: named('vip') }], settles: { approval: { by: 'nobody' } } }],
  { fee: { percent: 10, waived: [] } },
);

describe('a trial', () => {
  it('says which clause took the place of which, how often, and whose returns those are', () => {
    const found = tried(aPolicy(), edited, [past(1, 5_000, 'sale'), past(2, 3_000, 'sale'), past(3, 2_000, 'other')]);
    expect(found.causes).toMatchObject([
      { effect: 'worse', returns: 2, after: 'If the product is tagged sale: final sale, no returns.', before: 'In general: returns are accepted for 30 days after delivery.' },
      { effect: 'worse', returns: 1, after: 'In general: a fee of 10% of the price paid.', before: 'In general: no fee.' },
    ]);
    expect(found.worseOff.map(({ id, difference }) => [id, difference])).toEqual([['1', -5_000], ['2', -3_000], ['3', -200]]);
    expect(found).toMatchObject({ returns: 3, worse: 3, betterOff: [], back: { before: 10_000, after: 1_800 } });
  });

  it('is the same whether it was made in one go or part by part', () => {
    const returns = fc.array(fc.record({ value: fc.integer({ min: 1, max: 90_000 }), tag: fc.constantFrom('sale', 'vip', 'other') }), { maxLength: 90 });
    fc.assert(
      fc.property(returns, fc.nat(90), (all, cut) => {
        const made = all.map(({ value, tag }, index) => past(index + 1, value, tag));
        const whole = tried(aPolicy(), edited, made);
        const joined = joinTrials(tried(aPolicy(), edited, made.slice(0, cut)), tried(aPolicy(), edited, made.slice(cut)));
        const counted = ({ causes, worseOff, betterOff, ...sums }: Trial) => ({ ...sums, causes: causes.map(({ key, returns: count }) => `${key} ${count}`).sort(), worse: worseOff.map(({ difference }) => difference), better: betterOff.map(({ difference }) => difference) });
        expect(counted(joined)).toEqual(counted(whole));
      }),
      { numRuns: 40 },
    );
  });
});

describe('trying a draft', async () => {
  const { database, newShop } = await openShops();
  afterAll(() => database.close());
  const now = at('2026-11-21');
  const shop = (): Promise<ShopContext> => newShop({ at: now, installedAt: at('2026-10-01') });
  const draftOf = async (ctx: ShopContext, policy: Policy, after = 0): Promise<number> => {
    const saved = await saveDraft(ctx, policy, { after, by: null });
    if ('problems' in saved) throw new Error('not sound');
    return saved.saved;
  };

  async function withReturns(ctx: ShopContext, count: number): Promise<void> {
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id: '1', lines: [line('11')] })], now));
    const asked = at('2026-11-20');
    const ids = Array.from({ length: count }, (_, index) => String(1_000 + index));
    await ctx.tx(async (tx) => {
      await tx.returns.createMany({ data: ids.map((id) => ({ id, order_id: '1', name: `#1-R${id}`, status: 'open', next_step: 'done', waits_since: asked, created_at: asked, total_quantity: 1, order_updated_at: asked, read_at: asked })) });
      await tx.return_lines.createMany({ data: ids.map((id) => ({ id: `9${id}`, return_id: id, position: 0, order_line_id: '11', quantity: 1, processed: 0, refundable: 1, refunded: 0, reason: 'too-small', value: 1_000 })) });
    });
  }

  it('has nothing to try before something is changed, and nothing to try it on before somebody asked for a return', async () => {
    const ctx = await shop();
    expect(await trialPage(ctx, 'en')).toEqual({ revision: 0, changes: [], returns: 0, isFirst: true });
    expect(await tryDraft(ctx, 'en', { after: 0, from: null })).toEqual({ refused: 'conflict' });
    const after = await draftOf(ctx, edited);
    expect(await trialPage(ctx, 'en')).toMatchObject({ revision: after, returns: 0, changes: [{ kind: 'added' }, { kind: 'added' }, { kind: 'base', matter: 'fee' }] });
    expect(await tryDraft(ctx, 'en', { after, from: null })).toMatchObject({ returns: 0, next: null, causes: [] });
  });

  it('goes on where a part ended until all are tried, and stops where the draft was changed meanwhile', async () => {
    const ctx = await shop();
    await withReturns(ctx, 1_203);
    const after = await draftOf(ctx, aPolicy([], { fee: { percent: 10, waived: [] } }));
    const first = await tryDraft(ctx, 'en', { after, from: null });
    if (!('next' in first) || first.next === null) throw new Error('nothing is left to be tried');
    expect(first).toMatchObject({ returns: 1_000, worse: 1_000 });
    expect(first.worseOff).toHaveLength(25);
    expect(await tryDraft(ctx, 'en', { after, from: first.next })).toMatchObject({ returns: 203, next: null });
    await draftOf(ctx, aPolicy([], { approval: { by: 'nobody' } }), after);
    expect(await tryDraft(ctx, 'en', { after, from: first.next })).toEqual({ refused: 'conflict' });
  });

  it('takes a return that was begun here for what its customer chose', async () => {
    const ctx = await shop();
    await withReturns(ctx, 2);
    const [request, part] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    await ctx.tx(async (tx) => {
      await tx.return_requests.create({ data: { id: request, order_id: '1', request_key: 'k', source: 'portal', locale: 'en', way_back: {}, approval: 'nobody', refund_on: 'scan', currency: 'EUR', shown_refund: 0, shown_owed: 0, shown_bonus: 0, created_at: now } });
      await tx.return_request_parts.create({ data: { id: part, request_id: request, position: 0, road: 'store_credit', fee: 0, bonus_percentage: 0, shown_refund: 0, shown_owed: 0, shown_bonus: 0, return_id: '1000' } });
      await tx.return_request_lines.create({ data: { id: part, request_id: request, part_id: part, position: 0, order_line_id: '11', units: 1, reason_id: '1', reason: 'too-small', reason_name: 'Too small', outcome: 'store_credit', fee_percentage: 0, offer: {}, note: '', answers: [], photos: [] } });
    });
    const after = await draftOf(ctx, aPolicy([], { store_credit: { offered: true, bonus: 10 } }));
    expect(await tryDraft(ctx, 'en', { after, from: null })).toMatchObject({ returns: 2, better: 1, betterOff: [{ id: '1000', lines: [{ because: 'allowed', after: 'In general: store credit can be chosen, with 10% on top.' }] }] });
  });

  it('sees of Shopify’s own rules the fees on returns begun there, and tells which the policy has', async () => {
    const ctx = await shop();
    await withReturns(ctx, 3);
    await ctx.tx(async (tx) => {
      await tx.return_lines.updateMany({ where: { return_id: '1000' }, data: { fee_percentage: 10 } });
      await tx.returns.updateMany({ where: { id: { in: ['1001', '1002'] } }, data: { shipping_fee: 590n } });
    });
    const found = (policy: Policy) => ctx.tx((tx) => shopifyFees(tx, at('2026-10-01'), policy));
    expect(await found(aPolicy())).toEqual([{ kind: 'shipping', value: 590, returns: 2, differs: true }, { kind: 'restocking', value: 10, returns: 1, differs: true }]);
    expect((await found(aPolicy([], { fee: { percent: 10, waived: [] }, way_back: { payer: 'customer', amount: 590, waived: [] } }))).map(({ differs }) => differs)).toEqual([false, false]);
    expect(await ctx.tx((tx) => shopifyFees(tx, at('2026-11-21'), aPolicy()))).toEqual([]);
  });

  it.each(['x', '1', '1.', '.1', '1.x', '1.1.1', "1.1'"])('refuses %s as a place to go on from', async (from) => {
    const ctx = await shop();
    await expect(tryDraft(ctx, 'en', { after: await draftOf(ctx, edited), from })).rejects.toMatchObject({ status: 400 });
  });
});
