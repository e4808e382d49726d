import { describe, expect, it } from 'vitest';
import { reportLinesAsCsv } from '../../app/modules/parcels/report/report-lines-as-csv.ts';
import { reportPeriod } from '../../app/modules/parcels/report/report-period.ts';
import { sortableColumns, sortRows } from '../../app/modules/parcels/report/sort-rows.ts';
import { lane, report, carrier } from './report-stage.ts';

const names = { ups: 'UPS', dpd: 'DPD' };
const order = { by: 'delivered', direction: 'descending' } as const;

async function cells(of: ReturnType<typeof report>): Promise<Record<string, string>[]> {
  const lines: string[][] = [];
  for await (const line of reportLinesAsCsv(of, order)) lines.push(line.trimEnd().split(','));
  const [heads = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

describe('the order of rows', () => {
  it.each(sortableColumns)('by %s turns round with its direction, and rows of which nothing can be said stay last', (by) => {
    const rows = [carrier('ups', { scale: 2 }), carrier('dpd', { scale: 1 }), carrier('gls', { scale: 3 }), carrier(null, { few: true })];
    const sorted = (direction: 'ascending' | 'descending') => sortRows(rows, { by, direction }, names).map((row) => (row.level === 'carrier' ? row.carrier : ''));
    const known = (order: (string | null)[]) => order.filter((key) => key !== null);
    expect(known(sorted('ascending'))).toEqual(known(sorted('descending')).toReversed());
    expect(known(sorted('ascending'))).toEqual(by === 'name' ? ['dpd', 'gls', 'ups'] : ['dpd', 'ups', 'gls']);
    if (['kept', 'late', 'median', 'ninety', 'spread', 'contacts', 'ranges'].includes(by)) expect([sorted('ascending').at(-1), sorted('descending').at(-1)]).toEqual([null, null]);
  });

  it('has the busiest first among equals', () => {
    expect(sortRows([carrier('dpd', { scale: 1 }), carrier('ups', { scale: 4 })].map((row) => ({ ...row, lost: 0 })), { by: 'lost', direction: 'ascending' }, names).map((row) => row.delivered)).toEqual([160, 40]);
  });
});

describe('the file', () => {
  it('holds the whole, the carriers and all lanes, counts always and shares only where enough stand behind them', async () => {
    const rows = await cells(report({ carriers: [carrier('ups', { scale: 1 })], lanes: [lane('ups', 'DE', 'FR', { scale: 1 }), lane(null, null, null, { few: true })] }));
    expect(rows.map(({ level, carrier, origin, destination }) => [level, carrier, origin, destination])).toEqual([['all', '', '', ''], ['carrier', 'UPS', '', ''], ['lane', 'UPS', 'DE', 'FR'], ['lane', '', '', '']]);
    expect(rows[2]).toMatchObject({ delivered: '40', promises_due: '40', first_date_kept: '10', first_date_kept_share: '0.25', median_days: '2', spread_days: '2', exceptions: '3', exceptions_customs: '2', exceptions_address: '1', lost: '1', contacts_per_100: '5', backtest_coverage: '0.2' });
    expect(rows[3]).toMatchObject({ delivered: '7', promises_due: '7', first_date_kept: '3', first_date_kept_share: '', median_days: '', contacts_per_100: '', backtest_tried: '7', backtest_coverage: '' });
  });

  it('runs nothing in a spreadsheet, whatever a carrier is called', async () => {
    const [, , row] = await cells(report({ carrierNames: { odd: '=HYPERLINK("https://evil.example")' }, lanes: [lane('odd', 'DE', 'FR', { scale: 1 })], carriers: [carrier('odd', { scale: 1 })] }));
    expect(row?.carrier).toMatch(/^"?'=HYPERLINK/);
  });
});

describe('the period', () => {
  it('begins where the shop’s day begins, over a change of clocks too', () => {
    const { since, from, to } = reportPeriod(30, 'Europe/Berlin', new Date('2026-11-20T12:00:00Z'));
    expect([since.toISOString(), from, to]).toEqual(['2026-10-20T22:00:00.000Z', '2026-10-21', '2026-11-19']);
  });
});
