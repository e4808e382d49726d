import { describe, expect, it } from 'vitest';
import { actsOn } from '#app/modules/returns/acts.ts';
import { OrderReturnsCard } from '#app/modules/returns/ui/order-returns-card.tsx';
import { ReturnPage } from '#app/modules/returns/ui/return-page.tsx';
import { ReturnsPage } from '#app/modules/returns/ui/returns-page.tsx';
import { readReturnsQuery, returnsPath } from '#app/modules/returns/ui/returns-query.ts';
import type { ReturnRow } from '#app/modules/returns/views.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { returnRow, returnView, wholeReturn } from './fixtures.ts';

const query = (address = '') => readReturnsQuery(new URLSearchParams(address));
const reasons = [{ handle: 'too-small', name: 'Too small' }];
const list = (address: string, rows: ReturnRow[], locale?: 'zh-CN') =>
  render({ locale, path: '/app/returns', children: <ReturnsPage query={query(address)} page={{ rows, nextCursor: null, granted: true, waiting: { decide: rows.length, send: 0, travel: 0, receive: 0, late: 0 }, reasons: rows.length > 0 ? reasons : [] }} /> });
const page = (view = returnView(), locale?: 'zh-CN') => render({ locale, path: '/app/returns/81', children: <ReturnPage view={view} acts={actsOn(view)} actKey="k" story={null} /> });

describe('the list of returns', () => {
  it('says what will come where there never was a return', () => {
    expect(textOf(list('', []))).toContain('Your returns will appear here');
  });

  it('offers to clear filters that find nothing, and all returns where a shelf is empty', () => {
    expect(textOf(list('reason=style', []))).toContain('Clear search and filters');
    expect(textOf(list('shelf=done&after=1.1', []))).toContain('Show all returns');
  });

  it('links each return and says whose it is, why, how it stands and what is next', () => {
    const html = list('', [returnRow(), returnRow({ id: '82', name: '#1002-R1', customerName: null, status: 'open', next: 'send', exchange: true })]);
    expect(html).toContain('href="/app/returns/81"');
    for (const words of ['To decide (2)', 'Nell Hart', 'Too small, Style', 'Requested', 'Approve or decline', 'No customer', 'Exchange', 'Customer sends it back']) expect(textOf(html)).toContain(words);
  });

  it('speaks Chinese', () => {
    for (const words of ['退货', '待决定（1）', '已申请', '批准或拒绝']) expect(textOf(list('', [returnRow()], 'zh-CN'))).toContain(words);
  });

  it('has an address that holds shelf, search, reason and page, and leaves out what it does not know', () => {
    expect(query('shelf=elsewhere')).toEqual({ shelf: 'decide', search: '', reason: null, after: null });
    const asked = { shelf: 'done', search: 'cup', reason: 'too-small', after: '1.2' } as const;
    expect(query(returnsPath(asked).split('?')[1])).toEqual(asked);
    expect(returnsPath(query())).toBe('/app/returns');
  });
});

describe('the page of a return', () => {
  it('shows what comes back and why, with the customer’s words as text', () => {
    const html = page();
    expect(html).toContain('One &lt;b&gt;size&lt;/b&gt; up would fit.');
    for (const words of ['2 × Stoneware mug', 'Moss · MUG-M', 'Too small', 'Restocking fee 10%: $3.60', '$36.00', 'Waits for you']) expect(textOf(html)).toContain(words);
    expect(html).toContain('href="/app/orders/5001"');
    expect(textOf(html)).not.toContain('The way back');
    expect(textOf(page(returnView({ status: 'open', next: 'send' })))).toContain('No label or tracking number yet.');
  });

  it('shows the way back, what was received, sent in exchange, charged and given back', () => {
    const html = page(wholeReturn);
    for (const words of ['UPS 1Z9999999999999999', 'Label', 'Arrived · Berlin', 'Restocked at Berlin', 'Stoneware mug, large', '1 of 2 ordered', '$5.95', '$18.00', 'Refund or exchange']) expect(textOf(html)).toContain(words);
    expect(html).toContain('aria-label="Label of 1Z9999999999999999"');
  });

  it('puts forward what is next, and sets aside what may be done as well', () => {
    const order = (view: ReturnType<typeof returnView>, ...buttons: string[]) => buttons.map((button) => textOf(page(view)).indexOf(button)).every((at, place, all) => at >= 0 && at > (all[place - 1] ?? -1));
    expect(order(returnView(), 'Decline', 'Open in Shopify', 'Approve')).toBe(true);
    expect(order(returnView({ status: 'open', next: 'send' }), 'Cancel return', 'Close', 'Open in Shopify')).toBe(true);
    expect(order(returnView({ status: 'closed', next: 'done' }), 'Open again', 'Open in Shopify')).toBe(true);
  });

  it('says why it was declined, and that nobody has to do anything', () => {
    const text = textOf(page(returnView({ status: 'declined', next: 'done', decline: { reason: 'final_sale', note: 'It was on sale.' } })));
    for (const words of ['Declined', 'Final sale', 'It was on sale.', 'Nobody has to do anything']) expect(text).toContain(words);
  });

  it('speaks Chinese', () => {
    for (const words of ['退回的商品', '寄回途径', '已重新入库，Berlin', '重新入库费 10%']) expect(textOf(page(wholeReturn, 'zh-CN'))).toContain(words);
  });
});

describe('the returns of an order', () => {
  it('stand on its page, each with its link and whose turn it is; where there are none nothing is said of them', () => {
    const card = (returns: readonly ReturnType<typeof returnView>[]) => render({ path: '/app/orders/5001', children: <OrderReturnsCard returns={returns} /> });
    const html = card([returnView(), wholeReturn]);
    expect(html).toContain('href="/app/returns/81"');
    for (const words of ['Waits for you', 'Approve or decline', 'Sent in exchange', 'Restocked at Berlin']) expect(textOf(html)).toContain(words);
    expect(textOf(card([]))).not.toContain('Returns');
  });
});
