import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { takeMacro, writingAids } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

/** What an agent can put into a reply. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, () => writingAids(ctx, { id, staffId: staff?.id ?? null, trackingUrl: (orderId) => customerLink(ctx, orderId) }));
}

/** A macro was taken. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => takeMacro(ctx, { id, key: String((await submittedForm(request)).get('key')), staffId: staff?.id ?? null }));
}
