import { parcelCauses } from '#app/modules/carriers/index.server.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { troubleConditions } from './trouble-conditions.server.ts';
import { toKind } from './trouble-words.ts';
import type { TroubleFilter, TroubleGroup, TroubleGrouping } from './views.ts';

interface Counted {
  kind: string | null;
  cause: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  count: number;
  unmarked: number;
  since: Date;
  newest: Date;
}

/** What the members of a group share; the rest of a group's columns is null. */
const shared = {
  cause: ['kind', 'cause'],
  carrier: ['carrier'],
  lane: ['carrier', 'origin', 'destination'],
  hub: ['kind', 'hub'],
} as const satisfies Record<TroubleGrouping, readonly (keyof TroubleFilter)[]>;

const columns = {
  cause: sql`t.kind, t.cause, null as carrier, null as origin, null as destination, null as hub`,
  carrier: sql`null as kind, null as cause, t.carrier, null as origin, null as destination, null as hub`,
  lane: sql`null as kind, null as cause, t.carrier, t.origin, t.destination, null as hub`,
  hub: sql`t.kind, null as cause, null as carrier, null as origin, null as destination, t.hub`,
} satisfies Record<TroubleGrouping, unknown>;

/** Parcels whose place is not known gather nowhere, and an order that has not left has neither carrier nor way. */
const among = { cause: sql`true`, carrier: sql`t.shipment_id is not null`, lane: sql`t.shipment_id is not null`, hub: sql`t.hub is not null` } satisfies Record<TroubleGrouping, unknown>;

/** The largest groups of the troubles a filter means. */
export async function troubleGroups(ctx: ShopContext, by: TroubleGrouping, filter: TroubleFilter = {}): Promise<TroubleGroup[]> {
  const rows = await ctx.tx((tx) => tx.$queryRaw<Counted[]>(sql`
    select ${columns[by]}, count(*)::int as count, (count(*) filter (where t.mark is null))::int as unmarked, min(t.opened_at) as since, max(t.opened_at) as newest
      from troubles t where ${troubleConditions(filter)} and ${among[by]} group by 1, 2, 3, 4, 5, 6 order by count desc, since limit 100`));
  return rows.map((row) => toGroup(row, by, filter));
}

function toGroup(row: Counted, by: TroubleGrouping, filter: TroubleFilter): TroubleGroup {
  const group = { ...row, kind: toKind(row.kind), cause: parcelCauses.find((known) => known === row.cause) ?? null };
  const own = Object.fromEntries(shared[by].map((column) => [column, column === 'kind' ? (group.kind ?? undefined) : row[column]]));
  return { ...group, filter: { ...filter, ...own } };
}
