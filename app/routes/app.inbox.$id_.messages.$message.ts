import type { LoaderFunctionArgs } from '@remix-run/node';
import { messageOriginal } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** All of one message, for people of the shop only. */
export async function loader({ request, params: { message = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => Response.json(await messageOriginal(ctx, { id: message, staffId: staff?.id ?? null }), { headers: { 'cache-control': 'private, no-store' } }));
}
