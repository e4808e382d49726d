import type { LoaderFunctionArgs } from '@remix-run/node';
import { rawMessage } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A message as it came in, for people of the shop only. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => rawMessage(ctx, files, { id, staffId: staff?.id ?? null }));
}
