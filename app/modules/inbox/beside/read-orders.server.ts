import { sentAgainFor } from '#app/modules/compensation/index.server.ts';
import { toAddress } from '#app/modules/orders/index.server.ts';
import { storiesOfOrders } from '#app/modules/parcels/index.server.ts';
import { returnViews } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { besideParcel } from './beside-parcel.ts';
import type { BesideOrder } from './beside-view.ts';

/** An order to be shown beside a ticket, and why. */
export type OrderAsked = Pick<BesideOrder, 'id' | 'standing' | 'isMeant'>;

const mostNotices = 100;

/** Orders as they stand beside a ticket, in the order in which they are asked for; one that is no more is left out. */
export async function readOrders(tx: ShopTx, asked: readonly OrderAsked[], now: Date): Promise<BesideOrder[]> {
  if (asked.length === 0) return [];
  const ids = asked.map(({ id }) => id);
  const ofThem = { order_id: { in: ids } };
  const rows = await tx.orders.findMany({ where: { id: { in: ids }, deleted_at: null, fingerprint: { not: '' } } });
  const sentFor = await sentAgainFor(tx, ids);
  const first = await tx.orders.findMany({ where: { id: { in: [...sentFor.values()] } }, select: { id: true, name: true } });
  const lines = await tx.order_lines.findMany({ where: ofThem, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const stories = await storiesOfOrders(tx, ids, now);
  const returns = await returnViews(tx, ofThem);
  const refunds = await tx.refunds.findMany({ where: ofThem, orderBy: [{ created_at: 'desc' }, { id: 'desc' }] });
  const problems = await tx.problem_reports.findMany({ where: ofThem, orderBy: { created_at: 'desc' }, select: { id: true, order_id: true, kind: true, state: true, created_at: true } });
  const notices = await tx.outbox.findMany({
    where: { ...ofThem, state: { not: 'dropped' }, kind: { not: { startsWith: 'inbox.' } } },
    orderBy: { id: 'desc' },
    take: mostNotices,
    select: { id: true, order_id: true, kind: true, channel: true, state: true, created_at: true, sent_at: true, opened_at: true, bounced_at: true },
  });
  return asked.flatMap((ask): BesideOrder[] => {
    const row = rows.find(({ id }) => id === ask.id);
    if (!row) return [];
    const of = <Child extends { order_id: string | null }>(children: readonly Child[]) => children.filter(({ order_id }) => order_id === row.id);
    const money = (minor: bigint) => ({ minor: Number(minor), currency: row.presentment_currency });
    return [
      {
        ...ask,
        name: row.name,
        placedAt: row.processed_at,
        cancelled: row.cancelled_at !== null,
        financialStatus: row.financial_status,
        fulfillmentStatus: row.fulfillment_status,
        total: money(row.total_presentment),
        refunded: money(row.refunded_presentment),
        sentFor: first.find(({ id }) => id === sentFor.get(row.id)) ?? null,
        goesTo: ask.standing === 'theirs' ? toAddress(row.shipping_address) : null,
        items: of(lines).map((line) => ({ title: line.title, variant: line.variant_title, quantity: line.quantity, image: line.image_url })),
        parcels: (stories.get(row.id) ?? []).filter(({ withdrawn }) => !withdrawn).map(besideParcel),
        problems: of(problems).map(({ id, kind, state, created_at }) => ({ id, kind, state, at: created_at })),
        returns: returns.filter(({ orderId }) => orderId === row.id).map(({ id, name, status, next }) => ({ id, name, status, next })),
        refunds: of(refunds).map(({ id, amount_presentment, created_at }) => ({ id, amount: money(amount_presentment), at: created_at })),
        notices: of(notices).map(({ id, kind, channel, state, created_at, sent_at, opened_at, bounced_at }) => ({
          id: String(id), kind, channel, state, at: sent_at ?? created_at, seenAt: opened_at, cameBack: bounced_at !== null,
        })),
      },
    ];
  });
}
