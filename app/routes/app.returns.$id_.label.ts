import type { ActionFunctionArgs } from '@remix-run/node';
import { actOnLabel } from '#app/modules/labels/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What people of the shop do about the label of a return. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { labelNeeds, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => actOnLabel(ctx, await submittedForm(request), { returnId: id, needs: labelNeeds, by: staff?.id ?? null }));
}
