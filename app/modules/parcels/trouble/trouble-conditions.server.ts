import { join, sql, type Sql } from '#app/platform/db/database.server.ts';
import type { TroubleFilter } from './views.ts';

/** The rows of `troubles t` that a filter means, as a condition. */
export function troubleConditions(filter: TroubleFilter): Sql {
  const { orderId, kind, search } = filter;
  const narrowed: Sql[] = [stateOf(filter.state ?? 'open')];
  if (orderId !== undefined) narrowed.push(sql`t.order_id = ${orderId}`);
  if (kind !== undefined) narrowed.push(sql`t.kind = ${kind}`);
  if (filter.cause !== undefined) narrowed.push(same(sql`t.cause`, filter.cause));
  if (filter.carrier !== undefined) narrowed.push(same(sql`t.carrier`, filter.carrier));
  if (filter.origin !== undefined) narrowed.push(same(sql`t.origin`, filter.origin));
  if (filter.destination !== undefined) narrowed.push(same(sql`t.destination`, filter.destination));
  if (filter.hub !== undefined) narrowed.push(same(sql`t.hub`, filter.hub));
  if (filter.mark !== undefined) narrowed.push(same(sql`t.mark`, filter.mark));
  const typed = search?.trim() ?? '';
  if (typed !== '') narrowed.push(searched(typed));
  return join(narrowed, ' and ');
}

function stateOf(state: NonNullable<TroubleFilter['state']>): Sql {
  if (state === 'open') return sql`t.closed_at is null`;
  return state === 'dismissed' ? sql`t.outcome = 'dismissed'` : sql`t.closed_at is not null and t.outcome <> 'dismissed'`;
}

function same(column: Sql, value: string | null): Sql {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
}

/** Asked once for the few orders that are meant, not once a trouble. */
function searched(typed: string): Sql {
  const names = [typed, `#${typed}`];
  const number = typed.replace(/[\s-]/g, '').toUpperCase();
  return sql`t.order_id = any (array(select o.id from orders o where o.name = any (${names}) union select p.order_id from parcels p where p.number = any (${[typed, number]})))`;
}
