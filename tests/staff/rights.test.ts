import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { day, hour, minute } from '#app/kernel/time.ts';
import { goodwillLimit, mayStaff, noteStaff, refundLimit, saveStaff, staffRights, staffView } from '#app/modules/staff/index.server.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { openShop } from '#tests/harness/shop-context.ts';

let database: Database;
let ctx: ShopContext;
let now = new Date(0);
const clock = { now: () => now };
const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));
let shops = 0;
const owner = '70000001';
const other = '70000002';
const third = '70000003';
const isOwner = (id: string) => Promise.resolve({ id, name: 'Robin Vale', accountOwner: true });
const isStaff = (id: string) => Promise.resolve({ id, name: 'Sam Field', accountOwner: false });

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-22T09:00:00Z');
  ctx = await openShop(database, { domain: `staff-${(shops += 1)}.myshopify.com` }, { clock });
});

const rights = (id: string) => ctx.tx((tx) => staffRights(tx, id));
const setTo = (value: object, by = owner, version = 0) => {
  const form = new FormData();
  form.set('version', String(version));
  form.set('value', JSON.stringify({ everybody: 'within_limits', people: {}, goodwill: '0', largestRefund: null, ...value }));
  return saveStaff(ctx, form, by);
};
/** An order of 100 euros, for which its customer paid 110 dollars. */
const order = (id = '1', total = 10_000, totalPresentment = 11_000) =>
  ctx.tx((tx) => tx.$executeRaw`
    insert into orders (id, name, created_at, processed_at, updated_at, currency, presentment_currency, subtotal, subtotal_presentment, discounts, discounts_presentment,
      shipping, shipping_presentment, tax, tax_presentment, total, total_presentment, fingerprint, search)
    values (${id}, '#1', now(), now(), now(), 'EUR', 'USD', 0, 0, 0, 0, 0, 0, 0, 0, ${total}, ${totalPresentment}, '', '')`);

describe('until anything is set', () => {
  it('the owner of the account may do everything, and everybody else approve and refund within limits', async () => {
    await noteStaff(ctx, owner, () => isOwner(owner));
    expect(await rights(owner)).toEqual(['approve', 'refund', 'beyond_limit']);
    expect(await rights(other)).toEqual(['approve', 'refund']);
  });

  it('nothing is given beyond what was paid but by who may go beyond limits, and any amount may be refunded', async () => {
    await noteStaff(ctx, owner, () => isOwner(owner));
    await order();
    const about = (staffId: string | null) => ctx.tx(async (tx) => [await goodwillLimit(tx, { orderId: '1', staffId }), await refundLimit(tx, { orderId: '1', staffId })]);
    expect([await about(other), await about(null), await about(owner)]).toEqual([[0, null], [0, null], [11_000, null]]);
  });
});

describe('roles', () => {
  beforeEach(() => noteStaff(ctx, owner, () => isOwner(owner)));

  it('are those of the person, else those of everybody', async () => {
    expect(await setTo({ everybody: 'look_only', people: { [other]: 'no_refunds' } })).toMatchObject({ saved: { version: 1 } });
    expect([await rights(other), await rights(third)]).toEqual([['approve'], []]);
    expect(await ctx.tx((tx) => mayStaff(tx, other, 'refund'))).toBe(false);
  });

  it('cannot be taken from the owner', async () => {
    await setTo({ everybody: 'look_only', people: { [owner]: 'look_only' } });
    expect(await rights(owner)).toEqual(['approve', 'refund', 'beyond_limit']);
  });

  it('are changed by nobody who is bound by them, and the form says so', async () => {
    expect(await setTo({ people: { [other]: 'everything' } }, other)).toEqual({ errors: { fields: {}, form: 'notAllowed' } });
    expect(await rights(other)).toEqual(['approve', 'refund']);
    await setTo({ people: { [other]: 'everything' } });
    expect(await setTo({ everybody: 'no_refunds', people: { [other]: 'everything' } }, other, 1)).toMatchObject({ saved: { version: 2 } });
  });

  it('of one shop are nothing to another', async () => {
    await setTo({ people: { [other]: 'look_only' } });
    const elsewhere = await openShop(database, { domain: `staff-${(shops += 1)}.myshopify.com` }, { clock });
    expect(await elsewhere.tx((tx) => staffRights(tx, owner))).toEqual(['approve', 'refund']);
    expect((await staffView(elsewhere, owner)).people).toEqual([]);
  });
});

describe('limits', () => {
  beforeEach(() => noteStaff(ctx, owner, () => isOwner(owner)));

  it('are counted in what the customer paid with, at the rate of the order itself', async () => {
    await setTo({ goodwill: '15', largestRefund: '20.50' });
    await order();
    await order('2', 0, 0);
    const about = (orderId: string) => ctx.tx(async (tx) => [await goodwillLimit(tx, { orderId, staffId: other }), await refundLimit(tx, { orderId, staffId: other })]);
    expect([await about('1'), await about('2'), await about('3')]).toEqual([[1_650, 2_255], [1_500, 2_050], [0, 0]]);
  });

  it('must be amounts', async () => {
    const wrong = await setTo({ goodwill: '1,50', largestRefund: '-3' });
    expect(wrong).toEqual({ errors: { fields: { goodwill: 'amount', largestRefund: 'amount' }, form: null } });
  });
});

describe('who was seen', () => {
  it('is asked of Shopify once a month, and noted once an hour', async () => {
    let asked = 0;
    const come = () => noteStaff(ctx, other, () => ((asked += 1), isStaff(other)));
    await come();
    later(30 * minute);
    await come();
    const seen = async () => (await staffView(ctx, other)).people.map(({ name, lastSeenAt, isReader }) => [name, lastSeenAt.toISOString(), isReader]);
    expect([asked, await seen()]).toEqual([1, [['Sam Field', '2026-11-22T09:00:00.000Z', true]]]);
    later(31 * minute);
    await come();
    expect([asked, await seen()]).toEqual([1, [['Sam Field', '2026-11-22T10:01:00.000Z', true]]]);
    later(31 * day);
    await come();
    expect(asked).toBe(2);
  });

  it('is noted without a name where Shopify does not tell, and asked again later', async () => {
    await noteStaff(ctx, other, () => Promise.resolve(null));
    expect((await staffView(ctx, null)).people).toMatchObject([{ id: other, name: null, isOwner: false }]);
    later(2 * hour);
    await noteStaff(ctx, other, () => isStaff(other));
    expect((await staffView(ctx, null)).people).toMatchObject([{ id: other, name: 'Sam Field' }]);
  });

  it('is no owner by the word of somebody else’s token, and loses it once Shopify says so', async () => {
    await noteStaff(ctx, other, () => isOwner(owner));
    expect(await rights(other)).toEqual(['approve', 'refund']);
    await noteStaff(ctx, owner, () => isOwner(owner));
    later(31 * day);
    await noteStaff(ctx, owner, () => isStaff(owner));
    expect(await rights(owner)).toEqual(['approve', 'refund']);
  });

  it('keeps nobody out where Shopify fails', async () => {
    await expect(noteStaff(ctx, other, () => Promise.reject(new Error('down')))).resolves.toBeUndefined();
  });
});
