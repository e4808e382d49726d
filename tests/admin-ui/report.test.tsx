import type { JSX } from 'react';
import { describe, expect, it } from 'vitest';
import { RangeBar } from '#app/ui/chart/range-bar.tsx';
import { ShareBar } from '#app/ui/chart/share-bar.tsx';
import { Sparkline } from '#app/ui/chart/sparkline.tsx';
import { ReportPage } from '#app/modules/parcels/ui/report/report-page.tsx';
import { readReportQuery, reportFilterOf, reportPath } from '#app/modules/parcels/ui/report/report-query.ts';
import { shownReport } from '#app/modules/parcels/ui/report/shown-report.ts';
import type { CarrierReport } from '#app/modules/parcels/report/views.ts';
import { carrier, figures, lane, report } from '../parcels/report-stage.ts';
import { render, textOf } from './stage.tsx';

const query = (address = '') => readReportQuery(new URLSearchParams(address));
const page = (of: CarrierReport, address = '', locale?: 'zh-CN') =>
  render({ locale, path: '/app/report', children: <ReportPage query={query(address)} report={shownReport(of, query(address))} /> });
const full = report({ carriers: [carrier('ups', { scale: 2 })], lanes: [lane('ups', 'DE', 'FR', { scale: 1 }), lane(null, null, 'US', { few: true })] });

describe('the report', () => {
  it('says of each carrier and lane what was kept, how long it took and what went wrong', () => {
    const text = textOf(page(full));
    for (const words of ['UPS', 'Germany → France', '50%', 'of 80 due', '4.0', '8.0', 'Customs 4', 'Address 2', '10.0', '1.8 days wide', 'from 80 tried']) expect(text).toContain(words);
  });

  it('says that there are too few to say, and how many', () => {
    const text = textOf(page(full));
    expect(text).toContain('too few (7)');
    expect(text).toContain('Carrier not known');
    expect(text).toContain('Not known → United States');
    expect(text).toContain('Shares and days are shown from 20 parcels on.');
  });

  it('has a text for every chart and no other picture of a figure', () => {
    const labels = [...page(full).matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => label ?? '');
    expect(labels).toContain('50% kept, 3% arrived late, 48% not arrived');
    expect(labels).toContain('Half of the parcels took 2.0 to 6.0 days, the median was 4.0, nine in ten took at most 8.0');
    expect(labels.find((label) => label.startsWith('First dates kept'))).toMatch(/Nov 6\s–\s12 100%; Nov 13\s–\s19 too few; Nov 20 50%/);
    expect(labels.every((label) => label.length > 0)).toBe(true);
  });

  it('leads from a carrier to its own report, and no further from there', () => {
    expect(page(full, 'days=90')).toContain('href="/app/report?days=90&amp;carrier=ups"');
    expect(page(full, 'carrier=ups')).not.toContain('href="/app/report');
  });

  it('shows the promises over time as a table too', () => {
    expect(page(full)).toMatch(/<th scope="row"[^>]*>Nov 6\s–\s12<\/th><td[^>]*>20<\/td><td[^>]*>10<\/td><td[^>]*>50%<\/td>/);
  });

  it('says how our ranges held, that there are too few, or that nothing was tested', () => {
    expect(textOf(page(full))).toContain('Dates held 20% of the time on 40 parcels held back, mean width 1.8 days');
    expect(textOf(page({ ...full, all: figures({ few: true }) }))).toContain('Too few to say: 7 parcels were held back so far.');
    expect(textOf(page({ ...full, backtestedAt: null }))).toContain('No test yet.');
  });

  it('says from when it knows what went wrong', () => {
    expect(textOf(page({ ...full, watchedSince: '2026-11-02' }))).toContain('are counted since November 2, 2026');
    expect(textOf(page(full))).not.toContain('are counted since');
  });

  it('where nothing was delivered offers more days, or to clear what narrows it', () => {
    expect(textOf(page(report()))).toContain('Show 90 days');
    expect(textOf(page(report(), 'days=90'))).not.toContain('Show 90 days');
    expect(textOf(page(report(), 'carrier=ups'))).toContain('Clear filters');
  });

  it('names a cause it has no word for in readable words', () => {
    expect(textOf(page({ ...full, all: { ...full.all, causes: [{ cause: 'sea_monster', parcels: 3 }] } }))).toContain('Sea monster');
  });

  it('speaks Chinese throughout for a Chinese admin', () => {
    const text = textOf(page(full, '', 'zh-CN'));
    for (const words of ['承运商与线路', '首次承诺兑现', '德国 → 法国', '海关 4', '样本不足（7）', '共 80 件到期']) expect(text).toContain(words);
    expect(text).not.toMatch(/Delivered|Carrier|too few|days/);
  });
});

describe('its lanes', () => {
  const many = report({ carriers: [carrier('ups', { scale: 1 })], lanes: Array.from({ length: 60 }, (_, at) => ({ ...lane('ups', 'DE', 'FR', { scale: 1 }), delivered: at, destination: `L${at}` })) });

  it('are shown a page at a time, each once, in the order asked for', () => {
    const pages = [1, 2, 3].map((at) => shownReport(many, query(`page=${at}`)));
    expect(pages.flatMap(({ lanes }) => lanes.map(({ delivered }) => delivered))).toEqual(Array.from({ length: 60 }, (_, at) => 59 - at));
    expect(pages[1]?.lanePages).toEqual({ page: 2, pages: 3, from: 26, to: 50, all: 60 });
    expect(textOf(page(many, 'page=2'))).toContain('26–50 of 60');
  });

  it('have a last page that a page beyond it shows', () => {
    expect(shownReport(many, query('page=99')).lanePages).toMatchObject({ page: 3, from: 51, to: 60 });
    expect(shownReport(report(), query()).lanePages).toEqual({ page: 1, pages: 1, from: 0, to: 0, all: 0 });
  });
});

describe('its address', () => {
  it('holds period, filters, order and page, and leaves out what is as usual', () => {
    expect(reportPath(query())).toBe('/app/report');
    const address = 'days=90&carrier=dhl_express&destination=US&sort=kept&order=ascending&page=2';
    expect(reportPath(query(address))).toBe(`/app/report?${address}`);
    expect(reportFilterOf(query(address))).toEqual({ days: 90, carrier: 'dhl_express', destination: 'US' });
    expect(reportFilterOf(query('carrier=none&destination=none'))).toEqual({ days: 30, carrier: null, destination: null });
  });

  it('is read without what it does not know', () => {
    expect(query('days=31&carrier=%27%20or%201&destination=Elsewhere&sort=secret&order=sideways&page=-3')).toEqual(query());
    expect(query('sort=name').order).toEqual({ by: 'name', direction: 'ascending' });
  });
});

describe('a chart', () => {
  const drawn = (chart: JSX.Element) => render({ children: chart });

  it('of shares fills its bar by as much as there is', () => {
    const widths = [...drawn(<ShareBar label="x" width={100} parts={[{ tone: 'good', share: 0.75 }, { tone: 'none', share: 0.25 }]} />).matchAll(/<rect x="([\d.]+)" width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)]);
    expect(widths).toEqual([[0, 74], [75, 25]]);
  });

  it('over time leaves a gap where nothing is known and shows a lone point', () => {
    const html = drawn(<Sparkline label="x" points={[0.5, 0.6, null, 0.9, null]} />);
    expect([html.match(/<polyline/g)?.length, html.match(/<circle/g)?.length]).toEqual([1, 1]);
    expect(drawn(<Sparkline label="x" points={[null, null]} />)).not.toMatch(/<polyline|<circle/);
  });

  it('of a range never leaves its scale', () => {
    const places = [...drawn(<RangeBar label="x" most={2} width={50} range={{ from: 1, middle: 2, to: 3, far: 9 }} />).matchAll(/ x[12]?="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.max(...places)).toBeLessThanOrEqual(50);
  });
});
