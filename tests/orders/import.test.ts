import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyBulkResult, type BulkSource } from '../../app/modules/orders/apply-bulk-result.server.ts';
import { groupBulkRows, type BulkLine } from '../../app/modules/orders/group-bulk-rows.ts';
import { importProgress, reconcileOrders, retryImport, startImport } from '../../app/modules/orders/index.server.ts';
import { newestImport } from '../../app/modules/orders/import-progress.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from './shop.ts';

let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];

beforeAll(async () => {
  ({ database, newShop } = await openShops());
});
afterAll(() => database.close());

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' }, presentmentMoney: { amount, currencyCode: 'EUR' } });

/** The rows Shopify writes for one order with two lines. */
function rowsOf(number: number): unknown[] {
  const id = `gid://shopify/Order/${number}`;
  const order = {
    id,
    name: `#${number}`,
    confirmationNumber: null,
    email: `buyer${number}@example.com`,
    phone: null,
    customerLocale: 'en',
    sourceName: 'web',
    test: false,
    tags: [],
    note: null,
    createdAt: '2026-10-01T08:00:00Z',
    processedAt: '2026-10-01T08:00:00Z',
    updatedAt: '2026-10-02T08:00:00Z',
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    returnStatus: 'NO_RETURN',
    currencyCode: 'EUR',
    presentmentCurrencyCode: 'EUR',
    taxesIncluded: true,
    statusPageUrl: 'https://example.com/status',
    subtotalPriceSet: money('20.00'),
    totalDiscountsSet: money('0.00'),
    totalShippingPriceSet: money('0.00'),
    totalTaxSet: money('0.00'),
    originalTotalDutiesSet: null,
    totalTipReceivedSet: money('0.00'),
    totalPriceSet: money('20.00'),
    shippingAddress: null,
    customer: null,
    refunds: [],
    fulfillments: [],
  };
  const line = (at: number) => ({
    __parentId: id,
    id: `gid://shopify/LineItem/${number}${at}`,
    title: `Größe ${at}`,
    variantTitle: null,
    sku: null,
    vendor: null,
    requiresShipping: true,
    quantity: 1,
    currentQuantity: 1,
    unfulfilledQuantity: 1,
    product: null,
    variant: null,
    image: null,
    originalUnitPriceSet: money('10.00'),
    discountAllocations: [],
    taxLines: [],
  });
  return [order, line(1), line(2)];
}

const orderCount = 1_000;
const file = Array.from({ length: orderCount }, (_, at) => rowsOf(1_001 + at)).flat().map((row) => JSON.stringify(row));

/** The file from a byte on; the connection breaks after so many lines. */
function download(breakAfter = Infinity): BulkSource {
  return async function* (_url, { fromByte }): AsyncGenerator<BulkLine> {
    let end = 0;
    let sent = 0;
    for (const line of file) {
      const start = end;
      end += Buffer.byteLength(line) + 1;
      if (start < fromByte) continue;
      if (sent >= breakAfter) throw new Error('killed');
      sent += 1;
      yield { line, endByte: end };
    }
  };
}

/** A shop whose import has its file ready to be read. */
async function readyShop(): Promise<ShopContext> {
  const ctx = await newShop();
  await startImport(ctx);
  await ctx.tx((tx) => tx.imports.updateMany({ data: { state: 'downloading', result_url: 'file', orders_total: orderCount } }));
  return ctx;
}

async function read(ctx: ShopContext, source: BulkSource): Promise<void> {
  const row = await ctx.tx(newestImport);
  if (!row) throw new Error('no import');
  await applyBulkResult(ctx, row, source('file', { fromByte: Number(row.byte_offset) }));
}

const applied = async (ctx: ShopContext) => (await importProgress(ctx))?.ordersApplied;

describe('an import', () => {
  it('killed in the middle goes on where it stopped: every order once, none missing', async () => {
    const ctx = await readyShop();
    await expect(read(ctx, download(1_700))).rejects.toThrow('killed');
    expect(await applied(ctx)).toBe(300);
    await expect(read(ctx, download(1_300))).rejects.toThrow('killed');
    expect(await applied(ctx)).toBe(600);
    await read(ctx, download());
    expect(await applied(ctx)).toBe(orderCount);
    const counts = await ctx.tx(async (tx) => [await tx.orders.count(), await tx.order_lines.count(), await tx.journal.count()]);
    expect(counts).toEqual([orderCount, orderCount * 2, orderCount]);
    const row = await ctx.tx(newestImport);
    expect(Number(row?.byte_offset)).toBe(file.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0));
  });

  it('that another process carried on stops here without applying anything twice', async () => {
    const ctx = await readyShop();
    const row = await ctx.tx(newestImport);
    if (!row) throw new Error('no import');
    await applyBulkResult(ctx, row, download()('file', { fromByte: 0 }));
    await expect(applyBulkResult(ctx, row, download()('file', { fromByte: 0 }))).rejects.toThrow('went on elsewhere');
    expect(await applied(ctx)).toBe(orderCount);
  });

  it('has the look for missed changes wait, which would read it all a second time', async () => {
    const ctx = await readyShop();
    await reconcileOrders(ctx);
    await ctx.tx((tx) => tx.imports.updateMany({ data: { state: 'done' } }));
    await expect(reconcileOrders(ctx)).rejects.toThrow();
  });

  it('is started once, however often and from wherever it is asked for', async () => {
    const ctx = await newShop();
    expect(await importProgress(ctx)).toBeNull();
    const started = await Promise.all([startImport(ctx), startImport(ctx), startImport(ctx)]);
    expect(new Set(started.map(({ id }) => id)).size).toBe(1);
    expect(started[0]).toMatchObject({ state: 'requested', part: 'orders', ordersApplied: 0 });
  });

  it('that failed is asked for anew, and only then', async () => {
    const ctx = await readyShop();
    expect(await retryImport(ctx)).toMatchObject({ state: 'downloading' });
    await ctx.tx((tx) => tx.imports.updateMany({ data: { state: 'failed', failure: 'TIMEOUT' } }));
    expect(await retryImport(ctx)).toMatchObject({ state: 'requested', failure: null, ordersApplied: 0 });
  });
});

describe('rows of a bulk result', () => {
  async function* lines(...rows: unknown[]): AsyncGenerator<BulkLine> {
    for (const [at, row] of rows.entries()) yield { line: JSON.stringify(row), endByte: (at + 1) * 10 };
  }

  it('are put back under their roots, each with the byte it ends at', async () => {
    const roots = [];
    for await (const root of groupBulkRows(lines({ id: 'a' }, { id: 'b', __parentId: 'a' }, { id: 'c', __parentId: 'b' }, { id: 'd' }))) roots.push([root.children.length, root.endByte]);
    expect(roots).toEqual([[2, 30], [0, 40]]);
  });

  it('that belong to nothing before them are refused', async () => {
    await expect(groupBulkRows(lines({ id: 'b', __parentId: 'a' })).next()).rejects.toThrow('belongs to another');
  });
});
