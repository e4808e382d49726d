import type { LoaderFunctionArgs } from '@remix-run/node';
import { readFiguresQuery } from '#app/modules/inbox/figures/ui/figures-query.ts';
import { inboxFigures, inboxFiguresAsCsv } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The figures of conversations as a file for a spreadsheet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readFiguresQuery(new URL(request.url).searchParams);
  return csvAnswer(inboxFiguresAsCsv(await answering(request, ctx.log, () => inboxFigures(ctx, query))), `inbox-figures-by-${query.step}.csv`);
}
