import { describe, expect, it } from 'vitest';
import { EffectLine } from '#app/modules/effect/ui/effect-line.tsx';
import { EffectPage } from '#app/modules/effect/ui/effect-page.tsx';
import type { Effect } from '../../app/modules/effect/views.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { effect } from './effects.ts';

const page = (latest: Effect | null, earlier: Effect[] = [], locale: 'en' | 'zh-CN' = 'en') => render({ locale, path: '/app/effect', children: <EffectPage effect={{ latest, earlier }} /> });
const clear = effect({ of: 2_000, did: 72 }, { of: 500, did: 40 });

describe('the page of the effect', () => {
  it('offers to measure, and says what that means for customers, where nothing was measured', () => {
    const text = textOf(page(null));
    for (const words of ['A small share of customers is not told', 'the tracking page shows everybody everything', 'it ends by itself', 'Begin']) expect(text).toContain(words);
    expect(text).not.toContain('What was found');
  });

  it('says what was found on both sides and of their difference, each with its range', () => {
    const text = textOf(page(clear));
    for (const words of ['20% of your customers are not told', '3.6 of 100 wrote', 'between 2.9 and 4.5', '72 of 2,000 customers wrote', '40 more are still within their week', '8.0 of 100 wrote', '+4.4 per 100']) expect(text).toContain(words);
    expect(text).toMatch(/Delay notices spare you questions: between 2\.\d and 7\.\d for every 100 delayed orders\./);
    expect(text).toContain('Odds that not being told makes customers write: 3.1 to 1. At 20 to 1 it ends by itself.');
    expect(text).toContain('takes about 1,500 more delayed orders: 30 days at the present pace.');
  });

  it('says in which direction, or that chance cannot be told from it, or that it is too early', () => {
    expect(textOf(page(effect({ of: 2_000, did: 200 }, { of: 500, did: 20 })))).toContain('Customers who were told write more');
    expect(textOf(page(effect({ of: 2_000, did: 80 }, { of: 500, did: 22 })))).toContain('cannot be told from chance yet');
    expect(textOf(page(effect({ of: 2_000, did: 80 }, { of: 12, did: 1 })))).toContain('each side needs at least 20 customers');
  });

  it('stands in one sentence on the page of the notices, with the way to it', () => {
    const html = render({ path: '/app/notices', children: <EffectLine effect={clear} /> });
    expect(textOf(html)).toContain('Delay notices spare you questions: between 2.1 and 7.2 for every 100 delayed orders.');
    expect(html).toContain('href="/app/effect"');
  });

  it('warns where the sides are not as they were drawn', () => {
    expect(textOf(page({ ...clear, sound: false }))).toContain('do not rely on these figures');
    expect(textOf(page(clear))).not.toContain('do not rely');
  });

  it('has a text for each chart', () => {
    const labels = [...page(clear).matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
    expect(labels).toHaveLength(3);
    expect(labels[1]).toBe('Not told: 8.0 of 100 wrote, 95% interval from 5.9 to 10.7');
  });

  it('that ended by itself before its size was known says so, and not that it may be chance', () => {
    const ended = { ...clear.holdOut, endedAt: new Date('2026-11-15T12:00:00Z'), endedFor: 'harm' as const };
    for (const early of [effect({ of: 90, did: 4 }, { of: 12, did: 5 }), effect({ of: 90, did: 4 }, { of: 22, did: 3 })]) {
      expect(textOf(page({ ...early, holdOut: ended, confidence: 0.98 }))).toContain('is clear; how many cannot be told from so few orders');
    }
  });

  it('says why one ended, with the wider range, and offers to begin again', () => {
    const ended = { ...clear.holdOut, endedAt: new Date('2026-11-15T12:00:00Z'), endedFor: 'harm' as const };
    const text = textOf(page({ ...clear, holdOut: ended, confidence: 0.98, daysLeft: null }));
    for (const words of ['What was found, Nov 1, 2026 to Nov 15, 2026', 'Ended by itself because customers who were not told wrote more.', 'With 98% confidence', 'Begin']) expect(text).toContain(words);
    expect(text).not.toContain('more delayed orders');
  });

  it.each(['en', 'zh-CN'] as const)('lists those before in %s', (locale) => {
    const before = { ...clear, holdOut: { ...clear.holdOut, id: '1', endedAt: new Date('2026-11-10T12:00:00Z'), endedFor: 'staff' as const } };
    const html = page(clear, [before, { ...before, holdOut: { ...before.holdOut, id: '2' }, difference: null }], locale);
    expect([...html.matchAll(/<th scope="row"/g)]).toHaveLength(2);
    expect(textOf(html)).not.toMatch(/\{\{|undefined|NaN/);
  });
});
