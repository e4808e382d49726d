import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerLogo } from '#app/modules/brand/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The picture above a shop's mails, for whoever opens one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx } = await shopify.authenticateProxy(request);
  return answering(request, ctx.log, () => answerLogo(ctx.shop, files, new URL(request.url).searchParams.get('file') ?? ''));
}
