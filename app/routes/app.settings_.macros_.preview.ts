import type { ActionFunctionArgs } from '@remix-run/node';
import { previewMacro } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

/** How the words of a macro read, as somebody types them. */
export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => previewMacro(ctx, { form: await submittedForm(request), staffId: staff?.id ?? null, trackingUrl: (orderId) => customerLink(ctx, orderId) }));
}
