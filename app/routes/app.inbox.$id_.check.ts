import type { ActionFunctionArgs } from '@remix-run/node';
import { checkTicketDraft } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What in a draft does not agree with what is known. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ findings: await checkTicketDraft(ctx, { id, draft: String((await submittedForm(request)).get('draft') ?? '') }) }));
}
