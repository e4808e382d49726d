import type { LoaderFunctionArgs } from '@remix-run/node';
import { readDataRequest } from '#app/modules/privacy/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What is held about one customer who asked, as a file for the merchant. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  const { document } = await answering(request, ctx.log, () => readDataRequest(ctx, id));
  return new Response(JSON.stringify(document, null, 2), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment', 'Cache-Control': 'no-store' },
  });
}
