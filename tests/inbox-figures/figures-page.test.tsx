import { describe, expect, test } from 'vitest';
import { figuresPeriod } from '#app/modules/inbox/figures/figures-period.ts';
import { FiguresPage } from '#app/modules/inbox/figures/ui/figures-page.tsx';
import { figuresPath, readFiguresQuery } from '#app/modules/inbox/figures/ui/figures-query.ts';
import type { Group, InboxFigures, Tallies } from '#app/modules/inbox/figures/views.ts';
import { render, stageNow, textOf } from '../admin-ui/stage.tsx';

const tallies: Tallies = { opened: 1_200, firstReply: { count: 10, median: 5_400, ninety: 200_000 }, solved: { count: 900, median: 260_000, ninety: null }, promises: { kept: 9, broken: 1 }, satisfaction: { given: 4, good: 3, points: 15 } };
const nothing: Tallies = { opened: 0, firstReply: { count: 0, median: null, ninety: null }, solved: { count: 0, median: null, ninety: null }, promises: { kept: 0, broken: 0 }, satisfaction: { given: 0, good: 0, points: 0 } };
const group = (key: string | null, name: string | null = null): Group => ({ ...tallies, key, name });
const made = (changes: Partial<InboxFigures> = {}): InboxFigures => ({
  step: 'week', filter: { channel: null, agent: null, team: null }, total: { ...tallies, backlog: 300, orders: 4_000 },
  spans: figuresPeriod('week', 'America/New_York', stageNow).days.map((day) => ({ ...tallies, day, backlog: 300, orders: 0 })),
  channels: [group('email')], agents: [group('702', 'Mia'), group('999'), group(null)], tiers: [group('usual'), group('valued')], teams: [group(null)], categories: [{ ...group(null), key: null }, { ...group('billing'), key: 'billing' }], choices: { agents: [{ id: '702', name: 'Mia' }], teams: [] },
  ...changes,
});
const page = (figures: InboxFigures, locale?: 'zh-CN') => textOf(render({ locale, path: '/app/inbox/figures', children: <FiguresPage figures={figures} /> }));

describe('the page of figures', () => {
  test('says all of a period in words', () => {
    const text = page(made());
    for (const words of ['1,200', '1.5 hr', '9 of 10 within 2.3 days', '90%', '9 of 10', '75%', '4 answers', '30', '4,000 orders', 'Mia', 'Staff member 999', 'Nobody', 'No team', 'Not sorted', 'Billing', 'By customer', 'Valued', 'Others']) expect(text).toContain(words);
  });

  test('compares conversations with orders only where all conversations are counted', () => {
    expect(page(made({ filter: { channel: null, agent: '702', team: null } }))).not.toContain('4,000 orders');
  });

  test('says what will come where nobody ever wrote, and nothing else', () => {
    const text = page(made({ total: { ...nothing, backlog: 0, orders: 5 } }));
    expect(text).toContain('Nothing to count yet');
    expect(text).not.toContain('How well it goes');
  });

  test('shows of many agents ten, and the others on demand', () => {
    const many = Array.from({ length: 14 }, (_, at) => group(String(at), `Agent ${at}`));
    expect(page(made({ agents: many }))).toContain('4 more');
  });

  test('is Chinese for who reads Chinese', () => {
    expect(page(made(), 'zh-CN')).toContain('最近 13 周');
  });

  test('keeps what is asked in its address, and leaves out what it does not know', () => {
    const path = '/app/inbox/figures?by=day&channel=form&agent=702';
    expect(figuresPath(readFiguresQuery(new URLSearchParams(path.split('?')[1])))).toBe(path);
    expect(figuresPath(readFiguresQuery(new URLSearchParams('by=year&agent=x&team=1')))).toBe('/app/inbox/figures');
  });
});
