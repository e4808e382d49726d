import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { listTroubles } from '../trouble/list-troubles.server.ts';
import { troubleFigures } from '../trouble/trouble-figures.server.ts';
import { troubleGroups } from '../trouble/trouble-groups.server.ts';
import type { TroubleFigures, TroubleGroup, TroublePage } from '../trouble/views.ts';
import { asksForTroubles, parcelFilterOf, troubleFilterOf, type ParcelsQuery } from '../ui/parcels-query.ts';
import { carrierNames } from './carrier-names.server.ts';
import { listParcels } from './list-parcels.server.ts';
import type { ParcelPage } from './parcel-row.ts';

/** What the parcels screen shows. */
export interface ParcelsScreen {
  figures: TroubleFigures;
  /** Of the troubled view only. */
  groups: TroubleGroup[];
  page: ({ of: 'troubles' } & TroublePage) | ({ of: 'parcels' } & ParcelPage);
  /** Names of the carriers that occur, by key. */
  carriers: Record<string, string>;
}

/** Reads what the address asks for, beside the figures of the shop's parcels. */
export async function parcelsScreen(ctx: ShopContext, query: ParcelsQuery): Promise<ParcelsScreen> {
  const [figures, groups, page] = await Promise.all([
    troubleFigures(ctx),
    query.view === 'troubled' && query.after === null ? troubleGroups(ctx, query.by, troubleFilterOf(query)) : [],
    readPage(ctx, query),
  ]);
  const lanes = page.of === 'troubles' ? page.rows.flatMap(({ evidence }) => (typeof evidence.lane === 'string' ? (evidence.lane.split('/')[0] ?? null) : null)) : [];
  const keys = [...groups.map(({ carrier }) => carrier), ...page.rows.map(({ carrier }) => carrier), ...lanes, query.shared.carrier ?? null];
  return { figures, groups, page, carriers: carrierNames(keys) };
}

async function readPage(ctx: ShopContext, query: ParcelsQuery): Promise<ParcelsScreen['page']> {
  if (asksForTroubles(query)) return { of: 'troubles', ...(await listTroubles(ctx, troubleFilterOf(query), query.after ?? undefined)) };
  return { of: 'parcels', ...(await listParcels(ctx, parcelFilterOf(query), query.after)) };
}
