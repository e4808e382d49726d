import type { LoaderFunctionArgs } from '@remix-run/node';
import { problemPhoto } from '#app/modules/problems/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A photo of a customer's report, for people of the shop only. */
export async function loader({ request, params: { id = '', photo = '' } }: LoaderFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => problemPhoto(ctx, files, { id, photo }));
}
