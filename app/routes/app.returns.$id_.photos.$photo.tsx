import type { LoaderFunctionArgs } from '@remix-run/node';
import { requestPhoto } from '#app/modules/returns/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A photo that a customer sent with the wish to return something, for people of the shop only. */
export async function loader({ request, params: { id = '', photo = '' } }: LoaderFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => requestPhoto(ctx, files, { id, photo }));
}
