import { describe, expect, it } from 'vitest';
import { ProblemPage } from '#app/modules/problems/ui/problem-page.tsx';
import { ProblemsPage } from '#app/modules/problems/ui/problems-page.tsx';
import { problemsPath, readProblemsQuery } from '#app/modules/problems/ui/problems-query.ts';
import type { ProblemDetail, ProblemSummary } from '#app/modules/problems/index.server.ts';
import { render, textOf } from './stage.tsx';

const summary: ProblemSummary = {
  id: 'aa-bb', orderId: '5001', orderName: '#1001', kind: 'damaged', wish: null, state: 'open', words: 'The <b>mug</b> is chipped.', items: 1, photos: 2,
  createdAt: new Date('2026-11-21T11:00:00Z'),
};
const detail: ProblemDetail = {
  ...summary,
  locale: 'de',
  closedAt: null,
  lines: [{ lineId: '1', quantity: 2, title: 'Stoneware mug', variantTitle: 'Moss' }],
  parcel: { carrier: 'UPS', number: '1Z9999999999999999' },
  photos: [{ id: 'p1', width: 1_200, height: 900 }, { id: 'p2', width: 900, height: 1_200 }],
};
const query = (address = '') => readProblemsQuery(new URLSearchParams(address));
const list = (address: string, problems: ProblemSummary[], locale?: 'zh-CN') =>
  render({ locale, path: '/app/problems', children: <ProblemsPage query={query(address)} problems={problems} nextCursor={null} /> });

describe('the list of reports', () => {
  it('says what will come where nothing is open, and offers the closed ones', () => {
    const text = textOf(list('', []));
    for (const words of ['No open reports', 'appears here with its photos', 'Show closed ones too']) expect(text).toContain(words);
  });

  it('offers to clear filters that find nothing', () => {
    expect(textOf(list('state=closed&kind=other', []))).toContain('Clear filters');
  });

  it('links each report and shows problem, words, photos and state, the words as text', () => {
    const html = list('', [summary, { ...summary, id: 'cc-dd', words: '', photos: 0 }]);
    expect(html).toContain('href="/app/problems/aa-bb"');
    expect(html).toContain('The &lt;b&gt;mug&lt;/b&gt; is chipped.');
    for (const words of ['#1001', 'Damaged', '2 photos', 'Open', 'No words']) expect(textOf(html)).toContain(words);
  });

  it('says of what is late what its customer would like, on the page too', () => {
    const late = { kind: 'late', wish: 'refund' };
    expect(textOf(list('', [{ ...summary, ...late }]))).toContain('Late · Money back');
    expect(textOf(list('', [{ ...summary, ...late }], 'zh-CN'))).toContain('延误 · 退款');
    expect(textOf(render({ path: '/app/problems/aa-bb', children: <ProblemPage problem={{ ...detail, ...late }} /> }))).toMatch(/What the customer would like\s*Money back/);
  });

  it('speaks Chinese', () => {
    const text = textOf(list('', [summary], 'zh-CN'));
    for (const words of ['客户反馈', '破损', '2 张照片', '待处理']) expect(text).toContain(words);
  });
});

describe('its address', () => {
  it('holds filters and page, and leaves out what it does not know', () => {
    expect(query()).toEqual({ state: 'open', kind: null, after: null });
    expect(query('state=elsewhere&kind=refund')).toEqual({ state: 'open', kind: null, after: null });
    expect(problemsPath({ state: 'open', kind: null, after: null })).toBe('/app/problems');
    const asked = { state: 'all', kind: 'damaged', after: '1.a' } as const;
    expect(query(problemsPath(asked).split('?')[1])).toEqual(asked);
  });
});

describe('a report', () => {
  const page = (problem: ProblemDetail, locale?: 'zh-CN') => render({ locale, path: '/app/problems/aa-bb', children: <ProblemPage problem={problem} /> });

  it('shows what was said in its own language, of what, with the way to the order', () => {
    const html = page(detail);
    expect(html).toContain('lang="de"');
    expect(html).toContain('href="/app/orders/5001"');
    for (const words of ['Damaged: order #1001', '2 × Stoneware mug · Moss', 'UPS 1Z9999999999999999', 'German', 'Close report']) expect(textOf(html)).toContain(words);
  });

  it('says that its photos are loading, each by its number', () => {
    const html = page(detail);
    expect(html).toContain('aria-label="Loading photo 1"');
    expect(html).toContain('aria-label="Loading photo 2"');
  });

  it('that is closed says when and can be opened again', () => {
    const text = textOf(page({ ...detail, state: 'closed', closedAt: new Date('2026-11-21T12:00:00Z') }));
    for (const words of ['Closed', 'Open again']) expect(text).toContain(words);
    expect(text).not.toContain('Close report');
  });

  it('about the order as a whole, without words or photos, says so', () => {
    const text = textOf(page({ ...detail, words: '', lines: [], parcel: null, photos: [] }));
    for (const words of ['The order as a whole', 'No words']) expect(text).toContain(words);
    expect(text).not.toContain('Photos');
  });

  it('speaks Chinese', () => expect(textOf(page(detail, 'zh-CN'))).toContain('破损：订单 #1001'));
});
