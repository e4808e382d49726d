import { describe, expect, it } from 'vitest';
import type { ParcelsScreen } from '#app/modules/parcels/index.server.ts';
import { ParcelsPage } from '#app/modules/parcels/ui/parcels-page.tsx';
import { groupPath, parcelFilterOf, parcelsPath, readParcelsQuery, troubleFilterOf } from '#app/modules/parcels/ui/parcels-query.ts';
import { orderParcels, parcelRow, parcelStory, troubleRow } from './parcel-fixtures.ts';
import { OrderParcelsCard } from '#app/modules/parcels/ui/order-parcels.tsx';
import { render, textOf } from './stage.tsx';

const figures = { underWay: 42, open: 143, unmarked: 12, openedToday: 3, byKind: {}, ended: {} };
const screen = (part: Partial<ParcelsScreen> = {}): ParcelsScreen => ({ figures, groups: [], page: { of: 'troubles', rows: [], next: null }, carriers: { ups: 'UPS' }, ...part });
const query = (address = '') => readParcelsQuery(new URLSearchParams(address));
const page = (address: string, part: Partial<ParcelsScreen>, locale?: 'zh-CN') => render({ locale, path: '/app/parcels', children: <ParcelsPage query={query(address)} screen={screen(part)} /> });
const group = { kind: 'silent', cause: null, carrier: null, origin: null, destination: null, hub: 'Leipzig', count: 143, unmarked: 12, since: new Date('2026-11-16T10:00:00Z'), newest: new Date('2026-11-20T10:00:00Z'), filter: { kind: 'silent', hub: 'Leipzig' } } as const;

describe('the parcels page', () => {
  it('says that nothing is wrong where nothing is, with the way to all parcels', () => {
    const text = textOf(page('', {}));
    for (const words of ['No parcel is in trouble', 'Show all parcels', '143', 'On the way']) expect(text).toContain(words);
  });

  it('says why each parcel is in trouble with the figures it rests on', () => {
    const text = textOf(page('', { page: { of: 'troubles', rows: [troubleRow()], next: null } }));
    expect(text).toContain('No scan for 5 days. 95% of parcels on UPS DE → FR are scanned again within 58 hours, from 210 parcels. Last seen in Leipzig, Germany');
  });

  it('says so where too few parcels are known to learn from', () => {
    const evidence = { ...troubleRow().evidence, limitHours: 120, samples: 0, lane: '*/*/*/*' };
    expect(textOf(page('', { page: { of: 'troubles', rows: [troubleRow({ evidence })], next: null } }))).toContain('Usually a parcel is scanned again within 5 days; there are too few parcels to know more.');
  });

  it('groups what shares something, each group with the way to its list', () => {
    const html = page('by=hub', { groups: [group, { ...group, hub: 'Memphis', filter: { kind: 'silent', hub: 'Memphis' } }] });
    expect(textOf(html)).toContain('143 parcels silent since Leipzig');
    expect(html).toContain('href="/app/parcels?by=hub&amp;kind=silent&amp;hub=Leipzig"');
  });

  it('says a cause beside the trouble only where its name does not say it', () => {
    const returning = { ...group, kind: 'returning', hub: null } as const;
    const words = (cause: 'returned_to_sender' | 'refused') =>
      textOf(page('', { groups: [{ ...returning, cause }], page: { of: 'troubles', rows: [troubleRow({ kind: 'returning', cause, evidence: {} })], next: null } })).match(/going back to the sender|refused/gi)?.map((word) => word.toLowerCase());
    expect(words('returned_to_sender')).toEqual(['going back to the sender', 'going back to the sender']);
    expect(words('refused')).toEqual(['going back to the sender', 'refused', 'going back to the sender', 'refused']);
  });

  it('shows a missed day beside the day it came', () => {
    const text = textOf(page('view=late', { page: { of: 'parcels', rows: [parcelRow()], next: null } }));
    for (const words of ['Delivered Nov 20', 'Missed: Thu, Nov 19', 'Germany → France']) expect(text).toContain(words);
  });

  it('speaks Chinese', () => {
    const text = textOf(page('by=hub', { groups: [group, group], page: { of: 'troubles', rows: [troubleRow()], next: null } }, 'zh-CN'));
    for (const words of ['143 个包裹自Leipzig起无扫描', '已有 5天无扫描。', '长时间无扫描', '尚未处理']) expect(text).toContain(words);
    expect(text).not.toMatch(/Carrier|Trouble|Evidence|Promised/);
  });
});

describe('its address', () => {
  it('holds view, search, grouping and filters, and leaves out what it does not know', () => {
    expect(query('view=elsewhere&by=colour&kind=lost&mark=eaten')).toEqual(query());
    const address = '/app/parcels?view=dismissed&q=%231001&by=lane&kind=customs&mark=none&carrier=ups&hub=';
    expect(parcelsPath(query(address.split('?')[1]))).toBe(address);
  });

  it('tells those of an unknown place from those of any place', () => {
    expect(troubleFilterOf(query('hub='))).toEqual({ state: 'open', hub: null });
    expect(troubleFilterOf(query())).toEqual({ state: 'open' });
  });

  it('asks for parcels, not troubles, in the views that show them', () => {
    expect(parcelFilterOf(query('view=late&q=1Z9&carrier=ups'))).toEqual({ shelf: 'late', search: '1Z9', carrier: 'ups' });
  });

  it('of a group keeps what the list was narrowed by', () => {
    expect(groupPath(group, query('q=&carrier=ups&by=hub'))).toBe('/app/parcels?by=hub&kind=silent&carrier=ups&hub=Leipzig');
  });
});

describe('the parcels of an order', () => {
  const card = (part: Partial<typeof orderParcels>, locale?: 'zh-CN') =>
    render({ locale, path: '/app/orders/5001', children: <OrderParcelsCard parcels={{ ...orderParcels, ...part }} contents={[{ shipmentId: '1', name: '#1001-F1', lines: [{ lineId: 'l', title: 'Mug', variantTitle: null, quantity: 2 }] }]} timeline={[]} customerPage="https://shop.example.com/apps/aftercare/track?key=k" /> });

  it('show where each is, when it comes and who says so, the missed day, the trouble and what can be done', () => {
    const text = textOf(card({}));
    for (const words of ['On its way', 'Expected Mon, Nov 23 to Tue, Nov 24 · learned from earlier parcels', 'Thu, Nov 19 passed without delivery', 'No scan for too long', 'Message customer', 'Claim opened', '2 × Mug', '1 scan']) {
      expect(text).toContain(words);
    }
    expect(card({})).toContain('href="https://shop.example.com/apps/aftercare/track?key=k"');
  });

  it('warn of a number that looks wrong', () => {
    const text = textOf(card({ stories: [parcelStory({ numberDoubt: 'check_digit', firstScanAt: null, scans: [], status: 'pre_shipment' })], troubles: [] }));
    for (const words of ['Check the tracking number 1Z9999999999999999', 'The check digit is wrong']) expect(text).toContain(words);
  });

  it('of which nobody was told say so', () => {
    expect(textOf(card({ stories: [], troubles: [] }))).toContain('Nothing has been sent yet.');
  });
});
