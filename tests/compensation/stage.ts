import { afterAll } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { advanceChain, refundChain, storeCreditChain, type OrderRefund, type OrderWorth } from '#app/modules/compensation/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import { calculateReturn } from '#app/modules/returns/money/calculate-return.server.ts';
import { worthOf } from '#app/modules/returns/money/worth-of.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { openTestShops } from '../outbox/shop-context.ts';
import { clientOf } from '../returns-money/paid-orders.ts';
import { addDelivered } from '../sandbox/returns/returned-order.ts';
import { openAdmin } from '../sandbox/world/admin-in-memory.ts';
import { customLine } from '../sandbox/world/shop-in-memory.ts';

export const kinds = [refundChain, storeCreditChain];

/** A database with shops of the sandbox in memory; what the app sends goes through `through`, where a test may lose it. */
export async function openLedgerStage() {
  const { database, databaseUrl, newShop } = await openTestShops();
  const others = [1, 2].map((at) => openDatabase({ url: databaseUrl, pool: 8, name: `another process ${at}` }));
  afterAll(async () => {
    await Promise.all([database, ...others].map((each) => each.close()));
  });
  return {
    async open(through: (client: AdminClient) => AdminClient = (client) => client, granted: readonly string[] = []) {
      const admin = openAdmin();
      const client = clientOf(admin, granted);
      const made = await newShop();
      const ctx: ShopContext = { ...made, shop: { ...made.shop, scopes: [...made.shop.scopes, ...granted] }, clock: admin.clock, admin: through(client) };
      const known: ShopContext = { ...ctx, admin: client };
      const anna = admin.world.change((change) => customerCreate(change, { email: 'anna@example.com' })).customer?.id ?? '';
      return {
        admin,
        world: admin.world,
        ctx,
        /** The same, and no answer is lost. */
        known,
        customerId: numericId('Customer', anna),
        /** The same shop as other processes see it. */
        processes: [ctx, ...others.map((other): ShopContext => ({ ...ctx, tx: (work) => other.shopTransaction(ctx.shop.id, work) }))],
        /** Three cups of 10.00, paid and sent, known to the app. */
        async placeOrder(more: OrderCreateInput = {}): Promise<OrderRecord> {
          const order = addDelivered(admin.world, { customerId: anna, lineItems: [customLine('10.00', 3)], ...more });
          await fetchOrder(known, { orderId: numericId('Order', order.id) });
          return order;
        },
        /** Lets the app read the order anew, as after a webhook. */
        async mirror(order: OrderRecord): Promise<void> {
          const orderId = numericId('Order', order.id);
          await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { stale_since: ctx.clock.now() } }));
          await fetchOrder(known, { orderId });
        },
        async worth(order: OrderRecord): Promise<OrderWorth> {
          return worthOf((await calculateReturn(client, { orderId: order.id, currency: 'EUR', units: [], exchanges: [], returnShippingFee: 0 })).order);
        },
        /** Lets so many minutes pass. */
        pass: (minutes: number) => admin.clock.travelTo(new Date(admin.clock.now().getTime() + minutes * 60_000)),
        advance: (chainId: string, as: ShopContext = ctx) => advanceChain(as, kinds, chainId),
        states: (order: OrderRecord) => ctx.tx(async (tx) => (await tx.compensations.findMany({ where: { order_id: numericId('Order', order.id) }, orderBy: { created_at: 'asc' } })).map(({ state }) => state)),
        /** Jobs that wait for a chain. */
        jobs: async (chainId: string) => (await database.pool.query('select 1 from graphile_worker._private_jobs where key like $1', [`%chain:${chainId}`])).rows.length,
        refunded: (order: OrderRecord) => admin.world.refunds.where('order', order.id).length,
        credits: () => admin.world.storeCreditAccounts.where('customer', anna).flatMap(({ transactions }) => transactions.map(({ amount }) => amount.minor)),
      };
    },
  };
}
export type LedgerShop = Awaited<ReturnType<Awaited<ReturnType<typeof openLedgerStage>>['open']>>;

/** One cup back on its payment. */
export function oneCup(order: OrderRecord, quantity = 1): { input: OrderRefund; wanted: { road: 'refund'; amount: number; lines: { lineId: string; quantity: number; amount: number }[] }[] } {
  const lineId = numericId('LineItem', order.lineItems[0]?.id ?? '');
  const amount = quantity * 1000;
  return {
    input: { currency: 'EUR', lines: [{ lineId, quantity, restockAt: null }], shipping: 0, payments: [{ paymentId: order.transactions[0]?.id ?? '', gateway: 'manual', amount }], storeCredit: null, notify: false },
    wanted: [{ road: 'refund', amount, lines: [{ lineId, quantity, amount }] }],
  };
}
