import type { LoaderFunctionArgs } from '@remix-run/node';
import { figuresAsCsv, returnFigures } from '#app/modules/returns/index.server.ts';
import { readFiguresQuery } from '#app/modules/returns/ui/figures/figures-query.ts';
import { answering } from '#app/ui/answering.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The figures of returns as a file for a spreadsheet, all products of it that came back most. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const months = readFiguresQuery(new URL(request.url).searchParams);
  return csvAnswer(figuresAsCsv(await answering(request, ctx.log, () => returnFigures(ctx, months))), `return-figures-${months}-months.csv`);
}
