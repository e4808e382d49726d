import { orderNamesMeant } from '#app/modules/orders/index.server.ts';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { phoneOf } from '../people/phone-of.ts';
import type { Named } from './views.ts';

const mostNamed = 100;

/** The tickets that what was typed names outright, newest first, each with by what: a number of a ticket, of an order, of a parcel, an address or a telephone number. */
export async function namedTickets(tx: ShopTx, typed: string): Promise<Map<number, Named>> {
  const name = typed.normalize('NFKC').replaceAll('\0', '').trim();
  const bare = name.replace(/[\s\u2000-\u200b\u2010-\u2015-]/g, '').toUpperCase();
  if (name === '' || name.length > 120) return new Map();
  const ticket = /^#?(\d{1,9})$/.exec(name)?.[1];
  const phone = /^\+?[\d\s()./-]{6,24}$/.test(name) ? (phoneOf(name) ?? `+${name.replace(/\D/g, '')}`) : '';
  const ways = [
    ...(ticket === undefined ? [] : [sql`select t.id, 0 from tickets t where t.id = ${Number(ticket)}`]),
    sql`select l.ticket_id, 1 from orders o join ticket_orders l on l.order_id = o.id where o.name = any(${await orderNamesMeant(tx, name)}::text[]) and o.deleted_at is null`,
    ...(bare.length < 5 ? [] : [sql`select l.ticket_id, 2 from shipments s join ticket_orders l on l.order_id = s.order_id where s.bare_number = ${bare} and s.removed_at is null`]),
    sql`select t.id, 3 from handles h join tickets t on t.person_id = h.person_id where h.kind in ('email', 'phone') and h.value in (${name.toLowerCase()}, ${phone}) and h.unlinked_at is null`,
  ];
  const rows = await tx.$queryRaw<{ ticket_id: number; rank: number }[]>(sql`
    select ticket_id, min(rank)::int as rank from (${join(ways, ' union all ')}) named (ticket_id, rank) group by ticket_id order by 2, 1 desc limit ${mostNamed}`);
  return new Map(rows.map((row) => [row.ticket_id, ranks[row.rank] ?? 'ticket']));
}

const ranks: readonly Named[] = ['ticket', 'order', 'parcel', 'contact'];
