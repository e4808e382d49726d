import { describe, expect, it } from 'vitest';
import { figuresAsCsv } from '#app/modules/returns/figures/figures-as-csv.ts';
import type { ReturnFigures } from '#app/modules/returns/figures/views.ts';
import { FiguresPage } from '#app/modules/returns/ui/figures/figures-page.tsx';
import { figuresPath, readFiguresQuery } from '#app/modules/returns/ui/figures/figures-query.ts';
import { render, textOf } from '#tests/admin-ui/stage.tsx';
import { shownFigures } from './shown-figures.ts';
import { linesIn } from './stage.ts';

const page = (figures: ReturnFigures, locale?: 'zh-CN') => render({ locale, path: '/app/returns/figures', children: <FiguresPage figures={figures} /> });
const nothing: ReturnFigures = {
  ...shownFigures,
  rate: { orders: 12, ordersBack: 0, units: 20, unitsBack: 0 },
  findings: [],
  reasons: [],
  products: [],
  money: { returns: 0, refunded: 0, credited: 0, exchanged: 0, bonus: 0, fees: 0 },
  times: { refunded: 0, median: null, ninety: null, withinDay: 0 },
};

describe('the figures of returns', () => {
  it('say what stands out as a sentence with its evidence, and lead to the returns that said so', () => {
    const html = page(shownFigures);
    expect(textOf(html)).toContain('M of Linen dress runs small: 31% of its 42 returns');
    expect(textOf(html)).toContain('Vase arrives damaged or defective: 45% of its 20 returns');
    expect(textOf(html)).toContain('Scarf: “Adhesion” is said in 40% of its 10 returns');
    expect(textOf(html)).toContain('Usual: 12%');
    expect(html).toContain('href="/app/returns?shelf=all&amp;reason=too-small"');
  });

  it('say how much comes back, what is kept and how soon money comes', () => {
    const text = textOf(page(shownFigures));
    for (const words of ['8.3%', '150 of 1,800 sold', '38%', '$1,500.00 by exchange and credit', '20 h', 'Nine in ten within 3.1 days', '64%']) expect(text).toContain(words);
  });

  it('have a text for every chart, and a table with each figure of it', () => {
    const html = page(shownFigures);
    const labels = [...html.matchAll(/<svg role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
    expect(labels[0]).toBe('Share of units sent back: Sep 2026 10%; Oct 2026 –; Nov 2026 5%');
    expect(labels).toContain('$2,500.00 refunded, $1,000.00 as store credit, $500.00 exchanged');
    expect(labels).toContain('64% refunded within 24 hours');
    expect(html).toMatch(/<th scope="row"[^>]*>Sep 2026<\/th><td[^>]*>600<\/td><td[^>]*>60<\/td><td[^>]*>1,000<\/td><td[^>]*>100<\/td><td[^>]*>10%<\/td>/);
  });

  it('say what returns cost beside the goods, and which labels are not in it', () => {
    expect(textOf(page(shownFigures))).toContain('Labels $294.00 and bonuses $40.00, less fees $65.00: $269.00');
    expect(textOf(page(shownFigures))).toContain('2 labels paid in other currencies are not in it.');
    expect(textOf(page({ ...nothing, reasons: shownFigures.reasons, rate: shownFigures.rate, labels: { labels: 0, cost: 0, inOtherCurrencies: 0 } }))).toContain('No label was bought in this period');
  });

  it('say so where nothing came back, and offer more months', () => {
    expect(textOf(page({ ...nothing, months: 3 }))).toContain('No returns yet');
    expect(textOf(page({ ...nothing, months: 3 }))).toContain('Show 12 months');
    expect(textOf(page({ ...nothing, months: 12 }))).not.toContain('Show 12 months');
  });

  it('are said in Chinese', () => {
    expect(textOf(page(shownFigures, 'zh-CN'))).toContain('Linen dress的M偏小：占其 42 次退货的 31%');
  });

  it('are asked for by an address that names their months', () => {
    expect([readFiguresQuery(new URLSearchParams('months=12')), readFiguresQuery(new URLSearchParams('months=1000')), readFiguresQuery(new URLSearchParams())]).toEqual([12, 6, 6]);
    expect([figuresPath(6), figuresPath(3, '/x')]).toEqual(['/app/returns/figures', '/x?months=3']);
  });
});

describe('the file of figures', () => {
  const linesOf = (figures: ReturnFigures) => linesIn(figuresAsCsv(figures));

  it('has the months, reasons, products and variants, amounts with their currency', async () => {
    const lines = await linesOf(shownFigures);
    expect(lines[1]).toBe('month,2026-09,,,,600,60,1000,100,0.1,40,USD,1500.00,500.00,250.00,20.00,35.00,30,210.00,30,20.5,75,20');
    expect(lines).toContain('reason,,,,Too small,,,,80,,,,,,,,,,,,,,');
    expect(lines).toContain('product,,Linen dress,,Too small,,,300,60,0.2,,,,,,,,,,,,,');
    expect(lines).toContain('variant,,Linen dress,M,Too small,,,100,40,0.4,,,,,,,,,,,,,');
  });

  it('runs no product’s name as a formula', async () => {
    const [dress] = shownFigures.products;
    const lines = await linesOf({ ...shownFigures, products: dress ? [{ ...dress, title: '=HYPERLINK("x")' }] : [] });
    expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
