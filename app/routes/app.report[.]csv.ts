import type { LoaderFunctionArgs } from '@remix-run/node';
import { carrierReport, reportLinesAsCsv } from '#app/modules/parcels/index.server.ts';
import { readReportQuery, reportFilterOf } from '#app/modules/parcels/ui/report/report-query.ts';
import { answering } from '#app/ui/answering.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The report as a file for a spreadsheet, all lanes of it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readReportQuery(new URL(request.url).searchParams);
  const report = await answering(request, ctx.log, () => carrierReport(ctx, reportFilterOf(query)));
  return csvAnswer(reportLinesAsCsv(report, query.order), `carriers-and-lanes-${report.from}-${report.to}.csv`);
}
