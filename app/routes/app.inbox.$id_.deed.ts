import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { doDeed, previewDeed } from '#app/modules/inbox/index.server.ts';
import { answering } from '#app/ui/answering.server.ts';
import { submittedForm } from '#app/ui/form-data.server.ts';
import { theApp } from '#app/wiring/app.server.ts';
import { customerLink } from '#app/wiring/customer-link.server.ts';

/** What something done beside a ticket would mean. */
export async function loader({ request, params: { id = '' } }: LoaderFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => ({ preview: await previewDeed(ctx, { id, staffId: staff?.id ?? null, trackingUrl: (orderId) => customerLink(ctx, orderId), query: new URL(request.url).searchParams }) }));
}

/** Something done beside a ticket. */
export async function action({ request, params: { id = '' } }: ActionFunctionArgs) {
  const { ctx, staff } = await theApp().shopify.authenticateAdmin(request);
  return answering(request, ctx.log, async () => {
    const answer = await doDeed(ctx, { id, staffId: staff?.id ?? null, trackingUrl: (orderId) => customerLink(ctx, orderId), form: await submittedForm(request) });
    return data(answer, { status: answer.is === 'forbidden' ? 403 : 200 });
  });
}
