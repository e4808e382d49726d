import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { knownTags, writeInTicket } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** What is offered to choose among. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { ctx } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => Response.json(await knownTags(ctx)));
}

/** What somebody does while they write: beside the page's own data, so that a failure takes nothing from under their hands. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { files, shopify } = theApp();
  const { ctx, staff } = await shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => Response.json(await writeInTicket(ctx, files, { id, form: await submittedForm(request), staffId: staff?.id ?? null })));
}
