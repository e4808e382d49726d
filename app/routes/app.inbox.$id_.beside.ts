import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { actBeside, storyWithWords } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** An order's story with the conversation. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ story: await storyWithWords(ctx, { id, orderId: new URL(request.url).searchParams.get('order') ?? '', staffId: staff?.id ?? null }) }));
}

/** What is done beside a ticket: who its person is, and notes on them. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => data(await actBeside(ctx, { id, form: await submittedForm(request), by: staff?.id ?? null })));
}
