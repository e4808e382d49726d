import type { LoaderFunctionArgs } from '@remix-run/node';
import { second } from '#app/kernel/time.ts';
import { liveStream } from '#app/ui/live/live-stream.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

const skew = second;

/** The notices of the reader's shop, as they come, and whether there were any since they read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const app = theApp();
  const { ctx } = await app.shopify.authenticateAdmin(request);
  // What was read a moment ago, on another machine's clock.
  const since = Date.parse(new URL(request.url).searchParams.get('since') ?? '') - skew;
  return liveStream(request, (signal) => app.live.notices(ctx.shop.id, signal, Number.isNaN(since) ? undefined : new Date(since)));
}
