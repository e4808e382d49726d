import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { isCarrierKey, parcelCauses, type CarrierOverride, type Scan } from '#app/modules/carriers/index.server.ts';
import { readJourneys, type OrderJourney } from '#app/modules/orders/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { carrierPage } from './carrier-of.ts';
import { carrierOverridesSetting } from './carrier-overrides.ts';
import { foldScans } from './fold-scans.ts';
import { mergeScans } from './merge-scans.ts';
import { readCarrierScans, scansOf } from './read-scans.server.ts';
import { troubleKinds, type ParcelRecord } from './records.ts';
import { loadParcels } from './store.server.ts';
import type { ParcelStory } from './views.ts';

type Fulfillment = OrderJourney['fulfillments'][number];
export type OpenTrouble = ParcelStory['troubles'][number] & { shipmentId: string };

/**
 * The parcels of an order, oldest first. Where they are is folded from the scans as this is read; when they come and what is wrong with
 * them is what the last look decided, a moment ago.
 */
export async function parcelStories(tx: ShopTx, orderId: string, now: Date): Promise<ParcelStory[]> {
  return (await storiesOfOrders(tx, [orderId], now)).get(orderId) ?? [];
}

/** The same of many orders at once, by order. */
export async function storiesOfOrders(tx: ShopTx, orderIds: readonly string[], now: Date): Promise<Map<string, ParcelStory[]>> {
  const journeys = await readJourneys(tx, orderIds);
  if (journeys.length === 0) return new Map();
  const parcels = Map.groupBy(await loadParcels(tx, orderIds), ({ order_id }) => order_id);
  const scans = await readCarrierScans(tx, orderIds);
  const troubles = await openTroubles(tx, orderIds);
  const { value: overrides } = await readSetting(tx, carrierOverridesSetting);
  return new Map(journeys.map((journey) => [journey.id, storiesOf({ journey, parcels: parcels.get(journey.id) ?? [], scans, troubles, overrides }, now)]));
}

/** All that the stories of one order's parcels are told from. */
export interface StoryParts {
  journey: OrderJourney;
  parcels: readonly ParcelRecord[];
  /** By shipment. */
  scans: ReadonlyMap<string, readonly Scan[]>;
  troubles: readonly OpenTrouble[];
  overrides: readonly CarrierOverride[];
}

/** The parcels of an order from what was read of them. */
export function storiesOf({ journey, parcels, scans, troubles, overrides }: StoryParts, now: Date): ParcelStory[] {
  const rows = new Map(parcels.map((row) => [row.shipment_id, row]));
  return journey.fulfillments.flatMap((fulfillment) =>
    fulfillment.shipments.map((shipment) => {
      const told = scansOf(fulfillment, shipment, scans.get(shipment.id) ?? []);
      return toStory({ journey, fulfillment, shipment, row: rows.get(shipment.id) ?? null, told, overrides, now }, troubles.filter(({ shipmentId }) => shipmentId === shipment.id));
    }),
  );
}

interface Known {
  journey: OrderJourney;
  fulfillment: Fulfillment;
  shipment: Fulfillment['shipments'][number];
  row: ParcelRecord | null;
  told: readonly Scan[];
  overrides: readonly CarrierOverride[];
  now: Date;
}

function toStory({ journey, fulfillment, shipment, row, told, overrides, now }: Known, troubles: OpenTrouble[]): ParcelStory {
  const standing = foldScans(told, now);
  const carrier = row?.carrier && isCarrierKey(row.carrier) ? row.carrier : null;
  const page = carrierPage(shipment, carrier, { overrides, zip: journey.zip });
  const waits = standing.deliveredAt === null && !standing.goingBack && row?.settled_at == null;
  return {
    shipmentId: shipment.id,
    orderId: journey.id,
    fulfillmentId: fulfillment.id,
    number: shipment.number === '' ? null : shipment.number,
    method: row?.method ?? 'carrier',
    carrier,
    carrierName: page.name,
    url: page.url,
    numberDoubt: row?.number_doubt ?? null,
    status: standing.status,
    cause: standing.cause,
    since: standing.since,
    attempts: standing.attempts,
    goingBack: standing.goingBack,
    destination: { country: journey.country, province: journey.province },
    placedAt: new Date(journey.processed_at),
    shippedAt: new Date(fulfillment.created_at),
    firstScanAt: standing.firstScanAt,
    lastScanAt: standing.lastScanAt,
    deliveredAt: standing.deliveredAt,
    returnedAt: standing.returnedAt,
    promise: waits && row?.promised_from && row.promised_to && row.promise_source ? { from: row.promised_from, to: row.promised_to, source: row.promise_source } : null,
    missedTo: row?.missed_to ?? null,
    firstPromisedTo: row?.first_promised_to ?? null,
    slips: row?.slips ?? 0,
    troubles: troubles.map(({ id, kind, cause, since }) => ({ id, kind, cause, since })),
    scans: mergeScans(told),
    withdrawn: shipment.removed_at !== null || fulfillment.status === 'cancelled',
  };
}

async function openTroubles(tx: ShopTx, orderIds: readonly string[]): Promise<OpenTrouble[]> {
  const rows = await runInBulk<TroubleRow>(
    tx,
    `select id::text, shipment_id::text, kind, cause, opened_at from troubles
      where order_id = any ($1::text[]) and shipment_id is not null and closed_at is null and mark is distinct from 'dismissed' order by opened_at, id`,
    [orderIds],
    'open-troubles',
  );
  return rows.flatMap(toTrouble);
}

interface TroubleRow {
  id: string;
  shipment_id: string;
  kind: string;
  cause: string | null;
  opened_at: Date;
}

/** A row as an open trouble; none where we no longer know its kind. */
export function toTrouble(row: TroubleRow): OpenTrouble[] {
  const kind = troubleKinds.find((known) => known === row.kind);
  return kind ? [{ id: row.id, shipmentId: row.shipment_id, kind, cause: parcelCauses.find((cause) => cause === row.cause) ?? null, since: row.opened_at }] : [];
}
