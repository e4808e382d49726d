import { data, type ActionFunctionArgs } from '@remix-run/node';
import { noteBuyer } from '#app/modules/returns/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';

/** The merchant's list of buyers to be reminded of. */
export async function action({ request }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const answer = await noteBuyer(ctx, await submittedForm(request), staff?.id ?? null);
    return data(answer, { status: answer.is === 'forbidden' ? 403 : 200 });
  });
}
