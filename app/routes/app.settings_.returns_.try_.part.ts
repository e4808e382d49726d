import type { LoaderFunctionArgs } from '@remix-run/node';
import { tryDraft } from '#app/modules/returns/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A part of a trial; the page asks for them one after another. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx, locale } = await theApp().shopify.authenticateAdmin(request);
  const asked = new URL(request.url).searchParams;
  return answering(request, ctx.log, () => tryDraft(ctx, locale, { after: Number(asked.get('after')), from: asked.get('from') || null }));
}
