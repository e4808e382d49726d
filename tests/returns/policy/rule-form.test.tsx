// @vitest-environment jsdom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { RulePageView } from '#app/modules/returns/policy/desk/views.ts';
import { RulePage } from '#app/modules/returns/policy/ui/rule-page.tsx';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import { mounted } from '../../admin-ui/mounted.ts';
import { Stage } from '../../admin-ui/stage.tsx';
import { named } from './policies.ts';

// Polaris asks while it is imported; this browser has no such question.
vi.hoisted(() => Object.assign(globalThis.window, { matchMedia: (media: string) => ({ media, matches: false, addListener: () => undefined, removeListener: () => undefined }) }));

const ruleView = (changes: Partial<RulePageView> = {}): RulePageView => ({
  revision: 4, place: 1, rules: 2, base: defaultPolicy.base, transitDays: 7, locations: [{ value: '9', name: 'Berlin' }], reasons: [{ value: 'too-small', name: 'too small' }],
  rule: { id: 'a', when: [{ trait: 'product_tag', is: 'one_of', values: named('sale') }, { trait: 'price', min: 5_000, max: null }], settles: { fee: { percent: 10, waived: ['exchange'] } } },
  ...changes,
});

describe('the form of a rule', () => {
  const { place, render } = mounted();
  const show = (view: RulePageView, more: { general?: boolean; answer?: unknown } = {}) =>
    render(<Stage answer={more.answer} path="/app/settings/returns/rules/a"><RulePage view={view} general={more.general ?? false} countries={['DE', 'FR']} /></Stage>);
  const field = (label: string) => {
    const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label);
    const input = found && document.getElementById(found.htmlFor);
    if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement || input instanceof HTMLTextAreaElement)) throw new Error(`no field ${label}`);
    return input;
  };
  const press = (name: string) => act(async () => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());

  it('holds what the rule says: amounts in the shop’s currency, tags one a line, and only what it settles', async () => {
    await show(ruleView());
    expect(field('At least').value).toBe('50.00');
    expect(place.querySelector('textarea')?.value).toBe('sale');
    expect(field('Fee').getAttribute('type')).toBe('checkbox');
    expect(place.textContent).toContain('Free of it');
    expect(place.textContent).not.toContain('Once the parcel has arrived');
  });

  it('has every matter where it is what holds in general, and no conditions', async () => {
    await show(ruleView({ rule: null }), { general: true });
    for (const words of ['Once the parcel has arrived', 'Where Shopify sends it', 'Days on the way']) expect(place.textContent).toContain(words);
    expect(place.textContent).not.toContain('When it applies');
  });

  it('tells what is wrong at its field, and what is wrong with other rules above', async () => {
    const problems = [{ ruleId: 'a', place: 1, path: 'settles.fee.percent', problem: 'tooLarge' }, { ruleId: 'b', place: 2, path: '', problem: 'neverReached' }];
    await show(ruleView(), { answer: { is: 'problems', problems } });
    await act(async () => field('Exchange for another variant').click());
    await press('Save');
    expect(place.textContent).toContain('This is too large');
    expect(place.textContent).toContain('Rule 2: Earlier rules always come before it');
  });

  it('keeps a condition that was added while what was picked was still on its way', async () => {
    const picker = Promise.withResolvers<{ id: string; title: string }[]>();
    vi.stubGlobal('shopify', { resourcePicker: () => picker.promise });
    await show(ruleView({ rule: { id: 'a', when: [{ trait: 'product', is: 'one_of', values: [] }], settles: {} } }));
    await press('Choose products');
    const more = field('Add a condition');
    await act(async () => {
      more.value = 'price';
      more.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await act(async () => picker.resolve([{ id: 'gid://shopify/Product/7', title: 'Enamel mug' }]));
    expect(place.textContent).toContain('Enamel mug');
    expect(field('At least').value).toBe('');
    vi.unstubAllGlobals();
  });

  it('keeps what was typed where somebody else was faster, and says so', async () => {
    await show(ruleView(), { answer: { is: 'refused', code: 'conflict' } });
    await act(async () => field('Exchange for another variant').click());
    await press('Save');
    expect(place.textContent).toContain('Someone else changed the return policy');
    expect(field('Exchange for another variant')).toMatchObject({ checked: true });
  });
});
