import type { LoaderFunctionArgs } from '@remix-run/node';
import { waitingFor } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What waits for whoever asks: read by the frame on every page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  const waiting = await answering(request, ctx.log, () => waitingFor(ctx, staff?.id ?? null));
  return Response.json(waiting, { headers: { 'Cache-Control': 'no-store' } });
}
