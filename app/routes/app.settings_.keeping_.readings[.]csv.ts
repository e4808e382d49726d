import type { LoaderFunctionArgs } from '@remix-run/node';
import { readingsAsCsv } from '#app/modules/inbox/index.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** Who read which conversation, as a file for a spreadsheet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return csvAnswer(readingsAsCsv(ctx), 'inbox-readings.csv');
}
