import type { LoaderFunctionArgs } from '@remix-run/node';
import { messageFile } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A file of a message, for people of the shop only. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => messageFile(ctx, files, { id, staffId: staff?.id ?? null }));
}
