import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { carrierReport } from '#app/modules/parcels/index.server.ts';
import { ReportPage } from '#app/modules/parcels/ui/report/report-page.tsx';
import { readReportQuery, reportFilterOf } from '#app/modules/parcels/ui/report/report-query.ts';
import { shownReport } from '#app/modules/parcels/ui/report/shown-report.ts';
import { adminHeaders } from '#app/ui/admin-headers.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const query = readReportQuery(new URL(request.url).searchParams);
  return answering(request, ctx.log, async () => ({ query, report: shownReport(await carrierReport(ctx, reportFilterOf(query)), query) }));
}

/** A report of weeks is not read again for every parcel that moves. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) => currentUrl.href !== nextUrl.href;

export default function Report() {
  const { query, report } = useLoaderData<typeof loader>();
  return <ReportPage query={query} report={report} />;
}

export const headers = adminHeaders;
export { AdminError as ErrorBoundary } from '#app/ui/admin-error.tsx';
