import { data, type ActionFunctionArgs } from '@remix-run/node';
import { actCare } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** A ticket handed over, a complaint recorded or taken a step on. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => data(await actCare(ctx, { id, form: await submittedForm(request), actor: staff?.id ?? null })));
}
