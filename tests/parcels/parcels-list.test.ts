import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportParcels, exportTroubles } from '../../app/modules/parcels/list/export-parcels.server.ts';
import { listParcels } from '../../app/modules/parcels/list/list-parcels.server.ts';
import type { ParcelFilter } from '../../app/modules/parcels/list/parcel-row.ts';
import type { ParcelRecord } from '../../app/modules/parcels/records.ts';
import { settleTroubles } from '../../app/modules/parcels/trouble/settle-troubles.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { csvAnswer, csvLine } from '../../app/ui/csv.ts';
import { openShops } from '../orders/shop.ts';
import { judgement, parcel, placeParcels } from './trouble-stage.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;

const came = { status: 'delivered', delivered_at: '2026-11-18T10:00:00.000Z', settled_at: '2026-11-18T10:00:00.000Z' } as const;
const parcels: Partial<ParcelRecord>[] = [
  { shipment_id: '1' },
  { shipment_id: '2', ...came },
  { shipment_id: '3', ...came, missed_to: '2026-11-16' },
  { shipment_id: '4', missed_to: '2026-11-16', carrier: null, destination: null },
  { shipment_id: '5', method: 'none', number: '' },
  { shipment_id: '6', number_doubt: 'check_digit', number: '1Z999' },
];
const placed = parcels.map((part, at) => parcel({ order_id: part.shipment_id, fulfillment_id: part.shipment_id, number: `N${part.shipment_id}`, shipped_at: `2026-11-0${at + 1}T10:00:00.000Z`, ...part }));
const found = async (filter: ParcelFilter) => (await listParcels(ctx, filter)).rows.map(({ shipmentId }) => shipmentId);

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await newShop({ at: now });
  await ctx.tx((tx) => placeParcels(tx, placed));
});

describe('the list of parcels', () => {
  it.each([
    [{ shelf: 'all' }, ['6', '4', '3', '2', '1']],
    [{ shelf: 'under_way' }, ['6', '4', '1']],
    [{ shelf: 'late' }, ['3']],
    [{ shelf: 'all', carrier: null }, ['4']],
    [{ shelf: 'all', destination: null }, ['4']],
    [{ shelf: 'under_way', doubted: true }, ['6']],
    [{ shelf: 'all', search: 'n 2' }, ['2']],
    [{ shelf: 'all', search: '3' }, ['3']],
    [{ shelf: 'all', search: '%' }, []],
  ] satisfies [ParcelFilter, string[]][])('%j shows %j, the newest first', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it('shows each once over all its pages', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listParcels>> = await listParcels(ctx, { shelf: 'all' }, cursor, 2);
      seen.push(...page.rows.map(({ shipmentId }) => shipmentId));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['6', '4', '3', '2', '1']);
  });

  it('shows the open troubles of a parcel, and no promise once it is settled', async () => {
    await ctx.tx((tx) => settleTroubles(tx, ctx.shop, [judgement({ found: [{ kind: 'silent', cause: null, since: '2026-11-12T08:00:00.000Z', evidence: { lastScanAt: null } }] })], now));
    const { rows } = await listParcels(ctx, { shelf: 'all' });
    expect(rows.find(({ shipmentId }) => shipmentId === '1')).toMatchObject({ troubles: ['silent'], orderName: '#1' });
    expect(rows.find(({ shipmentId }) => shipmentId === '2')?.promise).toBeNull();
  });
});

describe('the list as a file', () => {
  const all = async (lines: AsyncIterable<string>) => {
    let text = '';
    for await (const line of lines) text += line;
    return text.trimEnd().split('\r\n');
  };

  it('has a line for every parcel or trouble of the filter', async () => {
    expect(await all(exportParcels(ctx, { shelf: 'all' }))).toHaveLength(6);
    await ctx.tx((tx) => settleTroubles(tx, ctx.shop, [judgement({ found: [{ kind: 'silent', cause: null, since: '2026-11-12T08:00:00.000Z', evidence: { limitHours: 58, samples: 210, lastScanAt: null } }] })], now));
    const [, line, ...more] = await all(exportTroubles(ctx, {}));
    expect(line).toMatch(/^#1,,N1,UPS,DE,FR,silent,,2026-11-12T08:00:00.000Z,Leipzig,.*,58,210$/);
    expect(more).toEqual([]);
  });

  it.each(['=1+1', '+49', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1+1', '＋1', '－1', '＠SUM(A1)'])('keeps %j from being run as a formula', (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  });

  it('keeps quotation marks, commas and line breaks inside their cell, and numbers as numbers', () => {
    expect(csvLine(['a "b", c', 'x\ny', -5, null, 'plain'])).toBe('"a ""b"", c","x\ny",-5,,plain\r\n');
  });

  it('is made while it is read, and stops being made when nobody reads on', async () => {
    let made = 0;
    let ended = false;
    async function* lines() {
      try {
        for (;;) yield `${(made += 1)}\r\n`;
      } finally {
        ended = true;
      }
    }
    const answer = csvAnswer(lines(), 'parcels.csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="parcels.csv"');
    const reader = answer.body?.getReader();
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode((await reader?.read())?.value)).toBe('\uFEFF1\r\n');
    await reader?.cancel();
    expect(ended).toBe(true);
    expect(made).toBeLessThan(4);
  });
});
