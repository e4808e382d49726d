import type { OrderJourney } from '#app/modules/orders/index.server.ts';
import { carrierOverridesSetting } from './carrier-overrides.ts';
import { storiesOf, toTrouble } from './parcel-stories.server.ts';
import { toScan, type ScanRow } from './read-scans.server.ts';
import type { ParcelRecord } from './records.ts';
import { parcelsWhere, withInstants } from './store.server.ts';
import type { ParcelStory } from './views.ts';

/** What is read of the parcels of an order `n` by one statement: rows as JSON. */
export interface StoryRows {
  parcels: ParcelRecord[];
  scans: (Omit<ScanRow, 'happened_at' | 'estimated_delivery_at'> & { happened_at: string; estimated_delivery_at: string | null })[];
  troubles: { id: string; shipment_id: string; kind: string; cause: string | null; opened_at: string }[];
  overrides: unknown;
}

/** The columns that give it. */
export const storyColumns = `
  (select coalesce(json_agg(x.parcel), '[]') from (${parcelsWhere('p.order_id = n.id')}) x) as parcels,
  (select coalesce(json_agg(to_jsonb(s) || jsonb_build_object('shipment_id', s.shipment_id::text)), '[]') from scans s where s.order_id = n.id) as scans,
  (select coalesce(json_agg(json_build_object('id', t.id::text, 'shipment_id', t.shipment_id::text, 'kind', t.kind, 'cause', t.cause, 'opened_at', t.opened_at) order by t.opened_at, t.id), '[]')
     from troubles t where t.order_id = n.id and t.shipment_id is not null and t.closed_at is null and t.mark is distinct from 'dismissed') as troubles,
  (select value from settings where name = '${carrierOverridesSetting.name}') as overrides`;

/** The parcels of an order from what one statement read. */
export function readStories(journey: OrderJourney, { parcels, scans, troubles, overrides }: StoryRows, now: Date): ParcelStory[] {
  const told = scans.map((row) => ({ shipmentId: row.shipment_id, scan: toScan({ ...row, happened_at: new Date(row.happened_at), estimated_delivery_at: row.estimated_delivery_at === null ? null : new Date(row.estimated_delivery_at) }) }));
  const byShipment = new Map([...Map.groupBy(told, ({ shipmentId }) => shipmentId)].map(([id, all]) => [id, all.map(({ scan }) => scan)]));
  return storiesOf(
    {
      journey,
      parcels: parcels.map(withInstants),
      scans: byShipment,
      troubles: troubles.flatMap((row) => toTrouble({ ...row, opened_at: new Date(row.opened_at) })),
      overrides: carrierOverridesSetting.schema.safeParse(overrides).data ?? carrierOverridesSetting.initial,
    },
    now,
  );
}
