import type { LoaderFunctionArgs } from '@remix-run/node';
import { maySeeReadings, notForThem, readingsAsCsv } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** Who read which conversation, as a file for a spreadsheet, for those who may see it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  await answering(request, ctx.log, async () => {
    if (!(await ctx.tx((tx) => maySeeReadings(tx, staff?.id ?? null)))) throw notForThem();
  });
  return csvAnswer(readingsAsCsv(ctx), 'inbox-readings.csv');
}
