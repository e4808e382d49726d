import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportReturns } from '#app/modules/returns/index.server.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { openShop } from '#tests/harness/shop-context.ts';
import { linesIn, placeOrder, sendBack } from './figures/stage.ts';

let database: Database;
let ctx: ShopContext;
const clock = { now: () => new Date('2026-11-22T12:00:00Z') };
const many = 260;

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
  ctx = await openShop(database, { domain: 'export.myshopify.com' }, { clock });
  await placeOrder(ctx, { id: '1', at: '2026-11-01T10:00:00Z' });
  for (let at = 0; at < many; at += 1)
    await sendBack(ctx, { id: String(1_000 + at), orderId: '1', at: new Date(Date.UTC(2026, 10, 2, 0, at)).toISOString(), lines: [{ lineId: '11', reason: at === 7 ? '=1+1' : 'style' }] });
}, 60_000);
afterAll(() => database.close());

const linesOf = (of: ShopContext, asked: Partial<Parameters<typeof exportReturns>[1]> = {}) => linesIn(exportReturns(of, { shelf: 'all', search: '', reason: null, ...asked }));

describe('the list of returns as a file', () => {
  it('holds every return once, however many pages they are', async () => {
    const lines = await linesOf(ctx);
    expect(lines[0]).toBe('return,order,customer,status,next_step,waits_since,begun_at,items,reasons,exchange');
    expect(lines).toHaveLength(many + 1);
    expect(new Set(lines.map((line) => line.split(',')[6])).size).toBe(many + 1);
  });

  it('follows the filters of the list, and runs no reason as a formula', async () => {
    expect(await linesOf(ctx, { reason: '=1+1' })).toEqual([expect.any(String), expect.stringContaining(`,'=1+1,no`)]);
    expect(await linesOf(ctx, { shelf: 'decide' })).toHaveLength(1);
  });

  it('holds nothing of another shop', async () => {
    const other = await openShop(database, { domain: 'other.myshopify.com' }, { clock });
    expect(await linesOf(other)).toHaveLength(1);
  });
});
