import type { LoaderFunctionArgs } from '@remix-run/node';
import { enrolmentsAsCsv } from '#app/modules/effect/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { csvAnswer } from '#app/ui/csv.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** One hold-out as a file for a spreadsheet: every order that takes part. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const id = new URL(request.url).searchParams.get('id') ?? '';
  return csvAnswer(await answering(request, ctx.log, () => enrolmentsAsCsv(ctx, id)), `delay-notices-${Number(id)}.csv`);
}
