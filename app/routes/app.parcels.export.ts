import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportParcels, exportTroubles } from '#app/modules/parcels/index.server.ts';
import { asksForTroubles, parcelFilterOf, readParcelsQuery, troubleFilterOf } from '#app/modules/parcels/ui/parcels-query.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The list of parcels as its address filters it, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readParcelsQuery(new URL(request.url).searchParams);
  return csvAnswer(asksForTroubles(query) ? exportTroubles(ctx, troubleFilterOf(query)) : exportParcels(ctx, parcelFilterOf(query)), 'parcels.csv');
}
