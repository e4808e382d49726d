import type { LoaderFunctionArgs } from '@remix-run/node';
import { exportReturns } from '#app/modules/returns/index.server.ts';
import { readReturnsQuery } from '#app/modules/returns/ui/returns-query.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The list of returns as its address filters it, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const { shelf, search, reason } = readReturnsQuery(new URL(request.url).searchParams);
  return csvAnswer(exportReturns(ctx, { shelf, search, reason }), `returns-${shelf}.csv`);
}
