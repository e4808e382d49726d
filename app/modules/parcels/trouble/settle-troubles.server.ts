import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { FoundTrouble } from '../records.ts';
import { compareTroubles, type Comparison, type HeldTrouble } from './compare-troubles.ts';
import type { Judgement } from './judgement.ts';
import { changedLine, closedLine, openedLine } from './journal-lines.ts';
import { newsOfClosing, newsOfOpening, type ParcelNews } from './news.ts';
import { tellNews } from './tell-news.server.ts';
import { changeTroubles, closeTroubles, keyOf, loadTroubles, openTroubles, type LoadedTrouble } from './trouble-store.server.ts';

const noTroubles: readonly LoadedTrouble[] = [];

/** The same trouble of the same cause is not news again so soon after it was over. */
const calm = 48 * hour;

interface Compared {
  judgement: Judgement;
  ended: readonly HeldTrouble[];
  comparison: Comparison;
}

/** What settling did. */
export interface Settled {
  opened: number;
  changed: number;
  closed: number;
}

/**
 * Makes the open troubles of these parcels and orders say what was found: opens, brings up to date and closes, each with its line in the
 * journal and its news. Doing it again changes nothing, and of two who do it at once one does it.
 */
export async function settleTroubles(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, judgements: readonly Judgement[], now: Date): Promise<Settled> {
  if (judgements.length === 0) return { opened: 0, changed: 0, closed: 0 };
  const compared = compare(judgements, await loadTroubles(tx, ...idsOf(judgements), after(now, -calm)));
  const closings = compared.flatMap(({ judgement, comparison }) => comparison.closed.map((closing) => ({ ...closing, judgement, comparison })));
  // First what ends, so that what takes its place stands alone.
  const closed = await closeTroubles(tx, closings.map(({ held, outcome }) => ({ id: held.id, outcome })), now);
  const over = closings.filter(({ held }) => closed.has(held.id));
  const openings = compared.flatMap(({ judgement, ended, comparison }) => comparison.opened.map((found) => ({ judgement, ended, comparison, found, row: toRow(judgement, found, shop) })));
  const ids = await openTroubles(tx, openings.map(({ row }) => row), now);
  const begun = openings.flatMap((opening) => {
    const id = ids.get(keyOf(opening.row));
    return id === undefined ? [] : [{ ...opening, id }];
  });
  const keeping = compared.flatMap(({ judgement, comparison }) => comparison.kept.map((kept) => ({ ...kept, judgement })));
  const changed = await changeTroubles(tx, keeping.map(({ id, found, judgement }) => ({ id, cause: found.cause, hub: judgement.hub, evidence: found.evidence })), now);
  const turned = keeping.filter(({ id, causeChanged }) => causeChanged && changed.has(id));

  await append(tx, [
    ...over.map(({ held, outcome, judgement }) => closedLine(judgement, held, outcome, now)),
    ...begun.map(({ id, found, row, judgement }) => openedLine(judgement, id, found, row.imported)),
    ...turned.map(({ id, found, judgement }) => changedLine(judgement, id, found, now)),
  ]);
  await tellNews(tx, [
    ...over.flatMap(({ held, outcome, judgement }) => toNews(newsOfClosing(held.kind, outcome), judgement, held.id, held.cause, now)),
    ...begun.flatMap((opening) => (isNews(opening) ? toNews(saidBy(opening.found), opening.judgement, opening.id, opening.found.cause, new Date(opening.found.since)) : [])),
    ...turned.flatMap(({ id, found, judgement }) => toNews(saidBy(found), judgement, id, found.cause, now)),
  ]);
  if (begun.length + changed.size + closed.size > 0) await announce(tx, 'parcels');
  return { opened: begun.length, changed: changed.size, closed: closed.size };
}

function idsOf(judgements: readonly Judgement[]): [shipmentIds: string[], orderIds: string[]] {
  return [judgements.flatMap(({ shipmentId }) => shipmentId ?? []), judgements.filter(({ shipmentId }) => shipmentId === null).map(({ orderId }) => orderId)];
}

function compare(judgements: readonly Judgement[], loaded: readonly LoadedTrouble[]): Compared[] {
  const held = Map.groupBy(loaded, ({ order_id, shipment_id }) => shipment_id ?? `order ${order_id}`);
  return judgements.map((judgement) => {
    const own = (held.get(judgement.shipmentId ?? `order ${judgement.orderId}`) ?? noTroubles).map((row) => ({ ...row, lastScanAt: row.last_scan_at }));
    const ended = own.filter(({ open }) => !open);
    return { judgement, ended, comparison: compareTroubles(judgement, own.filter(({ open }) => open), ended) };
  });
}

function toRow(judgement: Judgement, { kind, cause, evidence, since }: FoundTrouble, shop: Pick<Shop, 'installedAt'>) {
  const { orderId, shipmentId, carrier, origin, destination, hub } = judgement;
  return { order_id: orderId, shipment_id: shipmentId, kind, cause, carrier, origin, destination, hub, evidence, imported: new Date(since) < shop.installedAt, opened_at: since };
}

interface Opening {
  row: { imported: boolean };
  found: FoundTrouble;
  ended: readonly HeldTrouble[];
  comparison: Comparison;
}

/** What began before the app was there, what takes the place of a trouble that was told in the same words, and what was told a moment ago are not told again. */
function isNews({ row, found, ended, comparison }: Opening): boolean {
  if (row.imported) return false;
  if (ended.some(({ kind, cause, outcome }) => kind === found.kind && cause === found.cause && outcome !== 'dismissed')) return false;
  return !comparison.closed.some(({ held }) => !held.imported && held.cause === found.cause && newsOfOpening(held.kind, held.cause, held.status) === saidBy(found));
}

function saidBy({ kind, cause, evidence }: FoundTrouble): ParcelNews['kind'] | null {
  return newsOfOpening(kind, cause, evidence.status);
}

function toNews(kind: ParcelNews['kind'] | null, judgement: Judgement, troubleId: string, cause: string | null, at: Date): ParcelNews[] {
  if (kind === null || judgement.shipmentId === null) return [];
  return [{ kind, orderId: judgement.orderId, shipmentId: judgement.shipmentId, troubleId, happenedAt: at.toISOString(), cause }];
}
