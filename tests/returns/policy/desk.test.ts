import { afterAll, describe, expect, it } from 'vitest';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actOnPolicy, policyPage, restoreVersion, saveRule, versionPage } from '#app/modules/returns/index.server.ts';
import type { PolicyAnswer } from '../../../app/modules/returns/policy/desk/views.ts';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import { policyInWork } from '../../../app/modules/returns/policy/store/policy-in-force.server.ts';
import { saveDraft } from '../../../app/modules/returns/policy/store/edit-draft.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { staffSetting } from '../../../app/modules/staff/staff-setting.ts';
import { openShops } from '../../orders/shop.ts';
import { aPolicy, named } from './policies.ts';

const { database, newShop } = await openShops();
afterAll(() => database.close());

const form = (fields: Record<string, string | number>): FormData => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, String(value));
  return made;
};
const revisionOf = async (ctx: ShopContext) => (await ctx.tx(policyInWork)).revision;
const rulesOf = async (ctx: ShopContext) => (await ctx.tx(policyInWork)).policy.rules;
const act = async (ctx: ShopContext, fields: Record<string, string | number>) => actOnPolicy(ctx, { form: form({ after: await revisionOf(ctx), ...fields }), by: '7' });
const save = async (ctx: ShopContext, id: string, value: unknown, after?: number): Promise<PolicyAnswer> => saveRule(ctx, id, { form: form({ after: after ?? (await revisionOf(ctx)), value: JSON.stringify(value) }), by: '7' });

const finalSale = (tag: string, place = 1) => ({ place, when: [{ trait: 'product_tag', is: 'one_of', values: named(tag) }], settles: { period: { kind: 'final_sale' } } });
const done = (did: string) => ({ is: 'done', did });
const withRules = async (...tags: string[]): Promise<ShopContext> => {
  const ctx = await newShop();
  for (const [at, tag] of tags.entries()) expect(await save(ctx, 'new', finalSale(tag, at + 1))).toEqual(done('save'));
  return ctx;
};
const tagsOf = async (ctx: ShopContext) => (await rulesOf(ctx)).map(({ when: [first] }) => (first && 'values' in first ? first.values[0]?.value : null));

describe('writing the policy', () => {
  it('adds a rule where it is to stand, changes it, moves it and removes it, each a step that can be taken back', async () => {
    const ctx = await withRules('sale', 'outlet');
    expect(await save(ctx, 'new', finalSale('samples', 2))).toEqual(done('save'));
    expect(await tagsOf(ctx)).toEqual(['sale', 'samples', 'outlet']);
    const [, samples] = await rulesOf(ctx);
    expect(await act(ctx, { intent: 'move', id: samples?.id ?? '', by: -1 })).toEqual(done('move'));
    expect(await tagsOf(ctx)).toEqual(['samples', 'sale', 'outlet']);
    expect(await save(ctx, samples?.id ?? '', finalSale('gifts', 3))).toEqual(done('save'));
    expect(await tagsOf(ctx)).toEqual(['sale', 'outlet', 'gifts']);
    expect(await act(ctx, { intent: 'remove', id: samples?.id ?? '' })).toEqual(done('remove'));
    expect(await tagsOf(ctx)).toEqual(['sale', 'outlet']);
    expect(await act(ctx, { intent: 'undo' })).toEqual(done('undo'));
    expect(await tagsOf(ctx)).toEqual(['sale', 'outlet', 'gifts']);
    expect(await act(ctx, { intent: 'discard' })).toEqual(done('discard'));
    expect(await ctx.tx(policyInWork)).toMatchObject({ policy: defaultPolicy, revision: 0 });
  });

  it('writes what holds in general, and says at which field it cannot', async () => {
    const ctx = await newShop();
    const { base } = defaultPolicy;
    expect(await save(ctx, 'base', { base: { ...base, fee: { percent: 10, waived: ['exchange'] } }, transitDays: 3 })).toEqual(done('save'));
    expect((await ctx.tx(policyInWork)).policy).toMatchObject({ base: { fee: { percent: 10 } }, transitDays: 3 });
    expect(await save(ctx, 'base', { base: { ...base, period: { kind: 'days', days: -1, until: null }, fee: { percent: 101, waived: [] } }, transitDays: null })).toEqual({
      is: 'problems',
      problems: [
        { ruleId: 'base', place: null, path: 'period.days', problem: 'tooSmall' },
        { ruleId: 'base', place: null, path: 'fee.percent', problem: 'tooLarge' },
        { ruleId: 'base', place: null, path: 'transitDays', problem: 'number' },
      ],
    });
  });

  it.each([
    ['a negative price', { when: [{ trait: 'price', min: -100, max: null }] }, 'when.0.min', 'tooSmall'],
    ['a price that is no number', { when: [{ trait: 'price', min: 'ten', max: null }] }, 'when.0.min', 'number'],
    ['bounds the wrong way round', { when: [{ trait: 'orders', min: 5, max: 2 }] }, 'when.0.max', 'range'],
    ['a day that is none', { when: [{ trait: 'bought', from: '2026-02-30', to: null }] }, 'when.0.from', 'day'],
    ['a country that is none', { when: [{ trait: 'country', is: 'one_of', values: named('Germany') }] }, 'when.0.values', 'country'],
    ['no condition', { when: [] }, 'when', 'required'],
    ['nothing settled', { settles: {} }, 'settles', 'required'],
    ['a bonus below zero', { settles: { store_credit: { offered: true, bonus: -5 } } }, 'settles.store_credit.bonus', 'tooSmall'],
    ['six photos', { settles: { evidence: { photos: 6, questions: [] } } }, 'settles.evidence.photos', 'tooLarge'],
    ['no way left but final sale unsaid', { settles: { refund: { offered: false }, store_credit: { offered: false, bonus: 0 }, exchange: { offered: false }, other_product: { offered: false } } }, 'settles', 'sayFinalSale'],
  ])('refuses a rule with %s, and keeps nothing', async (_, part, path, problem) => {
    const ctx = await newShop();
    expect(await save(ctx, 'new', { ...finalSale('sale'), ...part })).toEqual({ is: 'problems', problems: [{ ruleId: 'new', place: 1, path, problem }] });
    expect(await revisionOf(ctx)).toBe(0);
  });

  it.each([['{'], ['null'], ['"rule"'], ['[]'], ['{"place":"first","when":{}}']])('refuses %s in place of a rule', async (value) => {
    const ctx = await newShop();
    expect(await saveRule(ctx, 'new', { form: form({ after: 0, value }), by: null })).toMatchObject({ is: 'problems' });
    expect(await saveRule(ctx, 'base', { form: form({ after: 0, value }), by: null })).toMatchObject({ is: 'problems' });
    expect(await revisionOf(ctx)).toBe(0);
  });

  it('says which other rule would never apply any more', async () => {
    const ctx = await withRules('sale');
    expect(await save(ctx, 'new', finalSale('sale', 1))).toEqual({ is: 'problems', problems: [{ ruleId: (await rulesOf(ctx))[0]?.id, place: 2, path: '', problem: 'neverReached' }] });
  });

  it('holds a hundred rules and no more', async () => {
    const ctx = await newShop();
    const rules = Array.from({ length: 100 }, (_, at) => ({ id: `r${at}`, when: [{ trait: 'product_tag' as const, is: 'one_of' as const, values: named(`t${at}`) }], settles: { period: { kind: 'final_sale' as const } } }));
    await saveDraft(ctx, aPolicy(rules), { after: 0, by: null });
    expect(await act(ctx, { intent: 'move', id: 'r99', by: -99 })).toEqual(done('move'));
    expect((await policyPage(ctx, 'en')).policy.rules).toHaveLength(100);
    expect((await tagsOf(ctx))[0]).toBe('t99');
    expect(await save(ctx, 'new', finalSale('one-more', 101))).toMatchObject({ is: 'problems', problems: [{ ruleId: null, path: 'rules', problem: 'tooMany' }] });
  });
});

describe('two people who write at once', () => {
  it('are not mixed: whoever saw an older revision is told, and nothing of theirs is kept', async () => {
    const ctx = await withRules('sale');
    const [sale] = await rulesOf(ctx);
    const seen = await revisionOf(ctx);
    expect(await save(ctx, 'new', finalSale('outlet', 2), seen)).toEqual(done('save'));
    for (const answer of [await save(ctx, 'new', finalSale('gifts'), seen), await act(ctx, { intent: 'remove', id: sale?.id ?? '', after: seen }), await act(ctx, { intent: 'undo', after: seen }), await act(ctx, { intent: 'publish', after: seen }), await act(ctx, { intent: 'discard', after: 'x' })]) {
      expect(answer).toEqual({ is: 'refused', code: 'conflict' });
    }
    expect(await tagsOf(ctx)).toEqual(['sale', 'outlet']);
  });

  it('publish one version between them', async () => {
    const ctx = await withRules('sale');
    const after = await revisionOf(ctx);
    const answers = await Promise.all([act(ctx, { intent: 'publish', after }), act(ctx, { intent: 'publish', after })]);
    expect(answers.map(({ is }) => is).sort()).toEqual(['done', 'refused']);
    expect((await policyPage(ctx, 'en')).versions).toHaveLength(1);
  });
});

describe('the page of the policy', () => {
  it('says every rule, in what the draft differs from what is published, and what was published when', async () => {
    const ctx = await withRules('sale');
    await act(ctx, { intent: 'publish' });
    await save(ctx, 'new', finalSale('outlet', 2));
    await save(ctx, 'base', { base: { ...defaultPolicy.base, period: { kind: 'days', days: 14, until: null } }, transitDays: 7 });
    const page = await policyPage(ctx, 'en');
    expect(page.policy.rules.map(({ when, settles }) => ({ when, settles }))).toEqual([{ when: 'the product is tagged sale', settles: ['final sale, no returns'] }, { when: 'the product is tagged outlet', settles: ['final sale, no returns'] }]);
    expect(page.changes).toEqual([
      { kind: 'added', sentence: 'If the product is tagged outlet: final sale, no returns.' },
      { kind: 'base', before: 'returns are accepted for 30 days after delivery', after: 'returns are accepted for 14 days after delivery', matter: 'period' },
    ]);
    expect(page.versions).toMatchObject([{ version: 1, publishedBy: '7' }]);
    expect(page.draft?.madeBy).toBe('7');
    await ctx.tx((tx) => tx.staff_members.create({ data: { id: '7', name: 'Ida Holm', first_seen_at: ctx.clock.now(), last_seen_at: ctx.clock.now() } }));
    expect((await policyPage(ctx, 'en')).versions).toMatchObject([{ version: 1, name: 'Ida Holm' }]);
    expect((await policyPage(ctx, 'zh-CN')).policy.rules[0]?.when).toBe('商品带有标签sale');
  });

  it('reads any version that was published, says what it changed, and writes on from it', async () => {
    const ctx = await withRules('sale');
    await act(ctx, { intent: 'publish' });
    await save(ctx, 'new', finalSale('outlet', 2));
    await act(ctx, { intent: 'publish' });
    expect(await versionPage(ctx, 'en', '2')).toMatchObject({ isNewest: true, head: { version: 2, publishedBy: '7' }, changes: [{ kind: 'added' }] });
    expect(await versionPage(ctx, 'en', '1')).toMatchObject({ isNewest: false, changes: [], policy: { rules: [{ when: 'the product is tagged sale' }] } });
    expect(await restoreVersion(ctx, '1', { form: form({ after: 0 }), by: '7' })).toEqual(done('restore'));
    expect(await tagsOf(ctx)).toEqual(['sale']);
    for (const asked of ['3', '0', '-1', '1.0', 'x', '']) {
      await expect(versionPage(ctx, 'en', asked)).rejects.toMatchObject({ status: 404 });
      await expect(restoreVersion(ctx, asked, { form: form({ after: 0 }), by: '7' })).rejects.toMatchObject({ status: 404 });
    }
  });

  it('opens and closes for customers, says what they are promised, and what is needed first', async () => {
    const bare = await newShop();
    const ctx = { ...bare, shop: { ...bare.shop, scopes: ['write_returns'] } };
    expect((await policyPage({ ...ctx, shop: { ...ctx.shop, scopes: [] } }, 'en')).portal.needs).toBe('access');
    await save(ctx, 'new', finalSale('sale'));
    expect((await policyPage(ctx, 'en')).portal).toMatchObject({ open: false, needs: 'publish' });
    expect(await act(ctx, { intent: 'open-portal', version: 0 })).toEqual({ is: 'refused', code: 'draft_first' });
    await act(ctx, { intent: 'publish' });
    expect((await policyPage(ctx, 'en')).portal.needs).toBeNull();
    expect(await act(ctx, { intent: 'open-portal', version: 0 })).toEqual(done('open-portal'));
    const { portal } = await policyPage(ctx, 'zh-CN');
    expect(portal).toMatchObject({ open: true, version: 1, page: `${ctx.shop.primaryUrl}/apps/aftercare/returns` });
    expect(portal.promise).toHaveLength(2);
    expect(await act(ctx, { intent: 'close-portal', version: 0 })).toEqual({ is: 'refused', code: 'conflict' });
    expect(await act(ctx, { intent: 'close-portal', version: 1 })).toEqual(done('close-portal'));
    expect((await policyPage(ctx, 'en')).portal.open).toBe(false);
  });

  it('is changed by nobody who may only look at returns', async () => {
    const ctx = await withRules('sale');
    await changeSetting(ctx, staffSetting, { value: { ...staffSetting.initial, people: { '8': 'look_only' } }, version: 0, by: null });
    const refused = { is: 'refused', code: 'not_allowed' };
    const after = await revisionOf(ctx);
    for (const intent of ['publish', 'undo', 'discard', 'open-portal']) expect(await actOnPolicy(ctx, { form: form({ intent, after, version: 0 }), by: '8' })).toEqual(refused);
    expect(await saveRule(ctx, 'new', { form: form({ after, value: JSON.stringify(finalSale('x')) }), by: '8' })).toEqual(refused);
    expect(await revisionOf(ctx)).toBe(after);
  });

  it('knows no rules of another shop, and no acts it does not offer', async () => {
    const theirs = await withRules('sale');
    const [rule] = await rulesOf(theirs);
    const ours = await newShop();
    await expect(act(ours, { intent: 'remove', id: rule?.id ?? '' })).rejects.toMatchObject({ status: 404 });
    await expect(save(ours, rule?.id ?? '', finalSale('x'))).rejects.toMatchObject({ status: 404 });
    await expect(act(ours, { intent: 'burn' })).rejects.toMatchObject({ status: 400 });
    expect(await tagsOf(theirs)).toEqual(['sale']);
  });
});
