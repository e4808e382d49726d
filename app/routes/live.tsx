import type { LoaderFunctionArgs } from '@remix-run/node';
import { liveStream } from '#app/ui/live/live-stream.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The notices of the reader's shop, as they come. */
export async function loader({ request }: LoaderFunctionArgs) {
  const app = theApp();
  const { ctx } = await app.shopify.authenticateAdmin(request);
  return liveStream(request, (signal) => app.live.notices(ctx.shop.id, signal));
}
