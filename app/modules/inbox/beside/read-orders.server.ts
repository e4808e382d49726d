import { sentAgainFor } from '#app/modules/compensation/index.server.ts';
import { toAddress } from '#app/modules/orders/index.server.ts';
import { storiesOfOrders } from '#app/modules/parcels/index.server.ts';
import { returnViews } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { unitsInOrder } from '../facts/units-in-order.server.ts';
import { besideParcel } from './beside-parcel.ts';
import type { BesideOrder } from './beside-view.ts';

/** An order to be shown beside a ticket, and why. */
export type OrderAsked = Pick<BesideOrder, 'id' | 'standing' | 'isMeant'>;

const mostNotices = 50;

/** What is known of an order, its children as JSON has them: moments as text. */
interface Row extends Pick<BesideOrder, 'id' | 'name' | 'placedAt' | 'cancelled' | 'financialStatus' | 'fulfillmentStatus' | 'items'> {
  currency: string;
  total: bigint;
  refunded: bigint;
  address: unknown;
  refunds: { id: string; amount: number; at: string }[];
  problems: { id: string; kind: string; state: string; at: string }[];
  notices: { id: string; kind: string; channel: string; state: string; at: string; seenAt: string | null; cameBack: boolean }[];
}

/** Orders as they stand beside a ticket, in the order in which they are asked for; one that is no more is left out. */
export async function readOrders(tx: ShopTx, asked: readonly OrderAsked[], now: Date): Promise<BesideOrder[]> {
  if (asked.length === 0) return [];
  const ids = asked.map(({ id }) => id);
  const rows = await readRows(tx, ids);
  const first = await firstOrders(tx, ids);
  const stories = await storiesOfOrders(tx, ids, now);
  const returns = await returnViews(tx, { order_id: { in: ids } });
  return asked.flatMap((ask): BesideOrder[] => {
    const row = rows.find(({ id }) => id === ask.id);
    if (!row) return [];
    const { currency, address, ...order } = row;
    const money = (minor: number | bigint) => ({ minor: Number(minor), currency });
    return [
      {
        ...order,
        ...ask,
        total: money(row.total),
        refunded: money(row.refunded),
        sentFor: first.get(row.id) ?? null,
        goesTo: ask.standing === 'theirs' ? toAddress(address) : null,
        parcels: (stories.get(row.id) ?? []).filter(({ withdrawn }) => !withdrawn).map(besideParcel),
        problems: row.problems.map((problem) => ({ ...problem, at: new Date(problem.at) })),
        returns: returns.filter(({ orderId }) => orderId === row.id).map(({ id, name, status, next }) => ({ id, name, status, next })),
        refunds: row.refunds.map(({ id, amount, at }) => ({ id, amount: money(amount), at: new Date(at) })),
        notices: row.notices.map((notice) => ({ ...notice, at: new Date(notice.at), seenAt: notice.seenAt === null ? null : new Date(notice.seenAt) })),
      },
    ];
  });
}

/** All of it in one question: a conversation is opened a hundred times a day. */
function readRows(tx: ShopTx, ids: readonly string[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select o.id, o.name, o.processed_at as "placedAt", o.cancelled_at is not null as cancelled, o.financial_status as "financialStatus", o.fulfillment_status as "fulfillmentStatus",
           o.presentment_currency as currency, o.total_presentment as total, o.refunded_presentment as refunded, o.shipping_address as address,
           coalesce((select json_agg(json_build_object('title', l.title, 'variant', l.variant_title, 'quantity', l.units, 'image', l.image_url) order by l.position, l.id)
              from (select l.*, ${unitsInOrder} as units from order_lines l where l.order_id = o.id) l where l.units > 0), '[]') as items,
           coalesce((select json_agg(json_build_object('id', r.id, 'amount', r.amount_presentment, 'at', r.created_at) order by r.created_at desc, r.id desc)
              from refunds r where r.order_id = o.id), '[]') as refunds,
           coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'state', p.state, 'at', p.created_at) order by p.created_at desc)
              from problem_reports p where p.order_id = o.id), '[]') as problems,
           coalesce((select json_agg(json_build_object('id', n.id::text, 'kind', n.kind, 'channel', n.channel, 'state', n.state, 'at', coalesce(n.sent_at, n.created_at), 'seenAt', n.opened_at, 'cameBack', n.bounced_at is not null) order by n.id desc)
              from (select * from outbox where order_id = o.id and state <> 'dropped' and kind not like 'inbox.%' order by id desc limit ${mostNotices}) n), '[]') as notices
      from orders o where o.id = any(${[...ids]}) and o.deleted_at is null and o.fingerprint <> ''`;
}

/** Of the orders that sent the goods of another one again, that other one. */
async function firstOrders(tx: ShopTx, ids: readonly string[]): Promise<ReadonlyMap<string, NonNullable<BesideOrder['sentFor']>>> {
  const sentFor = await sentAgainFor(tx, ids);
  if (sentFor.size === 0) return new Map();
  const first = await tx.orders.findMany({ where: { id: { in: [...sentFor.values()] } }, select: { id: true, name: true } });
  return new Map([...sentFor].flatMap(([id, firstId]) => first.filter((order) => order.id === firstId).map((order) => [id, order] as const)));
}
