import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Evidence, Instant } from '../records.ts';

/** A trouble that was loaded to be compared. */
export interface LoadedTrouble {
  id: string;
  order_id: string;
  shipment_id: string | null;
  kind: string;
  cause: string | null;
  status: string | null;
  last_scan_at: Instant | null;
  outcome: string | null;
  imported: boolean;
  open: boolean;
}

const columns = `id::text, order_id, shipment_id::text, kind, cause, evidence ->> 'status' as status, evidence ->> 'lastScanAt' as last_scan_at,
  outcome, imported, closed_at is null as open`;

/** Troubles of these orders and parcels that are open, and those that ended after a moment or were dismissed. */
export async function loadTroubles(tx: ShopTx, shipmentIds: readonly string[], orderIds: readonly string[], endedAfter: Date): Promise<LoadedTrouble[]> {
  const statement = `
    select ${columns} from troubles where shipment_id = any ($1::bigint[]) and (closed_at is null or outcome = 'dismissed' or closed_at > $3)
    union all
    select ${columns} from troubles where order_id = any ($2::text[]) and shipment_id is null and (closed_at is null or outcome = 'dismissed' or closed_at > $3)`;
  return runInBulk<LoadedTrouble>(tx, statement, [shipmentIds, orderIds, endedAfter], 'troubles-load');
}

/** A trouble to be opened. */
export interface NewTrouble {
  order_id: string;
  shipment_id: string | null;
  kind: string;
  cause: string | null;
  carrier: string | null;
  origin: string | null;
  destination: string | null;
  hub: string | null;
  evidence: Evidence;
  imported: boolean;
  opened_at: Instant;
}

/** Opens troubles, leaving out those somebody else opened meanwhile. Answers the ids of the opened, by order, shipment and kind. */
export async function openTroubles(tx: ShopTx, troubles: readonly NewTrouble[], now: Date): Promise<Map<string, string>> {
  if (troubles.length === 0) return new Map();
  const statement = `
    insert into troubles (order_id, shipment_id, kind, cause, carrier, origin, destination, hub, evidence, imported, opened_at, changed_at)
    select order_id, shipment_id, kind, cause, carrier, origin, destination, hub, evidence, imported, opened_at, $2
      from json_to_recordset($1::json) as r(order_id text, shipment_id bigint, kind text, cause text, carrier text, origin text,
           destination text, hub text, evidence jsonb, imported boolean, opened_at timestamptz)
    on conflict do nothing returning id::text, order_id, shipment_id::text, kind`;
  const rows = await runInBulk<{ id: string; order_id: string; shipment_id: string | null; kind: string }>(tx, statement, [JSON.stringify(troubles), now], 'troubles-open');
  return new Map(rows.map((row) => [keyOf(row), row.id]));
}

/** What makes a trouble one of its own while it is open. */
export function keyOf({ order_id, shipment_id, kind }: { order_id: string; shipment_id: string | null; kind: string }): string {
  return `${order_id}/${shipment_id ?? ''}/${kind}`;
}

export interface ChangedTrouble {
  id: string;
  cause: string | null;
  hub: string | null;
  evidence: Evidence;
}

/** Brings open troubles up to date; those that say the same already are not touched. */
export async function changeTroubles(tx: ShopTx, troubles: readonly ChangedTrouble[], now: Date): Promise<Set<string>> {
  if (troubles.length === 0) return new Set();
  const statement = `
    update troubles t set cause = r.cause, hub = r.hub, evidence = r.evidence, changed_at = $2
      from json_to_recordset($1::json) as r(id bigint, cause text, hub text, evidence jsonb)
     where t.id = r.id and t.closed_at is null
       and (t.cause is distinct from r.cause or t.hub is distinct from r.hub or t.evidence is distinct from r.evidence)
    returning t.id::text`;
  const rows = await runInBulk<{ id: string }>(tx, statement, [JSON.stringify(troubles), now], 'troubles-change');
  return new Set(rows.map(({ id }) => id));
}

/** Closes open troubles; answers those that were still open. */
export async function closeTroubles(tx: ShopTx, closings: readonly { id: string; outcome: string }[], now: Date): Promise<Set<string>> {
  if (closings.length === 0) return new Set();
  const statement = `
    update troubles t set closed_at = greatest($2::timestamptz, t.opened_at), outcome = r.outcome, changed_at = $2
      from json_to_recordset($1::json) as r(id bigint, outcome text)
     where t.id = r.id and t.closed_at is null returning t.id::text`;
  const rows = await runInBulk<{ id: string }>(tx, statement, [JSON.stringify(closings), now], 'troubles-close');
  return new Set(rows.map(({ id }) => id));
}
