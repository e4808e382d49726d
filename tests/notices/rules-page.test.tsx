import { describe, expect, it } from 'vitest';
import { actOnRules, noticesOverview, rulesView } from '#app/modules/notices/index.server.ts';
import { RulesCard } from '#app/modules/notices/ui/rules/rules-card.tsx';
import { toDraft, toRules } from '#app/modules/notices/ui/rules/rules-draft.ts';
import { RulesPage } from '#app/modules/notices/ui/rules/rules-page.tsx';
import { initialRules, type KindRules } from '../../app/modules/notices/kind-rules.ts';
import { noticeKinds } from '../../app/modules/notices/kinds.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { berlinOrder, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
const form = (fields: Record<string, string>) => {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.append(name, value);
  return made;
};
const rules = {
  ...initialRules('delay'),
  waitHours: 4,
  inBusinessHours: true,
  audience: [
    { trait: 'country', is: 'none_of', values: ['FR'] },
    { trait: 'customer_tag', is: 'one_of', values: ['VIP', 'press'] },
    { trait: 'value', min: 1_000, max: null },
    { trait: 'orders', min: 2, max: 5 },
  ],
} satisfies KindRules;
const save = (shop: Awaited<ReturnType<typeof stage.newShop>>, kind: string, value: unknown, version = 0, intent = 'save-rules') =>
  actOnRules(shop.ctx, kind, form({ intent, version: String(version), value: JSON.stringify(value) }), null);

describe('the rules of a kind', () => {
  it('are kept for that kind alone, and said in words', async () => {
    const shop = await stage.newShop();
    expect(await save(shop, 'delay', rules)).toEqual({ saved: { value: rules, version: 1 } });
    expect((await noticesOverview(shop.ctx)).filter(({ ownRules }) => ownRules).map(({ kind }) => kind)).toEqual(['delay']);
    expect((await rulesView(shop.ctx, 'shipped', { hasHouseSms: true })).rules).toEqual({ value: initialRules('shipped'), version: 1 });
    const words = textOf(render({ children: <RulesCard view={await rulesView(shop.ctx, 'delay', { hasHouseSms: true })} /> }));
    for (const part of ['After 4 hours, if it is still true', 'In business hours only', 'Sent by: Email', 'It does not go to FR', 'The customer is tagged VIP or press', 'Order value from $10.00', 'The customer placed 2 to 5 orders', '0 of the 0 orders of the last 30 days']) expect(words).toContain(part);
  });

  it('that cannot be are refused, each under its field', async () => {
    const shop = await stage.newShop();
    const wrong = { ...initialRules('delay'), waitHours: 100, audience: [{ trait: 'value', min: 9, max: 1 }, { trait: 'sku', is: 'one_of', values: [''] }] };
    expect(await save(shop, 'delay', wrong)).toEqual({ errors: { fields: { waitHours: 'tooLarge', 'audience.0.max': 'range', 'audience.1.values.0': 'required' }, form: null } });
  });

  it('of a review leave its customer a day and at most two months', async () => {
    const shop = await stage.newShop();
    const refused = async (waitHours: number) => {
      const answer = await save(shop, 'review', { ...initialRules('review'), waitHours }, 9);
      return 'errors' in answer ? answer.errors : null;
    };
    expect(await refused(23)).toEqual({ fields: { waitHours: 'tooSmall' }, form: null });
    expect(await refused(61 * 24)).toEqual({ fields: { waitHours: 'tooLarge' }, form: null });
  });

  it('changed by somebody else meanwhile are not overwritten', async () => {
    const shop = await stage.newShop();
    await save(shop, 'delay', rules);
    expect(await save(shop, 'shipped', rules)).toEqual({ errors: { fields: {}, form: 'conflict' } });
  });

  it('of a kind that there is not are not found', async () => {
    const shop = await stage.newShop();
    await expect(save(shop, 'toString', rules)).rejects.toMatchObject({ status: 404 });
    expect(() => rulesView(shop.ctx, 'toString', { hasHouseSms: true })).toThrow(expect.objectContaining({ status: 404 }));
  });

  it('survive their form unchanged', () => {
    for (const currency of ['EUR', 'JPY', 'KWD']) expect(toRules(toDraft(rules, currency), currency)).toEqual(rules);
  });

  it('count how many orders an audience takes in before it is saved', async () => {
    const shop = await stage.newShop();
    await shop.hear(1, berlinOrder(), parcel());
    const count = (audience: unknown) => actOnRules(shop.ctx, 'delay', form({ intent: 'count', audience: JSON.stringify(audience) }), null);
    expect(await count([{ trait: 'country', is: 'one_of', values: ['DE'] }])).toEqual({ count: { matched: 1, of: 1, capped: false } });
    expect(await count([{ trait: 'country', is: 'none_of', values: ['DE'] }])).toEqual({ count: { matched: 0, of: 1, capped: false } });
    expect(await count([{ trait: 'country', is: 'one_of', values: [] }])).toEqual({ count: null });
  });
});

describe('the ways of a kind', () => {
  it('are at least one', async () => {
    const shop = await stage.newShop();
    expect(await save(shop, 'delay', { ways: ['email', 'sms'] }, 0, 'save-ways')).toMatchObject({ saved: { version: 1 } });
    expect(await save(shop, 'delay', { ways: [] }, 1, 'save-ways')).toMatchObject({ errors: { fields: { ways: 'required' } } });
    expect((await rulesView(shop.ctx, 'delay', { hasHouseSms: true })).ways.value).toEqual({ ways: ['email', 'sms'] });
  });
});

it.each(['en', 'zh-CN'] as const)('the page of each kind’s rules is shown in %s', async (locale) => {
  const shop = await stage.newShop();
  for (const kind of noticeKinds) {
    const page = textOf(render({ locale, children: <RulesPage view={await rulesView(shop.ctx, kind, { hasHouseSms: true })} countries={['DE', 'FR']} /> }));
    expect(page.includes(locale === 'en' ? 'Once the whole order has left' : '整个订单全部发出后')).toBe(kind === 'shipped');
    expect(page.includes(locale === 'en' ? 'write their review' : '撰写评价的页面')).toBe(kind === 'review');
  }
});
