import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/apply-orders.server.ts';
import type { FulfillmentSnapshot, OrderSnapshot, RefundSnapshot, Snapshot } from '../../app/modules/orders/snapshots.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { now, openShops } from './shop.ts';
import { checkpoint, customer, fulfillment, line, order, refund, second } from './snapshots.ts';

let database: Database;
let newShop: () => Promise<ShopContext>;

beforeAll(async () => {
  ({ database, newShop } = await openShops());
});
afterAll(() => database.close());

type Step = { does: 'pay' | 'tag' | 'edit' | 'send' | 'renumber' | 'scan' | 'refund' | 'cancel'; pause: number };

/** What really happened to one order: the news Shopify sent of it, in order, and the truth at the end. */
interface Life {
  news: Snapshot[];
  truth: OrderSnapshot;
}

/** Lives an order as a merchant and carriers would; moments are whole seconds, so several things share one now and then. */
function live(id: string, steps: readonly Step[]): Life {
  const news: Snapshot[] = [];
  const scans = ['in_transit', 'out_for_delivery', 'delivered'];
  let clock = 0;
  let state: { facts: OrderSnapshot['facts']; lines: string[] } = { facts: { financial_status: 'pending' }, lines: [`${id}1`] };
  const parcels: FulfillmentSnapshot[] = [];
  const refunds: RefundSnapshot[] = [];
  const buyer = customer(`9${id}`);
  let updated = 0;
  const tell = (readAt: string | null) =>
    order({
      id,
      readAt,
      updatedAt: second(updated),
      facts: state.facts,
      lines: state.lines.map((lineId, position) => line(lineId, { position })),
      customer: buyer,
      fulfillments: parcels.map((parcel) => ({ ...parcel, readAt, checkpoints: readAt === null ? [] : parcel.checkpoints })),
      refunds: refunds.map((one) => ({ ...one, readAt })),
    });
  const changed = () => {
    updated = clock;
    news.push(tell(null));
  };
  changed();
  for (const [at, { does, pause }] of steps.entries()) {
    clock += pause;
    const last = parcels.at(-1);
    if (does === 'pay') state = { ...state, facts: { ...state.facts, financial_status: at % 2 ? 'paid' : 'partially_paid' } };
    if (does === 'tag') state = { ...state, facts: { ...state.facts, tags: [`t${at}`] } };
    if (does === 'cancel') state = { ...state, facts: { ...state.facts, cancelled_at: second(clock), cancel_reason: 'customer' } };
    if (does === 'edit') {
      state = { ...state, lines: [...state.lines, `${id}${at + 2}`] };
      news.push({ kind: 'order-edited', orderId: id, editId: `${id}${at}`, at: second(clock), added: 1, removed: 0 });
    }
    if (does === 'send') {
      const sent = fulfillment({ id: `${id}${at}0`, orderId: id, updatedAt: second(clock), lineIds: state.lines });
      parcels.push(sent);
      news.push(sent);
    }
    if (does === 'renumber' && last) {
      const renumbered = { ...last, updatedAt: second(clock), parcels: [{ carrier: 'UPS', number: `N${at}`, url: null }] };
      parcels[parcels.length - 1] = renumbered;
      news.push({ ...renumbered, checkpoints: [] });
    }
    if (does === 'scan' && last) {
      const scan = checkpoint(`${id}${at}5`, id, last.id, scans[at % 3] ?? 'in_transit', second(clock + (at % 2 ? -40 : 0)));
      parcels[parcels.length - 1] = { ...last, updatedAt: second(clock), checkpoints: [...last.checkpoints, scan] };
      news.push(scan, { ...last, updatedAt: second(clock), checkpoints: [] });
    }
    if (does === 'refund') {
      const given = refund(`${id}${at}7`, id, 100 + at, second(clock));
      refunds.push(given);
      news.push(given);
    }
    changed();
  }
  return { news, truth: tell(new Date(now.getTime() + 60_000).toISOString()) };
}

const step = fc.record({ does: fc.constantFrom<Step['does'][]>('pay', 'tag', 'edit', 'send', 'renumber', 'scan', 'refund', 'cancel'), pause: fc.nat({ max: 2 }) });
/** For each piece of news: whether it arrives at all, how often, and how late. */
const fate = fc.record({ copies: fc.integer({ min: 0, max: 3 }), delays: fc.array(fc.nat({ max: 60 }), { minLength: 3, maxLength: 3 }) });
const story = fc.record({ steps: fc.array(step, { maxLength: 12 }), fates: fc.array(fate, { minLength: 60, maxLength: 60 }), batch: fc.integer({ min: 1, max: 9 }) });

/** Delivers news in batches, each in its own transaction. */
async function deliver(ctx: ShopContext, news: readonly Snapshot[], batch: number): Promise<void> {
  for (let at = 0; at < news.length; at += batch) await ctx.tx((tx) => applyOrders(tx, ctx.shop, news.slice(at, at + batch), now));
}

function scramble(news: readonly Snapshot[], fates: readonly { copies: number; delays: readonly number[] }[]): Snapshot[] {
  const arrivals = news.flatMap((one, at) => {
    const { copies, delays } = fates[at % fates.length] ?? { copies: 1, delays: [0] };
    return Array.from({ length: copies }, (_, copy) => ({ one, due: at + (delays[copy] ?? 0) }));
  });
  return arrivals.sort((left, right) => left.due - right.due).map(({ one }) => one);
}

/** What the mirror holds of a shop, without what depends on when we heard: row numbers, and numbers that were replaced before we knew. */
async function mirrorOf(ctx: ShopContext) {
  return ctx.tx(async (tx) => {
    const drop = <Row extends object>(rows: Row[], ...keys: string[]) => rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !['shop_id', ...keys].includes(key))));
    const orderBy = { id: 'asc' as const };
    // When a number was added is known to who saw the fulfillment without it.
    return {
      orders: drop(await tx.orders.findMany({ orderBy }), 'edited_at'),
      lines: drop(await tx.order_lines.findMany({ orderBy })),
      fulfillments: drop(await tx.fulfillments.findMany({ orderBy })),
      contents: drop(await tx.fulfillment_lines.findMany({ orderBy: [{ fulfillment_id: 'asc' }, { order_line_id: 'asc' }] })),
      shipments: drop(await tx.shipments.findMany({ where: { removed_at: null }, orderBy: [{ fulfillment_id: 'asc' }, { number: 'asc' }] }), 'id', 'added_at'),
      checkpoints: drop(await tx.checkpoints.findMany({ orderBy })),
      refunds: drop(await tx.refunds.findMany({ orderBy })),
      refundLines: drop(await tx.refund_lines.findMany({ orderBy })),
      customers: drop(await tx.customers.findMany({ orderBy })),
      contacts: drop(await tx.customer_contacts.findMany({ orderBy: { value: 'asc' } }), 'first_seen'),
    };
  });
}

/** The facts the journal tells of a shop, each by its key; one more than once would be one too many. */
async function factsOf(ctx: ShopContext): Promise<string[]> {
  const rows = await ctx.tx((tx) => tx.journal.findMany({ orderBy: { id: 'asc' }, select: { type: true, data: true, order_id: true, happened_at: true, dedupe_key: true } }));
  // Two edits in one second are two facts that read alike; Shopify's own id of each tells them apart.
  return rows.map(({ type, data, order_id, happened_at, dedupe_key }) => JSON.stringify([order_id, type, happened_at, data, type === 'order.edited' && dedupe_key]));
}

describe('the mirror', () => {
  it('ends in the same state whatever was late, repeated, out of order or lost, once the truth was read', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ steps, fates, batch }) => {
        const { news, truth } = live('1', steps);
        const [calm, rough] = [await newShop(), await newShop()];
        await deliver(calm, [...news, truth], 1);
        await deliver(rough, scramble(news, fates), batch);
        await deliver(rough, [truth], 1);
        const settled = await mirrorOf(rough);
        expect(settled).toEqual(await mirrorOf(calm));
        expect(settled.orders[0]).toMatchObject({ stale_since: null });

        const facts = await factsOf(rough);
        expect(new Set(facts).size).toBe(facts.length);
        await deliver(rough, [...scramble(news, fates), truth], batch);
        expect(await factsOf(rough)).toEqual(facts);
      }),
      { numRuns: 25 },
    );
  }, 180_000);

  it('holds the truth before it was read where everything arrived, and doubts itself wherever it does not', async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ steps, fates, batch }) => {
        const { news, truth } = live('1', steps);
        const [calm, rough] = [await newShop(), await newShop()];
        await deliver(calm, [truth], 1);
        await deliver(rough, scramble(news, fates.map((one) => ({ ...one, copies: Math.max(1, one.copies) }))), batch);
        const [heard, true_] = [await mirrorOf(rough), await mirrorOf(calm)];
        const doubted = heard.orders.some((row) => row.stale_since !== null) || heard.fulfillments.some((row) => row.fingerprint === '');
        if (!doubted) expect(heard).toEqual(true_);
      }),
      { numRuns: 25 },
    );
  }, 180_000);
});
