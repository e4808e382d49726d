import { describe, expect, it } from 'vitest';
import type { PolicyPageView } from '#app/modules/returns/policy/desk/views.ts';
import { PolicyPage } from '#app/modules/returns/policy/ui/policy-page.tsx';
import { VersionPage } from '#app/modules/returns/policy/ui/version-page.tsx';
import { render, textOf } from '../../admin-ui/stage.tsx';

const at = new Date('2026-11-20T09:00:00Z');
const rule = (id: string, when = 'the product is tagged sale') => ({ id, when, settles: ['final sale, no returns'] });
const pageView = (changes: Partial<PolicyPageView> = {}): PolicyPageView => ({
  policy: { rules: [rule('a'), rule('b', 'the product is tagged outlet')], base: ['returns are accepted for 30 days after delivery'], transitDays: 7 },
  draft: { revision: 4, madeAt: at, madeBy: '7' },
  changes: [{ kind: 'added', sentence: 'If the product is tagged outlet: final sale, no returns.' }, { kind: 'base', before: 'no fee', after: 'a fee of 10%', matter: 'fee' }, { kind: 'transit_days', before: 7, after: 3 }],
  versions: [{ version: 1, publishedAt: at, publishedBy: null, name: null }],
  portal: { open: false, version: 0, needs: null, promise: ['In general: returns are accepted.'], page: 'https://shop.example/apps/aftercare/returns' },
  shopifyFees: [],
  ...changes,
});
const page = (changes?: Partial<PolicyPageView>, locale?: 'zh-CN', mailsOff = 0) => render({ locale, path: '/app/settings/returns', children: <PolicyPage view={pageView(changes)} mailsOff={mailsOff} /> });

describe('the page of the policy', () => {
  it('shows the rules in order with what holds in general, and the changes that count for nobody yet', () => {
    const text = textOf(page());
    for (const words of ['1. If the product is tagged sale:', '2. If the product is tagged outlet:', 'final sale, no returns', 'In general', '30 days after delivery', 'travel 7 days', 'Changes that are not published', 'New rule', 'Before: no fee', 'After: a fee of 10%', 'In general: Fee', 'Publish', 'Undo last change', 'Version 1']) expect(text).toContain(words);
    expect(page()).toContain('href="/app/settings/returns/rules/a"');
    expect(page()).toContain('href="/app/settings/returns/versions/1"');
  });

  it('says that nothing is promised, or that all is published, where there is no draft', () => {
    expect(textOf(page({ draft: null, changes: [], versions: [] }))).toContain('Nothing is promised yet');
    const all = textOf(page({ draft: null, changes: [] }));
    expect(all).toContain('Everything is published');
    expect(all).not.toContain('Undo last change');
  });

  it('says whether customers may begin returns, what is needed first, and where they do', () => {
    const portal = pageView().portal;
    expect(textOf(page())).toContain('Open for customers');
    expect(textOf(page({ portal: { ...portal, needs: 'publish' } }))).toContain('Publish your policy first');
    const open = page({ portal: { ...portal, open: true } });
    expect(textOf(open)).toContain('Close for customers');
    expect(open).toContain('href="https://shop.example/apps/aftercare/returns"');
  });

  it('says how many of the emails about returns are off, once customers may begin returns', () => {
    const open = { portal: { ...pageView().portal, open: true } };
    expect(textOf(page(open))).not.toContain('emails about returns');
    expect(textOf(page({}, undefined, 5))).not.toContain('emails about returns');
    const off = page(open, undefined, 2);
    expect(textOf(off)).toContain('2 of the five emails about returns are off.');
    expect(off).toContain('href="/app/notices"');
    expect(textOf(page(open, undefined, 1))).toContain('One of the five emails about returns is off.');
    expect(textOf(page(open, 'zh-CN', 5))).toContain('五种退货邮件中有 5 种已关闭');
  });

  it('shows the fees that Shopify’s own rules put on returns, and which of them the policy has not', () => {
    expect(textOf(page())).toContain('No return of the past 90 days bore a fee');
    const text = textOf(page({ shopifyFees: [{ kind: 'restocking', value: 12.5, returns: 3, differs: true }, { kind: 'shipping', value: 590, returns: 1, differs: false }] }));
    for (const words of ['Restocking fee of 12.5%', '3 returns', 'Return shipping of $5.90', 'Not in your policy']) expect(text).toContain(words);
  });

  it('shows a hundred rules, and offers no hundred and first', () => {
    const html = page({ policy: { ...pageView().policy, rules: Array.from({ length: 100 }, (_, place) => rule(`r${place}`)) } });
    expect(textOf(html)).toContain('100. If');
    expect(textOf(html)).not.toContain('Add rule');
  });

  it('shows what merchants typed as text', () => {
    expect(page({ policy: { ...pageView().policy, rules: [rule('a', 'the product is tagged <img src=x>')] } })).toContain('&lt;img src=x&gt;');
  });

  it('speaks Chinese', () => {
    for (const words of ['退货政策', '尚未发布的更改', '发布', '新规则', '一般情况：手续费', '版本 1']) expect(textOf(page({}, 'zh-CN'))).toContain(words);
  });
});

describe('the page of a version', () => {
  const view = { head: { version: 2, publishedAt: at, publishedBy: '7', name: null }, policy: pageView().policy, changes: pageView().changes, isNewest: false, revision: 0 };
  const version = (changes = {}) => textOf(render({ path: '/', children: <VersionPage view={{ ...view, ...changes }} /> }));

  it('shows what it promised, in what it differed, and the way to write on from it unless it is in force', () => {
    for (const words of ['Version 2', 'by your team', 'What was different from version 1', '1. If the product is tagged sale:', 'Write on from this version']) expect(version()).toContain(words);
    expect(version({ head: { ...view.head, name: 'Ida Holm' } })).toContain('by Ida Holm');
    expect(version({ isNewest: true })).not.toContain('Write on from this version');
  });
});
